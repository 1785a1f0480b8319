/* A compiled message catalogue (.mo), read by the program itself where the C
   library will not: in a locale that was never generated. The file may be
   damaged or hostile; every offset in it is checked. */
#ifndef BASE_MO_H
#define BASE_MO_H

struct mo;

/* Reads the file at path. Gives NULL when it cannot be read, is no catalogue
   in either byte order, is longer than 16 MiB, or its tables leave the file. */
struct mo *mo_open(const char *path);

/* Gives the translation of msgid, owned by the catalogue, or NULL when there is none or
   its entry is damaged: it leaves the file, is no UTF-8, holds control characters, or
   takes other arguments than msgid, as a format, does. */
const char *mo_find(const struct mo *mo, const char *msgid);

/* Frees the catalogue and all that mo_find gave; NULL is allowed. */
void mo_close(struct mo *mo);

#endif
