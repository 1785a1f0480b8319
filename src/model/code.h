/* Reply codes and enhanced status codes as people write them. */
#ifndef MODEL_CODE_H
#define MODEL_CODE_H

#include <stdbool.h>

/* The three numbers of an enhanced status code (RFC 3463, section 2). */
struct status_code {
	int class;    /* 2, 4 or 5; 0 for X, any class */
	int subject;  /* 0 to 999 */
	int detail;   /* 0 to 999; -1 in a pattern such as X.7 */
};

/* A run of reply codes that share their first digits: 4xx, 45x, 451. */
struct code_range {
	int first, last;
};

/* A code of either kind, or none. */
enum code_kind { CODE_NONE, CODE_REPLY, CODE_STATUS };

struct code {
	enum code_kind kind;
	int reply;                  /* 100 to 999 */
	struct status_code status;  /* no pattern */
};

/* Gives the code of a kind. */
struct code code_of_reply(int reply);
struct code code_of_status(const struct status_code *status);

/* Reads "550", "5.7.26" or "X.7.26", no pattern. Gives CODE_NONE for anything else. */
struct code code_read(const char *text);

/* Tells whether two codes are the same; X.7.1 and 5.7.1 are not. */
bool code_same(const struct code *a, const struct code *b);

/* Gives a code as code_read takes it, "" for none; owned by the caller. */
char *code_text(const struct code *code);

/* Reads exactly three digits, the first of them not 0: "550". */
bool code_parse(const char *text, int *code);

/* Reads a code or a pattern of codes, "550", "55x" or "5xx"; y and z
   serve as x, as in the "5yz" of RFC 5321, and so do capitals. */
bool code_range_parse(const char *text, struct code_range *range);

/* Gives the reply codes that begin with one to three digits: "55" gives 550 to 559.
   Gives false where there are none. */
bool code_range_begin(const char *digits, struct code_range *range);

/* Tells whether code lies in the range. */
bool code_in_range(int code, const struct code_range *range);

/* Reads "5.7.26", "X.7.26" or a pattern, "X.7", "5.7" or "5.7.x"; x in either case, no leading
   zeros (RFC 3463, section 2). Gives false for anything else. */
bool status_parse(const char *text, struct status_code *code);

#endif
