/* What a piece of a page is; how it looks is the theme's affair. */
#ifndef PAGE_ROLE_H
#define PAGE_ROLE_H

#include "model/taxonomy.h"

enum role {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_LABEL,      /* heading of a section */
	ROLE_FIELD,      /* name of a structured field */
	ROLE_WHO,        /* whom a piece of advice is for */
	ROLE_EXAMPLE,
	ROLE_LINK,
	ROLE_DIFFERS,    /* a field whose two sides differ */
	ROLE_MATCH,      /* what a search found */
	ROLE_RULE,       /* lines between parts */
	ROLE_KEY,        /* a key in the help */
	ROLE_SUCCESS,    /* a reply code, by its class */
	ROLE_GO_ON,
	ROLE_TEMPORARY,
	ROLE_PERMANENT,
	ROLE_NO_REPLY,
	ROLES
};

/* Gives the role of a reply code's number. */
static inline enum role role_of_outcome(enum outcome outcome)
{
	return (enum role)(ROLE_SUCCESS + (int)outcome);
}

#endif
