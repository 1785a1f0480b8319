#include "model/code.h"

#include <string.h>

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool wild(char c)
{
	return c && strchr("xyzXYZ", c);
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

bool code_in_range(int code, const struct code_range *range)
{
	return code >= range->first && code <= range->last;
}
