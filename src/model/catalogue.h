/* The catalogue of reply codes. Its text is data/replies.xml and data/pairs.xml,
   which the build prints as the tables declared here; every text is an English
   msgid and is translated where it is shown. */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include <stddef.h>

#include "model/code.h"
#include "model/taxonomy.h"

/* A section of an RFC. */
struct source {
	int rfc;              /* 5321 */
	const char *section;  /* "4.2.2" */
};

/* A paragraph of advice and whom it is for. */
struct advice {
	enum actor who;  /* ACTOR_VARIES: for everybody */
	const char *text;
};

/* One reply code (RFC 5321, section 4.2). Lists of strings end with NULL. */
struct reply {
	int code;
	enum standing standing;
	enum retry retry;
	enum closes closes;
	enum actor actor;
	unsigned stages;                 /* set of STAGE_BIT */
	const char *title;               /* no two entries share one */
	const char *brief;               /* one sentence: what it is */
	const char *const *description;  /* paragraphs */
	const char *const *when;         /* situations; empty when unassigned */
	const struct advice *fix;        /* ends with a NULL text */
	const char *const *send;         /* for the author of a server */
	const char *react;               /* one sentence for who receives it */
	const char *use;                 /* one sentence for the author of a server, or NULL */
	const char *const *example;      /* lines of a dialogue, not translated */
	const char *const *statuses;     /* enhanced codes registered with it */
	const int *compare_with;         /* codes it is confused with; ends with 0 */
	const struct source *sources;    /* ends with rfc 0 */
	const char *const *seen;         /* where it comes from, if from no RFC */
};

/* What a person wrote about two codes that people confuse: "450" and "550", "X.1.1"
   and "X.1.2" of any class, "4.7.1" and "5.7.1" of these only. A reply code comes
   before an enhanced one. */
struct pair {
	const char *a, *b;
	const char *const *differences;  /* paragraphs */
	const char *const *use;          /* paragraphs, may be empty */
};

/* The tables, in ascending order of their codes. */
extern const struct reply replies[];
extern const size_t replies_count;
extern const struct pair pairs[];
extern const size_t pairs_count;

/* Finds the entry of a code in the table, or gives NULL. */
const struct reply *catalogue_find(int code);

/* Gives the first code of a range that the table holds; when the range is one
   code, that code itself; else -1. */
int catalogue_first(const struct code_range *range);

/* Gives the entry of any code from 100 to 999: from the table, or, for a code in
   no list, one made of what its digits say (RFC 5321, section 4.2). Its brief
   and react are then formats with one %d, for the code. */
struct reply catalogue_reply(int code);

/* Finds the note on two codes in either order, or gives NULL. A note on these very
   codes goes before one on any class. */
const struct pair *catalogue_pair(const struct code *a, const struct code *b);

/* Gives the brief or the react of an entry, translated, its code filled in;
   owned by the caller. */
char *reply_brief(const struct reply *reply);
char *reply_react(const struct reply *reply);

/* Gives a paragraph of advice, translated, after the name of the one it is for;
   owned by the caller. */
char *advice_text(const struct advice *advice);

/* Gives the address of a source: that of the section at the RFC Editor. Owned by
   the caller. */
char *source_url(const struct source *source);

#endif
