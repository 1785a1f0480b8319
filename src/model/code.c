#include "model/code.h"

#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool wild(char c)
{
	return c && strchr("xyzXYZ", c);
}

struct code code_of_reply(int reply)
{
	return (struct code){ .kind = CODE_REPLY, .reply = reply };
}

struct code code_of_status(const struct status_code *status)
{
	return (struct code){ .kind = CODE_STATUS, .status = *status };
}

struct code code_read(const char *text)
{
	struct code code = { .kind = CODE_REPLY };

	if (code_parse(text, &code.reply))
		return code;
	code.kind = status_parse(text, &code.status) && code.status.detail >= 0 ? CODE_STATUS
										 : CODE_NONE;
	return code;
}

bool code_same(const struct code *a, const struct code *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == CODE_REPLY)
		return a->reply == b->reply;
	return a->kind == CODE_NONE ||
	       (a->status.class == b->status.class && a->status.subject == b->status.subject &&
		a->status.detail == b->status.detail);
}

char *code_text(const struct code *code)
{
	const struct status_code *status = &code->status;

	if (code->kind == CODE_NONE)
		return xstrdup("");
	if (code->kind == CODE_REPLY)
		return buffer_format("%03d", code->reply);
	if (!status->class)
		return buffer_format("X.%d.%d", status->subject, status->detail);
	return buffer_format("%d.%d.%d", status->class, status->subject, status->detail);
}

bool code_parse(const char *text, int *code)
{
	struct code_range range;

	if (!code_range_parse(text, &range) || range.first != range.last)
		return false;
	*code = range.first;
	return true;
}

bool code_range_parse(const char *text, struct code_range *range)
{
	int first = 0, size = 1;

	if (strlen(text) != 3 || !digit(text[0]) || text[0] == '0')
		return false;
	for (int i = 0; i < 3; i++) {
		if (wild(text[i]))
			size *= 10;
		else if (!digit(text[i]) || size > 1)
			return false;
		first = first * 10 + (wild(text[i]) ? 0 : text[i] - '0');
	}
	range->first = first;
	range->last = first + size - 1;
	return true;
}

bool code_range_begin(const char *digits, struct code_range *range)
{
	char pattern[] = "xxx";

	if (strlen(digits) > 3)
		return false;
	/* The end of the pattern stays. NOLINTNEXTLINE(bugprone-not-null-terminated-result) */
	memcpy(pattern, digits, strlen(digits));
	return code_range_parse(pattern, range);
}

bool code_in_range(int code, const struct code_range *range)
{
	return code >= range->first && code <= range->last;
}

static bool read_number(const char **text, int *number)
{
	const char *digits = *text;

	/* A fourth digit is left, and then too much. */
	for (*number = 0; **text >= '0' && **text <= '9' && *text - digits < 3; ++*text)
		*number = *number * 10 + (**text - '0');
	return *text > digits && (*digits != '0' || *text - digits == 1);
}

bool status_parse(const char *text, struct status_code *code)
{
	*code = (struct status_code){ .detail = -1 };
	if (!*text || !strchr("Xx245", *text) || text[1] != '.')
		return false;
	if (*text >= '0' && *text <= '9')
		code->class = *text - '0';
	text += 2;
	if (!read_number(&text, &code->subject))
		return false;
	if (*text == '.') {
		text++;
		if (wild(*text))
			text++;
		else if (!read_number(&text, &code->detail))
			return false;
	}
	return *text == '\0';
}
