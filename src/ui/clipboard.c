#include "ui/clipboard.h"

#include <string.h>

#include "base/buffer.h"

char *clipboard_sequence(const char *text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t length = strlen(text);
	struct buffer out = { 0 };

	buffer_puts(&out, "\033]52;c;");
	for (size_t i = 0; i < length; i += 3) {
		unsigned char b[3] = { 0 };

		memcpy(b, text + i, length - i < 3 ? length - i : 3);
		buffer_add(&out, &digits[b[0] >> 2], 1);
		buffer_add(&out, &digits[(b[0] & 3) << 4 | b[1] >> 4], 1);
		buffer_add(&out, i + 1 < length ? &digits[(b[1] & 15) << 2 | b[2] >> 6] : "=", 1);
		buffer_add(&out, i + 2 < length ? &digits[b[2] & 63] : "=", 1);
	}
	buffer_puts(&out, "\a");
	return buffer_take(&out);
}
