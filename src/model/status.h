/* Enhanced status codes, class.subject.detail (RFC 3463): those of the registry and
   those that vendors made their own. The text is data/statuses.xml; every text is an
   English msgid. */
#ifndef MODEL_STATUS_H
#define MODEL_STATUS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/catalogue.h"

/* What a vendor means by a code. */
struct vendor {
	const char *name;
	const char *text;  /* a sentence, msgid */
};

/* One enhanced code, or a run of them. Lists of strings end with NULL. */
struct status {
	const char *code;                /* "X.7.26", or "5.7.606" of one class only */
	const char *last;                /* "5.7.649" when it is a run, else NULL */
	enum standing standing;          /* registered, obsolete, vendor or unassigned */
	enum actor actor;
	const char *classes;             /* in which it occurs: "4 5" */
	const char *title;
	const char *brief;               /* one sentence: what it is */
	const char *react;               /* one sentence for who receives it */
	const char *const *description;  /* paragraphs, valid for every class */
	const char *success;             /* how it reads as 2.y.z, or NULL */
	const char *transient;           /* as 4.y.z */
	const char *permanent;           /* as 5.y.z */
	const struct advice *fix;        /* ends with a NULL text */
	const struct vendor *vendors;    /* ends with a NULL name */
	const int *replies;              /* reply codes registered with it; ends with 0 */
	const char *const *compare_with; /* enhanced codes it is confused with */
	const struct source *sources;    /* ends with rfc 0 */
	const char *const *seen;         /* where it comes from, if from no RFC */
};

/* The table, in ascending order of subject, detail and class. */
extern const struct status statuses[];
extern const size_t statuses_count;

/* Tells whether code, which may be a pattern, takes in an entry. */
bool status_matches(const struct status *status, const struct status_code *code);

/* Gives the entry of a code that is no pattern: the narrowest that takes it in, or,
   for a code in no list, one made of its class and subject, whose brief and react
   are then NULL. */
struct status status_entry(const struct status_code *code);

/* Gives the code of an entry as it was asked for, "5.7.26" or "5.7.606 to 5.7.649"
   for a run; owned by the caller. */
char *status_text(const struct status *status, const struct status_code *code);

/* Gives the words for what a subject is about. */
const struct word *subject_term(int subject);

/* Gives the heading of a class, a msgid, as the RFC calls it (RFC 3463, section 3.1);
   0 is X. */
const char *status_heading(int class);

/* Gives what the client does next: it follows from the class. */
enum retry status_retry(const struct status_code *code);

/* Gives what the class says. For X that is open: OUTCOME_NO_REPLY. */
enum outcome status_outcome(const struct status_code *code);

#endif
