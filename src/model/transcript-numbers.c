#include "model/transcript-numbers.h"

#include <string.h>

#include "model/transcript-lines.h"

static const bool numeric[256] = {
	['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true,
	['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true, ['.'] = true,
};

bool number_next(const char **cursor, const char *end, struct number *number)
{
	/* Such a run covers one of any three neighbours: most bytes are never looked at. */
	const char *from = *cursor, *at = from + 2;

	while (at < end) {
		const char *first = at, *last = at + 1;

		if (!numeric[(unsigned char)*at]) {
			at += 3;
			continue;
		}
		while (first > from && numeric[(unsigned char)first[-1]])
			first--;
		while (last < end && numeric[(unsigned char)*last])
			last++;
		from = last;
		at = last + 2;
		while (first < last && *first == '.')
			first++;
		while (first < last && last[-1] == '.')
			last--;
		if (last - first < 3)
			continue;
		*cursor = from;
		*number = (struct number){ first, last };
		return true;
	}
	*cursor = end;
	return false;
}

size_t status_read(const char *at, const char *end, struct status_code *status)
{
	char text[sizeof("5.999.999")];
	struct status_code read;
	const char *last = at;

	if (end - at < 5 || !is_one_of(*at, "245") || at[1] != '.')
		return 0;
	while (last < end && numeric[(unsigned char)*last])
		last++;
	while (last[-1] == '.')
		last--;
	if (last - at >= (ptrdiff_t)sizeof(text))
		return 0;
	memcpy(text, at, (size_t)(last - at));
	text[last - at] = '\0';
	if (!status_parse(text, &read) || read.detail < 0)
		return 0;
	*status = read;
	return (size_t)(last - at);
}

int number_code(const char *at, const char *end)
{
	if (end - at < 3 || *at < '2' || *at > '5' || !is_digit(at[1]) || !is_digit(at[2]) ||
	    (end - at > 3 && is_digit(at[3])))
		return 0;
	return (at[0] - '0') * 100 + (at[1] - '0') * 10 + at[2] - '0';
}

size_t code_repeated(const char *at, const char *end, int code, bool *more)
{
	if (!code || number_code(at, end) != code)
		return 0;
	*more = end - at > 3 && at[3] == '-';
	if (end - at == 3)
		return 3;
	return *more || is_one_of(at[3], " \t\n_/\\") ? 4 : 0;
}

bool same_status(const struct status_code *a, const struct status_code *b)
{
	return a->class == b->class && a->subject == b->subject && a->detail == b->detail;
}

bool status_find(const char *at, const char *end, int code, struct status_code *status)
{
	const char *start = at;
	struct number number;

	while (number_next(&at, end, &number)) {
		char before = number.at > start ? number.at[-1] : ' ';
		char after = number.end < end ? *number.end : ' ';
		bool marked = is_one_of(before, "#(['\"");
		struct status_code found;

		if (status_read(number.at, end, &found) != (size_t)(number.end - number.at) ||
		    !is_one_of(before, " \t_([{#'\":,;<=") || is_alnum(after) || after == '/' || after == '-')
			continue;
		if (before == '#' && number.at - start > 1 && (is_alnum(number.at[-2]) || number.at[-2] == '/'))
			continue;
		if (marked || !code || found.class == code / 100) {
			*status = found;
			return true;
		}
	}
	return false;
}
