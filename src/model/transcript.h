/* What mail servers said, found in text of any kind: a reply, a bounce
   (RFC 3464), a mail log, a session. */
#ifndef MODEL_TRANSCRIPT_H
#define MODEL_TRANSCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/status.h"
#include "model/taxonomy.h"

/* The longest line that is kept, in bytes; what follows in it is left out. A line
   of a real log or bounce is far shorter. */
#define TRANSCRIPT_LINE_BYTES 65536

/* The longest text of one reply, in bytes, its lines rejoined; what follows is left
   out. RFC 5321, section 4.5.3.1.5, allows a line 512. */
#define TRANSCRIPT_TEXT_BYTES 8192

/* The most replies that differ; others that come after are left out. */
#define TRANSCRIPT_REPLIES 10000

/* Who sent a reply, as far as the text tells. */
enum said_by {
	SAID_BY_UNKNOWN,
	SAID_BY_OURS,    /* the server whose log this is, to its client */
	SAID_BY_REMOTE,  /* the server that our client spoke to */
	SAID_BY_LOCAL,   /* no server: our own system's finding, with a status only */
	SAID_BY_COUNT
};

/* One reply (RFC 5321, section 4.2), its lines rejoined. Replies that differ in
   nothing but addresses and numbers inside the text are one, and counted. */
struct said {
	int code;                        /* 0 where the text holds none */
	struct status_code status;       /* written in the reply; class 0 where there is none */
	struct status_code dsn_status;   /* the Status: or dsn= field (RFC 3464, section 2.3.4); likewise */
	char *text;                      /* what follows code and status, lines joined by one blank;
	                                    valid UTF-8; control characters may be in it */
	enum stage stage;                /* what it answers; STAGES where the text does not say */
	enum said_by by;
	bool gave_up;                    /* Action: failed (RFC 3464, section 2.3.3): whatever the
	                                    reply says, the sending system tries no more */
	size_t count;                    /* how often it was met, at least 1 */
};

/* All replies of a text in the order in which they were first met. */
struct transcript {
	struct said *replies;
	size_t count;
	size_t verdict;      /* the first that is the failure; count where there is none */
	bool lines_cut;      /* a line was longer than TRANSCRIPT_LINE_BYTES, or a text than
	                        TRANSCRIPT_TEXT_BYTES */
	bool replies_lost;   /* more than TRANSCRIPT_REPLIES differed */
};

/* Reads a text piece by piece, in memory that does not grow with it. */
struct transcript_reader;

struct transcript_reader *transcript_reader_create(void);

/* Takes the next bytes, cut anywhere. */
void transcript_feed(struct transcript_reader *reader, const char *bytes, size_t length);

/* Ends one text before another, such as the next file, begins. */
void transcript_end_text(struct transcript_reader *reader);

/* Ends the text, frees the reader and gives what was found; owned by the caller. */
struct transcript *transcript_finish(struct transcript_reader *reader);

void transcript_free(struct transcript *transcript);

#endif
