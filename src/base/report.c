#include "base/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"

/* Columns of a text from outside that a message shows. */
#define QUOTED_COLUMNS 60

void report(const char *format, ...)
{
	struct buffer message = { 0 };
	char *plain, *encoded;
	va_list args;

	va_start(args, format);
	buffer_vprintf(&message, format, args);
	va_end(args);
	plain = text_degrade(message.data, i18n_charset());
	encoded = text_encode(plain, i18n_charset());
	fprintf(stderr, "smtpexplore: %s\n", encoded);
	free(encoded);
	free(plain);
	buffer_free(&message);
}

char *report_reason(int number)
{
	/* The C library speaks the language and charset of the locale. */
	return text_decode_charset(strerror(number), i18n_charset());
}

void report_errno(const char *format, int number)
{
	char *reason = report_reason(number);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	report(format, reason);
#pragma GCC diagnostic pop
	free(reason);
}

char *report_quote(const char *text)
{
	return *text ? text_visible(text, strlen(text), QUOTED_COLUMNS) : xstrdup("\"\"");
}
