#include "base/mo.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/xalloc.h"

#define MO_MAGIC 0x950412deU
#define MO_MAGIC_SWAPPED 0xde120495U
#define MO_LARGEST (16 * 1024 * 1024)
#define MO_HEADER 28

/* Arguments that a format of ours may have. */
#define MOST_ARGUMENTS 9

struct mo {
	char *data;
	uint32_t size;          /* bytes of data */
	bool swapped;           /* written with the other byte order */
	uint32_t count;         /* messages */
	uint32_t originals;     /* offset of the table of msgids */
	uint32_t translations;  /* offset of the table of msgstrs */
};

/* The caller has checked that four bytes stand at offset. */
static uint32_t word(const struct mo *mo, uint32_t offset)
{
	uint32_t value;

	memcpy(&value, mo->data + offset, sizeof(value));
	return mo->swapped ? __builtin_bswap32(value) : value;
}

/* Gives string number index of a table, or NULL when it leaves the file or its
   end is not marked by a NUL. */
static const char *string(const struct mo *mo, uint32_t table, uint32_t index)
{
	uint32_t length = word(mo, table + 8 * index);
	uint32_t offset = word(mo, table + 8 * index + 4);

	if (offset >= mo->size || length >= mo->size - offset)
		return NULL;
	return mo->data[offset + length] == '\0' ? mo->data + offset : NULL;
}

static char *read_whole(const char *path, uint32_t *size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat info;
	char *data = NULL;
	size_t have = 0;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) &&
	    info.st_size >= MO_HEADER && info.st_size <= MO_LARGEST) {
		data = xmalloc((size_t)info.st_size);
		while (have < (size_t)info.st_size) {
			ssize_t n = read(fd, data + have, (size_t)info.st_size - have);

			if (n <= 0)
				break;
			have += (size_t)n;
		}
	}
	close(fd);
	*size = (uint32_t)have;
	return data;
}

static bool table_fits(const struct mo *mo, uint32_t offset)
{
	return offset <= mo->size && mo->count <= (mo->size - offset) / 8;
}

struct mo *mo_open(const char *path)
{
	struct mo *mo = xcalloc(1, sizeof(*mo));
	uint32_t magic = 0;

	mo->data = read_whole(path, &mo->size);
	if (mo->data && mo->size >= MO_HEADER)
		magic = word(mo, 0);
	mo->swapped = magic == MO_MAGIC_SWAPPED;
	if (magic == MO_MAGIC || mo->swapped) {
		mo->count = word(mo, 8);
		mo->originals = word(mo, 12);
		mo->translations = word(mo, 16);
		if (word(mo, 4) >> 16 <= 1 && table_fits(mo, mo->originals) &&
		    table_fits(mo, mo->translations))
			return mo;
	}
	mo_close(mo);
	return NULL;
}

/* Tells whether text is UTF-8 without control characters. */
static bool clean(const char *text)
{
	size_t length = strlen(text), used;

	for (size_t i = 0; i < length; i += used) {
		unsigned c;

		used = text_decode(text + i, length - i, &c);
		if ((used == 1 && c == 0xfffd) || (c < 0x20 && c != '\n') || (c >= 0x7f && c <= 0x9f))
			return false;
	}
	return true;
}

/* Notes how a text converts each of its arguments if it is a format. Gives false when
   it has too many, or converts one in two ways. */
static bool read_format(const char *text, char conversions[MOST_ARGUMENTS])
{
	size_t next = 0;

	while ((text = strchr(text, '%'))) {
		size_t argument = next++;

		text++;
		if (*text == '%') {
			next--;
			text++;
			continue;
		}
		if (text[0] >= '1' && text[0] <= '9' && text[1] == '$') {
			argument = (size_t)(text[0] - '1');
			text += 2;
		}
		if (argument >= MOST_ARGUMENTS ||
		    (conversions[argument] && conversions[argument] != *text))
			return false;
		conversions[argument] = *text;
	}
	return true;
}

/* Tells whether a translation takes the arguments that the msgid takes, if it takes any. */
static bool same_format(const char *msgid, const char *msgstr)
{
	static const char none[MOST_ARGUMENTS];
	char wanted[MOST_ARGUMENTS] = "", found[MOST_ARGUMENTS] = "";

	if (!read_format(msgid, wanted) || !memcmp(wanted, none, MOST_ARGUMENTS))
		return true;
	return read_format(msgstr, found) && !memcmp(wanted, found, MOST_ARGUMENTS);
}

const char *mo_find(const struct mo *mo, const char *msgid)
{
	uint32_t low = 0, high = mo->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const char *candidate = string(mo, mo->originals, middle);
		int order;

		if (!candidate)
			return NULL;
		order = strcmp(msgid, candidate);
		if (order == 0) {
			const char *text = string(mo, mo->translations, middle);

			return text && clean(text) && same_format(msgid, text) ? text : NULL;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

void mo_close(struct mo *mo)
{
	if (!mo)
		return;
	free(mo->data);
	free(mo);
}
