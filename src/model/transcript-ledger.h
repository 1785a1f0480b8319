/* The replies of a text, equal ones as one. */
#ifndef MODEL_TRANSCRIPT_LEDGER_H
#define MODEL_TRANSCRIPT_LEDGER_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "model/transcript-scan.h"
#include "model/transcript.h"

/* A reply and how often it stands in places of each kind. */
struct tally {
	struct said said;      /* its text is owned; its count is not used */
	size_t counts[PLACES];
	uint64_t recipient;    /* the first whom it was about (address_hash); 0 for unknown */
	uint64_t hash;
	size_t next;           /* the next with the same slot, as index + 1 */
};

#define LEDGER_SLOTS 16384

struct ledger {
	struct tally *tallies;
	size_t count;
	size_t size;
	size_t slots[LEDGER_SLOTS];  /* the first of a slot, as index + 1; 0 for none */
	struct buffer key;           /* what is compared, of the reply that comes */
	struct buffer other;         /* and of one that is there */
	bool lost;                   /* more than TRANSCRIPT_REPLIES differed */
};

/* Counts a reply, met in a place, that is about a recipient. The text is copied where it
   is new. Gives its index, or TRANSCRIPT_REPLIES where it could not be kept. */
size_t ledger_add(struct ledger *ledger, const struct said *said, enum place place,
		  uint64_t recipient);

/* Takes what our own system made of the reply with an index. Gives true when that is
   the same code again with the status that the reply lacks, which it then gets. */
bool ledger_restate(struct ledger *ledger, size_t index, const struct said *said);

/* Moves what was gathered into a transcript, and leaves the ledger empty. */
void ledger_close(struct ledger *ledger, struct transcript *transcript);

#endif
