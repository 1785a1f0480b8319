/* What sets two entries apart, as whole sentences made from their fields. */
#ifndef MODEL_DIFFERENCE_H
#define MODEL_DIFFERENCE_H

#include "model/entry.h"
#include "model/sentences.h"

/* Gives what the two have to do with each other, in one or two sentences; owned by
   the caller. */
char *difference_relation(const struct entry *a, const struct entry *b);

/* Adds a sentence for each field that differs; at least one when list is empty. */
void difference_add(struct sentences *list, const struct entry *a, const struct entry *b);

#endif
