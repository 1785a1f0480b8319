/* Where the parts of a reply contradict one another: the class of its code and of its
   status, its codes and its words, a vendor and the registry. */
#ifndef MODEL_CONFLICT_H
#define MODEL_CONFLICT_H

#include "model/sentences.h"

struct judgement;

/* Adds a paragraph for each contradiction: what it is, what a client obeys (the first
   digit of the reply code; RFC 5321, section 4.2.1), and which part probably tells the
   truth, and why. */
void conflict_add(struct sentences *list, const struct judgement *judgement);

#endif
