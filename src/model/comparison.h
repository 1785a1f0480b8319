/* Two reply codes set side by side: what the fields and the hand-written notes
   say of their differences, in the language in use. */
#ifndef MODEL_COMPARISON_H
#define MODEL_COMPARISON_H

#include <stddef.h>

#include "model/catalogue.h"

/* A list of strings that it owns. */
struct sentences {
	char **text;
	size_t count;
};

struct comparison {
	struct reply a, b;
	char *summary;                  /* one paragraph */
	struct sentences differences;   /* never empty */
	struct sentences rules;         /* when to use which, written for this pair */
	struct sentences receive;       /* for the one who receives the reply */
	struct sentences send;          /* for the one who writes the server */
	struct source *sources;         /* of both, each once; ends with rfc 0 */
};

/* Compares two codes from 100 to 999 in the user's order. */
struct comparison *comparison_create(int a, int b);

void comparison_free(struct comparison *comparison);

#endif
