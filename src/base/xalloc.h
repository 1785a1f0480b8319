/* Allocation that does not fail: when memory runs out the program restores the
   terminal, says so on standard error and exits with status 3. */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stddef.h>

/* Called before the program ends for want of memory: leaves the terminal as it
   was found. NULL while there is nothing to leave. */
extern void (*xalloc_cleanup)(void);

/* Ends the program for want of memory. */
_Noreturn void xalloc_fail(void);

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
