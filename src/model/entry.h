/* What the catalogue says about a code of either kind, as far as both kinds have it:
   what is compared, and what structured fields are read from. */
#ifndef MODEL_ENTRY_H
#define MODEL_ENTRY_H

#include "model/code.h"
#include "model/status.h"

/* Lists of strings are msgids and end with NULL. What a kind does not have is empty. */
struct entry {
	struct code code;
	char *name;                      /* "550", "5.7.26", "5.7.606 to 5.7.649"; owned */
	const char *title;               /* msgid */
	char *brief;                     /* one sentence, translated: what it is; owned */
	char *react;                     /* for who receives it, translated; owned */
	const char *use;                 /* for the author of a server, a msgid, or NULL */
	enum standing standing;
	enum outcome outcome;            /* of X.7.26, whose class is open: OUTCOME_NO_REPLY */
	enum retry retry;
	enum actor actor;
	enum closes closes;              /* of a reply code */
	unsigned stages;                 /* likewise, a set of STAGE_BIT */
	const char *const *description;
	const char *readings[4];         /* of an enhanced code: how it reads in each class asked for */
	const char *const *when;
	const char *const *send;
	const struct advice *fix;        /* ends with a NULL text */
	const struct vendor *vendors;    /* ends with a NULL name */
	const int *replies;              /* reply codes registered with it; ends with 0 */
	const char *const *statuses;     /* enhanced codes registered with it */
	const struct source *sources;    /* ends with rfc 0 */
	const char *const *seen;         /* where it comes from, if from no RFC */
};

/* Fills an entry for any reply code from 100 to 999 or enhanced code. */
void entry_create(struct entry *entry, const struct code *code);
void entry_free(struct entry *entry);

/* Gives the code that digits typed without dots lead to, or CODE_NONE: of reply codes
   the first that begins with them, or with three digits that code itself; of enhanced
   codes "26" the first of X.2.6, X.2.6z and 2.6.z, "5726" 5.7.26. */
struct code entry_begin(enum code_kind kind, const char *digits);

/* Gives the code after another of its kind in the catalogue (step 1), or before it
   (step -1); at the end the code itself. */
struct code entry_neighbour(const struct code *code, int step);

/* Tells whether two codes are readings of one entry, as 4.7.1 and 5.7.1 are. */
bool entry_shared(const struct entry *a, const struct entry *b);

/* Tells whether the class of an enhanced code is open, as in X.7.1. */
bool entry_open(const struct entry *entry);

#endif
