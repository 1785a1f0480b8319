/* The numbers in a text that may be codes: three digits, or three numbers with dots
   between. */
#ifndef MODEL_TRANSCRIPT_NUMBERS_H
#define MODEL_TRANSCRIPT_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/status.h"

/* A run of digits and dots, without dots at its ends. */
struct number {
	const char *at;
	const char *end;
};

/* Gives the next run of at least three bytes and moves the cursor behind it; false
   when there is none before end. The cursor may not stand inside a run. */
bool number_next(const char **cursor, const char *end, struct number *number);

/* Reads a status such as "5.7.1" that the digits and dots from at on are, but for
   dots at their end; gives its length, or 0 where there is none, and *status stays. */
size_t status_read(const char *at, const char *end, struct status_code *status);

/* Finds the status that stands inside the text of a reply, as "(#5.1.1)" or between
   words; code is that of the reply, 0 where it has none. */
bool status_find(const char *at, const char *end, int code, struct status_code *status);

/* Tells whether two statuses are equal. */
bool same_status(const struct status_code *a, const struct status_code *b);

/* Gives the reply code that three digits from at on are, 0 where there is none. */
int number_code(const char *at, const char *end);

/* Gives the length of code and mark where another line of the reply with this code
   begins, "550-" or "550 ", else 0. *more tells whether lines follow. */
size_t code_repeated(const char *at, const char *end, int code, bool *more);

#endif
