/* What a reply comes to: whether to try again, who has to act, what its words say
   beyond its codes, and where its parts contradict one another. In the language in
   use. */
#ifndef MODEL_JUDGEMENT_H
#define MODEL_JUDGEMENT_H

#include "model/entry.h"
#include "model/sentences.h"
#include "model/transcript.h"
#include "model/wording.h"

struct judgement {
	const struct said *said;        /* stays the caller's */
	struct code code;               /* the reply code, or none */
	struct code status;             /* the enhanced code: that of the reply, else that of
	                                   the Status: field; or none */
	enum outcome outcome;           /* what a client obeys: the first digit of the reply code,
	                                   or of the status where there is no reply code */
	enum retry retry;               /* what the client does next */
	enum actor actor;               /* whom the words name, else the status, else the code */
	const struct wording *wording;  /* what is known of the words, or NULL */
	const struct advice *fix;       /* of the words, else of the status, else of the code;
	                                   ends with a NULL text */
	const struct advice *again;     /* to be followed first where the sending system gave up
	                                   though the cause passes; else empty */
	char *verdict;                  /* one sentence: whether to send it again */
	struct sentences conflicts;     /* each says which to obey and which to believe */
};

/* Judges a reply, which has to outlive the judgement. */
void judgement_create(struct judgement *judgement, const struct said *said);
void judgement_free(struct judgement *judgement);

/* Gives the codes of a reply, the reply code first, and their number: 1 or 2. */
size_t judgement_codes(const struct said *said, struct code codes[2]);

/* Gives the word for who sent a reply. */
extern const struct word said_by_terms[SAID_BY_COUNT];

#endif
