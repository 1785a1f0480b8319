/* Allocation that does not fail: when memory runs out the program says so on
   standard error and exits with status 3, which also restores the terminal. */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stddef.h>

/* Gives size bytes, owned by the caller. */
void *xmalloc(size_t size);

/* Gives count elements of size bytes, all zero, owned by the caller. */
void *xcalloc(size_t count, size_t size);

/* Resizes an array to count elements of size bytes; the product may not
   overflow, or the program ends as when memory runs out. */
void *xreallocarray(void *array, size_t count, size_t size);

/* Gives a copy of the first length bytes of text, NUL-terminated. */
char *xstrndup(const char *text, size_t length);

/* Gives a copy of text. */
char *xstrdup(const char *text);

#endif
