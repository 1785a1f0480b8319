#include "model/transcript-lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/transcript.h"

/* What editors put before a text. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A line that a mail client broke: it is at least this long with the first word of
   the next, and itself no longer than such a line gets; in bytes. */
#define WRAP_LEAST 62
#define WRAP_MOST 100

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

bool begins_with(const char *at, const char *end, const char *literal)
{
	for (; *literal; literal++, at++)
		if (at >= end ||
		    (*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at) != *literal)
			return false;
	return true;
}

struct line line_of(const char *start, const char *end)
{
	struct line line = { .start = start, .text = start };

	while (end > start && is_blank(end[-1]))
		end--;
	line.end = end;
	if (begins_with(start, end, BYTE_ORDER_MARK))
		line.text += strlen(BYTE_ORDER_MARK);
	/* One blank after a quote mark belongs to the mark. */
	while (line.text < end) {
		if (is_blank(*line.text)) {
			line.indent++;
		} else if (*line.text == '>' || *line.text == '|') {
			line.indent = 0;
			if (line.text + 1 < end && line.text[1] == ' ')
				line.text++;
		} else {
			break;
		}
		line.text++;
	}
	return line;
}

/* Gives a line its limit and hands it on. */
static void hand_on(struct line_cutter *cutter, const char *start, const char *end)
{
	struct line line;

	if (end - start > TRANSCRIPT_LINE_BYTES) {
		cutter->cut = true;
		end = start + TRANSCRIPT_LINE_BYTES;
	}
	line = line_of(start, end);
	cutter->take(cutter->owner, &line);
}

static void keep(struct line_cutter *cutter, const char *start, const char *end)
{
	size_t room = TRANSCRIPT_LINE_BYTES - cutter->length;
	size_t length = (size_t)(end - start);

	if (!cutter->kept)
		cutter->kept = xmalloc(TRANSCRIPT_LINE_BYTES);
	if (length > room) {
		cutter->cut = true;
		length = room;
	}
	memcpy(cutter->kept + cutter->length, start, length);
	cutter->length += length;
}

void line_cutter_feed(struct line_cutter *cutter, const char *bytes, size_t length)
{
	const char *end = bytes + length, *lf = NULL;

	if (length && cutter->after_cr && *bytes == '\n')
		bytes++;
	if (length)
		cutter->after_cr = false;
	while (bytes < end) {
		const char *stop;

		if (!lf || lf < bytes)
			lf = memchr(bytes, '\n', (size_t)(end - bytes));
		if (!lf)
			lf = end;
		stop = memchr(bytes, '\r', (size_t)(lf - bytes));
		if (!stop)
			stop = lf;
		if (stop == end) {
			keep(cutter, bytes, end);
			return;
		}
		if (cutter->length) {
			keep(cutter, bytes, stop);
			hand_on(cutter, cutter->kept, cutter->kept + cutter->length);
			cutter->length = 0;
		} else {
			hand_on(cutter, bytes, stop);
		}
		bytes = stop + 1;
		if (*stop != '\r')
			continue;
		if (bytes == end)
			cutter->after_cr = true;
		else if (*bytes == '\n')
			bytes++;
	}
}

void line_cutter_finish(struct line_cutter *cutter)
{
	if (cutter->length)
		hand_on(cutter, cutter->kept, cutter->kept + cutter->length);
	free(cutter->kept);
	cutter->kept = NULL;
	cutter->length = 0;
}

enum field line_field(const struct line *line, const char **value)
{
	static const struct {
		const char *name;
		enum field field;
	} fields[] = {
		{ "status:", FIELD_STATUS },
		{ "diagnostic-code:", FIELD_DIAGNOSTIC },
		{ "final-recipient:", FIELD_RECIPIENT },
		{ "original-recipient:", FIELD_OTHER },
		{ "action:", FIELD_ACTION },
		{ "remote-mta:", FIELD_OTHER },
		{ "reporting-mta:", FIELD_OTHER },
		{ "received-from-mta:", FIELD_OTHER },
		{ "arrival-date:", FIELD_OTHER },
		{ "last-attempt-date:", FIELD_OTHER },
		{ "will-retry-until:", FIELD_OTHER },
		{ "final-log-id:", FIELD_OTHER },
	};

	if (line->text == line->end || !is_one_of(*line->text, "SsDdFfOoAaRrLlWw"))
		return FIELD_NONE;
	for (size_t i = 0; i < COUNT(fields); i++) {
		if (!begins_with(line->text, line->end, fields[i].name))
			continue;
		*value = line->text + strlen(fields[i].name);
		while (*value < line->end && is_blank(**value))
			++*value;
		return fields[i].field;
	}
	return FIELD_NONE;
}

uint64_t address_hash(const char *at, const char *end)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	bool found = false;

	while (at < end && (is_blank(*at) || *at == '<'))
		at++;
	for (; at < end && !is_one_of(*at, " \t>:"); at++) {
		char c = *at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at;

		found = found || c == '@';
		hash = (hash ^ (unsigned char)c) * UINT64_C(1099511628211);
	}
	return found ? hash : 0;
}

/* Tells whether the bytes at text fit a pattern: 0 is a digit, A a letter, all
   else itself. */
static bool fits(const char *at, const char *end, const char *pattern)
{
	for (; *pattern; pattern++, at++) {
		if (at >= end)
			return false;
		if (*pattern == '0' ? !is_digit(*at) :
		    *pattern == 'A' ? !is_letter(*at) : *at != *pattern)
			return false;
	}
	return true;
}

/* Tells whether a line begins with the name of a program and its process:
   "postfix/smtpd[123]:". */
static bool begins_program(const char *at, const char *end)
{
	const char *pid;

	while (at < end && (is_alnum(*at) || is_one_of(*at, "/-_.")))
		at++;
	if (at == end || *at != '[')
		return false;
	for (pid = ++at; at < end && is_digit(*at);)
		at++;
	return at > pid && end - at > 1 && at[0] == ']' && at[1] == ':';
}

bool line_is_log(const struct line *line)
{
	static const char *const patterns[] = {
		"AAA 00 00:", "AAA  0 00:", "0000-00-00", "0000/00/00", "00/AAA/0000", "AAA-00-00 ",
		"[00/", "[0000-", "@40000000", "0000000000.", "<0>", "<00>", "<000>", "00-AAA-0000",
		"00:00:00",
	};
	const char *at = line->text;

	for (size_t i = 0; i < COUNT(patterns); i++)
		if (fits(at, line->end, patterns[i]))
			return true;
	return begins_program(at, line->end);
}

/* Tells whether a line begins with the name of a header field: words with hyphens
   between, the first letter large, or one of the common short ones. */
static bool begins_header(const struct line *line)
{
	static const char *const names[] = {
		"subject: ", "from: ", "to: ", "date: ", "received: ", "reason: ",
	};
	const char *at = line->text;
	bool hyphen = false;

	for (size_t i = 0; i < COUNT(names); i++)
		if (begins_with(at, line->end, names[i]))
			return true;
	if (at == line->end || *at < 'A' || *at > 'Z')
		return false;
	for (; at < line->end && (is_alnum(*at) || *at == '-'); at++)
		hyphen = hyphen || *at == '-';
	return hyphen && at < line->end && *at == ':';
}

bool line_begins_anew(const struct line *line)
{
	const char *at = line->text, *value;

	if (at == line->end || line_is_log(line) || line_field(line, &value) != FIELD_NONE ||
	    begins_with(at, line->end, "--") || begins_with(at, line->end, "...") ||
	    begins_with(at, line->end, "=== "))
		return true;
	if (begins_header(line))
		return true;
	/* <bob@example.com>: begins what is said about the next recipient. */
	if (*at != '<')
		return false;
	at = memchr(at, '>', (size_t)(line->end - at));
	return at && line->end - at > 1 && at[1] == ':';
}

bool line_is_wrapped(size_t width, const struct line *line)
{
	const char *word = line->text;

	while (word < line->end && !is_blank(*word))
		word++;
	return width <= WRAP_MOST && width + 1 + (size_t)(word - line->text) > WRAP_LEAST;
}
