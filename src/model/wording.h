/* What the wording of a reply says beyond its code: sentences by which providers
   and software are known. The text is data/providers.xml; every text for people is
   an English msgid. */
#ifndef MODEL_WORDING_H
#define MODEL_WORDING_H

#include <stddef.h>

#include "model/catalogue.h"
#include "model/status.h"

/* A wording that is known. Entries in a row differ in nothing but their fragments where
   the same is said in several ways. */
struct wording {
	const char *provider;               /* "Gmail", "Postfix"; NULL: met at many */
	int code;                           /* reply code it comes with; 0: any */
	const char *status;                 /* "5.7.26" or "X.7.26" it comes with, or NULL: any */
	const char *const *fragments;       /* in this order, in small letters without white
	                                       space; ends with NULL */
	enum retry retry;                   /* what the words themselves say of another attempt */
	enum actor actor;                   /* who has to act */
	const char *tells;                  /* enhanced code whose meaning the words have, as
	                                       "X.1.1", or NULL where none fits */
	const char *meaning;                /* a sentence or two */
	const struct advice *fix;           /* ends with a NULL text */
	const char *source;                 /* address of a page, or what was read, not translated */
};

extern const struct wording wordings[];
extern const size_t wordings_count;

/* Gives the most specific wording that fits a reply, or NULL. Every fragment has to
   occur in the text, one after the other, without regard to case and white space.
   The code (0: none) and the status (class 0: none) have to agree where the wording
   names them; a reply that reports success, 2yz or 3yz, has only wordings that name
   its code. The most specific is the one with most letters in its fragments; of
   equals, the one that names more of provider, status and code. */
const struct wording *wording_find(const char *text, int code, const struct status_code *status);

#endif
