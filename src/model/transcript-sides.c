#include "model/transcript-sides.h"

#include <string.h>

#include "model/transcript-numbers.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Tells whether a colon or an opening mark of other scripts ends at at: full width,
   or a quotation mark. */
static bool ends_mark(const char *start, const char *at)
{
	static const char *const marks[] = {
		"\xef\xbc\x9a", "\xef\xbc\x88", "\xe2\x80\x98", "\xe2\x80\x9c", "\xe2\x80\x9e",
		"\xc2\xab", "\xe3\x80\x8c", "\xe3\x80\x90",
	};

	for (size_t i = 0; i < COUNT(marks); i++) {
		size_t length = strlen(marks[i]);

		if ((size_t)(at - start) >= length && memcmp(at - length, marks[i], length) == 0)
			return true;
	}
	return false;
}

enum left left_of(const struct line *line, const char *at)
{
	static const char opening[] = "([{<\"'#";
	const char *from = at;

	while (from > line->text && is_one_of(from[-1], opening))
		from--;
	if (from == line->text)
		return LEFT_START;
	if (is_blank(at[-1])) {
		while (from > line->text && is_blank(from[-1]))
			from--;
		return from > line->text && is_one_of(from[-1], ":;,-") ? LEFT_MARK : LEFT_WORD;
	}
	if (from < at)
		return is_alnum(from[-1]) && at[-1] == '#' ? LEFT_NOTHING : LEFT_MARK;
	if (at[-1] == '>' || ends_mark(line->text, at))
		return LEFT_MARK;
	/* Scripts without blanks between words end in any byte. */
	return is_one_of(at[-1], ":;=,|_") || (unsigned char)at[-1] >= 0x80 ? LEFT_TIGHT : LEFT_NOTHING;
}

/* Tells whether a text begins with one of some words. A word with a capital does not
   count: it begins a sentence. */
static bool begins_word(const char *at, const char *end, const char *const *words, size_t count)
{
	if (end - at > 2 && *at >= 'A' && *at <= 'Z' && at[2] >= 'a' && at[2] <= 'z')
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *after = at + strlen(words[i]);

		if (begins_with(at, end, words[i]) && (after == end || !is_alnum(*after)))
			return true;
	}
	return false;
}

/* Judges the text behind a number: it may tell what the number counts. */
static enum right text_of(const char *at, const char *end)
{
	static const char *const measures[] = {
		"bits", "bytes", "byte ", "kb", "mb", "gb", "kib", "mib", "gib", "ms", "msec", "sec", "secs",
		"seconds", "minutes", "mins", "hours", "days", "octets", "of ", "percent", "characters",
	};
	static const char *const things[] = {
		"message", "messages", "msgs", "recipient", "recipients", "connection", "connections",
		"times", "line", "lines",
	};

	if (at == end)
		return RIGHT_END;
	if (begins_word(at, end, measures, COUNT(measures)))
		return RIGHT_NOTHING;
	if (begins_word(at, end, things, COUNT(things)))
		return RIGHT_THINGS;
	return *at == '-' ? RIGHT_DASH : RIGHT_TEXT;
}

static bool status_follows(const char *at, const char *end, int code)
{
	struct status_code status;
	bool more;

	/* smtplib writes (550, b'5.1.1 text'). */
	for (int marks = 0; marks < 4 && at < end && is_one_of(*at, STATUS_MARKS "b"); marks++) {
		at++;
		if (status_read(at, end, &status))
			return true;
		if (code_repeated(at, end, code, &more))
			at += 3;
	}
	return false;
}

enum right right_of(const char *at, const char *end, int code)
{
	const char *text = at + 1;

	if (at == end)
		return RIGHT_END;
	if (begins_with(at, end, NO_BREAK_SPACE))
		return status_follows(at, end, code) ? RIGHT_STATUS : RIGHT_TEXT;
	if (status_follows(at, end, code))
		return RIGHT_STATUS;
	while (text < end && is_blank(*text))
		text++;
	switch (*at) {
	case ' ':
	case '\t':
	case '_':
		return text_of(text, end);
	case '-':
		if (end - at > 1 && is_one_of(at[1], "'\""))
			return RIGHT_QUOTED;
		/* A hyphen between digits belongs to a date, a phone number, a host name; before
		   an address it does not. */
		for (text = at + 1; text < end && is_digit(*text);)
			text++;
		return text == at + 1 || (text < end && *text == '.') ? RIGHT_TEXT : RIGHT_NOTHING;
	case ':':
		return text > at + 1 ? RIGHT_TEXT : RIGHT_NOTHING;
	case '\\':
		return text < end && (*text == 'n' || *text == 'r') ? RIGHT_TEXT : RIGHT_NOTHING;
	default:
		return is_one_of(*at, "\"',;)].>/") ? RIGHT_ALONE : RIGHT_NOTHING;
	}
}

bool is_value(const struct line *line, const char *at, bool log)
{
	static const char *const names[] = {
		"bits", "size", "port", "pid", "uid", "gid", "count", "length", "lines", "line", "id",
		"number", "total", "limit", "max", "bytes", "uptime", "entries", "http",
	};
	static const char exceeded[] = "exceeded: ";  /* a limit of Postfix */
	const char *word = at + 3, *name;

	while (word < line->end && is_blank(*word))
		word++;
	while (log && word < line->end && is_alnum(*word))
		word++;
	if (log && word < line->end && *word == '=')
		return true;
	if (log && (size_t)(at - line->text) >= strlen(exceeded) &&
	    begins_with(at - strlen(exceeded), at, exceeded))
		return true;
	while (at > line->text && !is_alnum(at[-1]))
		at--;
	for (name = at; name > line->text && is_alnum(name[-1]);)
		name--;
	for (size_t i = 0; i < COUNT(names); i++)
		if ((size_t)(at - name) == strlen(names[i]) && begins_with(name, at, names[i]))
			return true;
	return false;
}
