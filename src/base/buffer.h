/* A byte string that grows. A zeroed struct is an empty buffer. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct buffer {
	char *data;     /* NUL-terminated once anything was added, else NULL */
	size_t length;  /* bytes, without the NUL */
	size_t size;    /* bytes allocated */
};

/* Appends length bytes. */
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);

/* Appends a string. */
void buffer_puts(struct buffer *buffer, const char *text);

/* Appends what printf would print. */
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The same, from a list of arguments. */
void buffer_vprintf(struct buffer *buffer, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* Gives the string, owned by the caller and never NULL; the buffer is empty
   afterwards. */
char *buffer_take(struct buffer *buffer);

/* Frees the string; the buffer is empty afterwards. */
void buffer_free(struct buffer *buffer);

/* Gives what printf would print as a new string, owned by the caller. */
char *buffer_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
