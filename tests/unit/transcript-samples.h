/* Texts and what the reader has to find in them. */
#ifndef TESTS_UNIT_TRANSCRIPT_SAMPLES_H
#define TESTS_UNIT_TRANSCRIPT_SAMPLES_H

#include <stddef.h>

/* A text and its replies, one a line: "*" before the verdict; code, status, field,
   stage, who said it, how often; "|" and the text. */
struct sample {
	const char *text;
	const char *found;
};

/* Fails where a sample holds anything else, also when it is fed byte by byte. */
void check_samples(const struct sample *samples, size_t count);

/* Gives the replies of a text, fed in pieces of a size, as in a sample; owned by the
   caller. */
char *describe(const char *text, size_t length, size_t piece);

#endif
