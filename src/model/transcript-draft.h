/* A reply whose lines are being rejoined: what a mail client or a log did to it is
   undone. */
#ifndef MODEL_TRANSCRIPT_DRAFT_H
#define MODEL_TRANSCRIPT_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "model/transcript-scan.h"

/* A reply that may not be at its end. A zeroed struct is none. */
struct draft {
	bool open;
	struct finding head;   /* its first line; text and end no longer hold */
	struct buffer raw;     /* what followed the code, lines joined by LF */
	struct buffer clean;   /* its text, once finished */
	bool more;             /* the last line with the code said that lines follow */
	bool complete;         /* nothing can follow */
	bool log;              /* it stands in a log line */
	bool cut;              /* a text was longer than TRANSCRIPT_TEXT_BYTES */
	size_t indent;         /* of its first line */
	size_t width;          /* of its last line, in bytes */
};

/* Begins a reply with what was found in a line. The draft may not be open. */
void draft_begin(struct draft *draft, const struct finding *finding, const struct line *line,
		 bool log);

/* Takes the line if it goes on with the reply. finding is what was found in it, or
   NULL. */
bool draft_take(struct draft *draft, const struct line *line, bool log,
		const struct finding *finding);

/* Ends the reply. Gives false when it was none after all; else said is filled, with
   count 1 and a text that holds until the next reply is finished. */
bool draft_finish(struct draft *draft, struct said *said);

/* Frees what a draft holds. */
void draft_free(struct draft *draft);

#endif
