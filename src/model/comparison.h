/* Two codes set side by side, each a reply code or an enhanced one: what the fields
   and the hand-written notes say of their differences, in the language in use. */
#ifndef MODEL_COMPARISON_H
#define MODEL_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"
#include "model/fact.h"
#include "model/sentences.h"

struct comparison {
	struct entry a, b;
	char *summary;                  /* one paragraph */
	struct sentences differences;   /* never empty */
	struct sentences rules;         /* when to use which, written for this pair */
	struct sentences receive;       /* for the one who receives the reply */
	struct sentences send;          /* for the one who writes the server */
	struct source *sources;         /* of both, each once; ends with rfc 0 */
};

/* Compares two codes that are not the same, in the user's order. */
struct comparison *comparison_create(const struct code *a, const struct code *b);

/* Tells whether a field has a value on one side at least. */
bool comparison_knows(const struct comparison *comparison, enum fact fact);

void comparison_free(struct comparison *comparison);

#endif
