/* To be preloaded: refuses one allocation, that of the number REFUSE. Only glibc has the
   names behind malloc. */

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

static bool refused(void)
{
	static long number;
	const char *which = getenv("REFUSE");

	if (!which || ++number != atol(which))
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return refused() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return refused() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	return refused() ? NULL : __libc_realloc(block, size);
}
