#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static void reserve(struct buffer *buffer, size_t more)
{
	size_t need = buffer->length + more + 1;

	if (need <= buffer->size)
		return;
	buffer->size = need < 64 ? 64 : need * 2;
	buffer->data = xreallocarray(buffer->data, buffer->size, 1);
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
	reserve(buffer, length);
	memcpy(buffer->data + buffer->length, bytes, length);
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void buffer_puts(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_vprintf(struct buffer *buffer, const char *format, va_list args)
{
	va_list again;
	int length;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	/* The formats are sound, so only memory can be wanting. */
	if (length < 0)
		xalloc_fail();
	reserve(buffer, (size_t)length);
	vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, args);
	buffer->length += (size_t)length;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buffer_vprintf(buffer, format, args);
	va_end(args);
}

char *buffer_take(struct buffer *buffer)
{
	char *text = buffer->data ? buffer->data : xstrdup("");

	*buffer = (struct buffer){ 0 };
	return text;
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct buffer){ 0 };
}

char *buffer_format(const char *format, ...)
{
	struct buffer buffer = { 0 };
	va_list args;

	va_start(args, format);
	buffer_vprintf(&buffer, format, args);
	va_end(args);
	return buffer_take(&buffer);
}
