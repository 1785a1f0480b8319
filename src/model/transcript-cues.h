/* The words around a reply that tell that it is one, who said it and what it
   answers: tables, by program and format. */
#ifndef MODEL_TRANSCRIPT_CUES_H
#define MODEL_TRANSCRIPT_CUES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/transcript.h"

/* Where a reply was written down. One event is often written in several places; it
   is counted once in each. */
enum place {
	PLACE_PROSE,   /* a text for people, a session, a log */
	PLACE_EARLY,   /* a log line before the one that tells the outcome */
	PLACE_REASON,  /* the short list at the top of a bounce by Sendmail */
	PLACE_FIELD,   /* the delivery status of a bounce (RFC 3464) */
	PLACES
};

/* What surroundings tell. */
struct context {
	enum said_by by;
	enum stage stage;  /* STAGES where they do not tell */
	bool no_reply;     /* the number is another program's */
	bool early;        /* a log line of this kind comes once for every server tried */
	bool outcome;      /* the log line tells what became of the message */
	bool content;      /* the log line quotes a line of the message */
};

/* The words directly before a reply. */
struct anchor {
	const char *text;    /* letters match either case where they are lower case */
	size_t length;
	enum said_by by;
	unsigned flags;
};

enum {
	ANCHOR_SETTLED = 1,  /* the rest of the line tells nothing more */
	ANCHOR_SESSION = 2,  /* what marks a line of a session; only blanks, times and names of
	                        programs stand before it */
	ANCHOR_WORD = 4,     /* prose: it begins a word, and only a refusal may follow */
	ANCHOR_ALONE = 8,    /* the code may stand alone, without a text */
	ANCHOR_ECHO = 16,    /* the same reply follows below (PLACE_REASON) */
	ANCHOR_EARLY = 32    /* as early in struct context */
};

/* Gives the anchor that ends at at, in a line that begins at start, or NULL. */
const struct anchor *anchor_before(const char *start, const char *at);

/* Reads what stands in a line before a reply; what it does not tell stays as it is in
   the context. */
void cues_read(const char *start, const char *end, struct context *context);

/* Reads the name of a command or a moment of a session ("RCPT TO", "end of DATA").
   Gives STAGES where none stands at at. */
enum stage stage_read(const char *at, const char *end);

/* Tells whether a line is what telnet, openssl, swaks or curl write when they reached a
   server. */
bool connection_read(const char *at, const char *end);

/* Tells whether a line of a session is a command, and gives its stage, STAGES for a
   command of LMTP. Behind a mark of the client its name is enough, for a command may be
   malformed, but not within a message. */
bool command_read(const char *at, const char *end, bool message, enum stage *stage);

#endif
