/* The structured fields of an entry, as the detail page, the comparison and
   JSON show them. */
#ifndef MODEL_FACT_H
#define MODEL_FACT_H

#include <stdbool.h>

#include "model/entry.h"

enum fact {
	FACT_OUTCOME,
	FACT_RETRY,
	FACT_CLOSES,
	FACT_ACTOR,
	FACT_STAGES,
	FACT_CATEGORY,
	FACT_STANDING,
	FACT_SOURCES,
	FACTS
};

/* Gives the name of a field for people, a msgid. */
const char *fact_label(enum fact fact);

/* Gives the name of a field for programs, as in JSON. */
const char *fact_key(enum fact fact);

/* Tells whether a field has a value: nobody has said what an unassigned code
   answers or whether the connection outlives it, an enhanced code answers nothing
   by itself, and X.7.1 leaves the outcome open. */
bool fact_known(const struct entry *entry, enum fact fact);

/* Gives the value of a field in the language in use, "-" where it has none;
   owned by the caller. */
char *fact_text(const struct entry *entry, enum fact fact);

/* Gives the value of a field that holds one word for programs, or NULL where it
   has none and for the stages and the sources, which are lists. */
const char *fact_value(const struct entry *entry, enum fact fact);

/* Gives the columns of the widest name in the language in use. */
size_t fact_label_columns(void);

/* Tells whether two entries have the same value. */
bool fact_same(const struct entry *a, const struct entry *b, enum fact fact);

#endif
