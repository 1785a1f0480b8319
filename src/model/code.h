/* Reply codes as people write them. */
#ifndef MODEL_CODE_H
#define MODEL_CODE_H

#include <stdbool.h>

/* A run of codes that share their first digits: 4xx, 45x, 451. */
struct code_range {
	int first, last;
};

/* Reads exactly three digits, the first of them not 0: "550". */
bool code_parse(const char *text, int *code);

/* Reads a code or a pattern of codes, "550", "55x" or "5xx"; y and z
   serve as x, as in the "5yz" of RFC 5321, and so do capitals. */
bool code_range_parse(const char *text, struct code_range *range);

/* Tells whether code lies in the range. */
bool code_in_range(int code, const struct code_range *range);

#endif
