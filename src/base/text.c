#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <uniconv.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/buffer.h"
#include "base/xalloc.h"

#define UTF8 "UTF-8"
#define MARKS_ON_A_LETTER 4

static const uint8_t *u8(const char *text)
{
	return (const uint8_t *)text;
}

static bool plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] > 0x7e)
			return false;
	return true;
}

size_t text_width(const char *text, size_t length)
{
	int width;

	if (plain(text, length))
		return length;
	width = u8_width(u8(text), length, UTF8);
	return width > 0 ? (size_t)width : 0;
}

size_t text_cluster(const char *text, size_t length)
{
	const uint8_t *end;

	/* Two characters of ASCII are two clusters. */
	if (length < 2 || plain(text, 2))
		return length ? 1 : 0;
	end = u8_grapheme_next(u8(text), u8(text) + length);
	return end ? (size_t)(end - u8(text)) : length;
}

size_t text_cut(const char *text, size_t length, size_t columns, size_t *width)
{
	size_t cut = 0, filled = 0;

	while (cut < length) {
		size_t cluster = text_cluster(text + cut, length - cut);
		size_t wide = text_width(text + cut, cluster);

		if (filled + wide > columns)
			break;
		cut += cluster;
		filled += wide;
	}
	if (width)
		*width = filled;
	return cut;
}

struct starts {
	size_t *offsets;
	size_t count;
};

static void add_start(struct starts *starts, size_t offset)
{
	starts->offsets = xreallocarray(starts->offsets, starts->count + 1,
					sizeof(*starts->offsets));
	starts->offsets[starts->count++] = offset;
}

static bool alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Tells whether a line may begin at offset i. UAX 14 decides, but on one line
   stay an option and its hyphen ("postconf -e"), the halves of a name such as
   CRAM-MD5, and host names, paths and addresses. */
static bool may_break(const char *text, size_t i, const char *breaks)
{
	char before = text[i - 1];

	if (before == '\n' || (before == ' ' && text[i] == '('))
		return true;
	if (before == '-' && (i < 2 || text[i - 2] == ' ' || (text[i] >= '0' && text[i] <= 'Z')))
		return false;
	if (before == '/' || ((before == '.' || before == ':') &&
			      (alphanumeric(text[i]) || text[i] == '_' || text[i] == '/')))
		return false;
	return breaks[i] == UC_BREAK_POSSIBLE;
}

/* Gives length without the blanks and the line feed at the end. */
static size_t trimmed(const char *text, size_t length)
{
	while (length && (text[length - 1] == ' ' || text[length - 1] == '\n'))
		length--;
	return length;
}

/* Breaks text[from, to), which no line of rest columns holds. */
static void break_word(struct starts *starts, const char *text, size_t from, size_t to,
		       size_t room, size_t rest)
{
	for (;;) {
		size_t cut = text_cut(text + from, to - from, room, NULL);

		from += cut ? cut : text_cluster(text + from, to - from);
		if (from >= to)
			return;
		add_start(starts, from);
		room = rest;
	}
}

/* Lines are filled as far as they go; blanks at their ends do not count. A line is
   measured piece by piece: filled is what stands before the piece. */
static void fill_lines(struct starts *starts, const char *text, size_t length,
		       const char *breaks, size_t first, size_t rest)
{
	size_t line = 0, piece = 0, filled = 0, room = first;

	for (size_t i = 1; i <= length; i++) {
		size_t end, wide;

		if (i < length && !may_break(text, i, breaks))
			continue;
		end = piece + trimmed(text + piece, i - piece);
		wide = text_width(text + piece, end - piece);
		if (piece > line && (text[piece - 1] == '\n' || filled + wide > room)) {
			add_start(starts, piece);
			line = piece;
			filled = 0;
			room = rest;
		}
		if (filled + wide > room) {
			break_word(starts, text, line, end, room, rest);
			if (line != starts->offsets[starts->count - 1])
				room = rest;
			line = starts->offsets[starts->count - 1];
			filled = text_width(text + line, i - line);
		} else {
			filled += wide + text_width(text + end, i - end);
		}
		piece = i;
	}
}

size_t *text_wrap(const char *text, size_t length, size_t first, size_t rest,
		  size_t *count)
{
	struct starts starts = { 0 };
	char *breaks = xmalloc(length);

	add_start(&starts, 0);
	if (rest) {
		u8_possible_linebreaks(u8(text), length, UTF8, breaks);
		fill_lines(&starts, text, length, breaks, first, rest);
	} else {
		for (size_t i = 1; i < length; i++)
			if (text[i - 1] == '\n')
				add_start(&starts, i);
	}
	free(breaks);
	*count = starts.count;
	return starts.offsets;
}

/* What folding makes of characters that decomposition leaves alone. */
static const struct {
	ucs4_t character;
	const char *folded;
} folds[] = {
	{ 0x00a0, " " }, { 0x202f, " " }, { 0x2009, " " }, { 0x2019, "'" },
	{ 0x2018, "'" }, { 0x0153, "oe" }, { 0x00e6, "ae" }, { 0x00f8, "o" },
	{ 0x0142, "l" }, { 0x0131, "i" },
};

static void fold_character(struct buffer *out, ucs4_t character)
{
	char bytes[4];

	/* Combining diacritical marks: what an accented letter decomposes to. */
	if (character >= 0x0300 && character <= 0x036f)
		return;
	for (size_t i = 0; i < sizeof(folds) / sizeof(*folds); i++)
		if (folds[i].character == character) {
			buffer_puts(out, folds[i].folded);
			return;
		}
	buffer_add(out, bytes, text_put(bytes, character));
}

char *text_fold(const char *text, size_t length)
{
	struct buffer out = { 0 };
	size_t folded_length;
	uint8_t *folded;

	if (plain(text, length)) {
		char *copy = xstrndup(text, length);

		for (char *c = copy; *c; c++)
			if (*c >= 'A' && *c <= 'Z')
				*c += 'a' - 'A';
		return copy;
	}
	folded = u8_casefold(u8(text), length, NULL, UNINORM_NFD, NULL, &folded_length);
	if (!folded)
		return xstrndup(text, length);
	for (size_t i = 0; i < folded_length;) {
		ucs4_t character;

		i += text_decode((char *)folded + i, folded_length - i, &character);
		fold_character(&out, character);
	}
	free(folded);
	return buffer_take(&out);
}

/* What stands for a character in a charset that lacks it. */
static const struct {
	ucs4_t character;
	const char *plain;
} replacements[] = {
	{ 0x00a0, " " },   { 0x202f, " " },   { 0x2009, " " },   { 0x2019, "'" },
	{ 0x2018, "'" },   { 0x201c, "\"" },  { 0x201d, "\"" },  { 0x00ab, "\"" },
	{ 0x00bb, "\"" },  { 0x2013, "-" },   { 0x2014, "-" },   { 0x2010, "-" },
	{ 0x2011, "-" },   { 0x2026, "..." }, { 0x2022, "*" },   { 0x00b7, "-" },
	{ 0x2192, "->" },  { 0x2190, "<-" },  { 0x2191, "^" },   { 0x2193, "v" },
	{ 0x0152, "OE" },  { 0x0153, "oe" },  { 0x2260, "!=" },  { 0x20ac, "EUR" },
};

static char *encode(const char *text, size_t length, const char *charset,
		    enum iconv_ilseq_handler handler, size_t *encoded_length)
{
	return u8_conv_to_encoding(charset, handler, u8(text), length, NULL, NULL,
				   encoded_length);
}

static bool fits(const char *text, size_t length, const char *charset)
{
	size_t encoded_length;
	char *encoded;
	bool exact;

	if (plain(text, length) || !strcasecmp(charset, UTF8))
		return true;
	encoded = encode(text, length, charset, iconveh_error, &encoded_length);
	exact = encoded != NULL;
	free(encoded);
	return exact;
}

bool text_fits(const char *text, const char *charset)
{
	return fits(text, strlen(text), charset);
}

char *text_degrade(const char *text, const char *charset)
{
	struct buffer out = { 0 };
	size_t length = strlen(text), bytes;

	if (text_fits(text, charset))
		return xstrdup(text);
	for (size_t i = 0; i < length; i += bytes) {
		const char *instead = "?";
		ucs4_t character;

		bytes = text_decode(text + i, length - i, &character);
		if (fits(text + i, bytes, charset)) {
			buffer_add(&out, text + i, bytes);
			continue;
		}
		for (size_t k = 0; k < sizeof(replacements) / sizeof(*replacements); k++)
			if (replacements[k].character == character)
				instead = replacements[k].plain;
		buffer_puts(&out, instead);
	}
	return buffer_take(&out);
}

char *text_encode(const char *text, const char *charset)
{
	size_t length = strlen(text), encoded_length;
	char *encoded, *copy;

	if (plain(text, length) || !strcasecmp(charset, UTF8))
		return xstrdup(text);
	encoded = encode(text, length, charset, iconveh_question_mark, &encoded_length);
	copy = encoded ? xstrndup(encoded, encoded_length) : xstrdup("?");
	free(encoded);
	return copy;
}

char *text_decode_charset(const char *text, const char *charset)
{
	size_t length;
	char *decoded = (char *)u8_conv_from_encoding(charset, iconveh_question_mark, text,
						      strlen(text), NULL, NULL, &length);
	char *copy = decoded ? xstrndup(decoded, length)
			     : text_visible(text, strlen(text), SIZE_MAX);

	free(decoded);
	return copy;
}

/* Characters that reorder their neighbours or take no visible room, except the
   two joiners that Hindi needs (UTR 36, Trojan Source). */
static bool hidden(ucs4_t c)
{
	return c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x115f ||
	       c == 0x1160 || c == 0x180e || c == 0x200b || c == 0x200e ||
	       c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2060 && c <= 0x206f) || c == 0x3164 || c == 0xfeff ||
	       c == 0xffa0 || (c >= 0xfff0 && c <= 0xfffb) ||
	       (c >= 0xe0000 && c <= 0xe0fff) || (c >= 0x80 && c <= 0x9f);
}

char *text_visible(const char *bytes, size_t length, size_t columns)
{
	struct buffer out = { 0 };
	size_t used, filled = 0, marks = 0;

	for (size_t i = 0; i < length; i += used) {
		char shown[16];
		ucs4_t c;
		size_t bytes_shown, wide;

		used = text_decode(bytes + i, length - i, &c);
		if (used == 1 && c == 0xfffd)
			bytes_shown = (size_t)snprintf(shown, sizeof(shown), "<%02X>",
						       (unsigned char)bytes[i]);
		else if (c < 0x20 || c == 0x7f)
			bytes_shown = (size_t)snprintf(shown, sizeof(shown), "^%c",
						       (char)(c ^ 0x40));
		else if (hidden(c))
			bytes_shown = (size_t)snprintf(shown, sizeof(shown), "<U+%04X>", c);
		else
			bytes_shown = text_put(shown, c);
		wide = text_width(shown, bytes_shown);
		marks = wide ? 0 : marks + 1;
		if (marks > MARKS_ON_A_LETTER)
			continue;
		if (filled + wide > columns) {
			buffer_puts(&out, "...");
			break;
		}
		buffer_add(&out, shown, bytes_shown);
		filled += wide;
	}
	return buffer_take(&out);
}

char *text_trim(char *text)
{
	static const char white[] = " \t\r\n";
	size_t length;

	text += strspn(text, white);
	for (length = strlen(text); length && strchr(white, text[length - 1]);)
		text[--length] = '\0';
	return text;
}

size_t text_decode(const char *text, size_t length, unsigned *character)
{
	int used = length ? u8_mbtoucr(character, u8(text), length) : 0;

	if (used > 0)
		return (size_t)used;
	*character = 0xfffd;
	return length > 0;
}

size_t text_put(char *out, unsigned character)
{
	int used = u8_uctomb((uint8_t *)out, character, 4);

	return used > 0 ? (size_t)used : 0;
}
