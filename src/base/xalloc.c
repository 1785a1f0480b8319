#include "base/xalloc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void (*xalloc_cleanup)(void);

void xalloc_fail(void)
{
	if (xalloc_cleanup)
		xalloc_cleanup();
	/* Not translated: a translation would have to be allocated. */
	fputs("smtpexplore: out of memory\n", stderr);
	exit(3);
}

static void *must(void *memory)
{
	if (!memory)
		xalloc_fail();
	return memory;
}

void *xmalloc(size_t size)
{
	return must(malloc(size ? size : 1));
}

void *xcalloc(size_t count, size_t size)
{
	return must(calloc(count ? count : 1, size ? size : 1));
}

void *xreallocarray(void *array, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return must(NULL);
	return must(realloc(array, count && size ? count * size : 1));
}

char *xstrndup(const char *text, size_t length)
{
	char *copy = xmalloc(length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *xstrdup(const char *text)
{
	return xstrndup(text, strlen(text));
}
