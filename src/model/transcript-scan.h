/* Finds the reply in a line: numbers are found first, fast, and then judged by what
   stands around them. */
#ifndef MODEL_TRANSCRIPT_SCAN_H
#define MODEL_TRANSCRIPT_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "model/transcript-cues.h"
#include "model/transcript-lines.h"

/* A reply found in a line. */
struct finding {
	int code;                       /* 0 where there is a status only */
	struct status_code status;      /* where it stands before the code or without one */
	struct status_code dsn_status;  /* the field dsn= of a log line */
	const char *at;                 /* where code or status stands */
	const char *text;               /* what follows the code */
	const char *end;
	char opener;                    /* the mark before the code that a mark after the text
	                                   answers; 0 where there is none */
	uint64_t recipient;             /* address_hash of whom the line begins with; 0 for nobody */
	bool more;                      /* the code is followed by "-": lines follow */
	bool starts;                    /* only marks stand before it in the line */
	bool tentative;                 /* a number alone on a line */
	bool weak;                      /* a code named in prose: it counts where nothing else does */
	bool sure;                      /* a status follows the code */
	bool settled;                   /* nothing else in the line matters */
	bool session;                   /* a mark says that it is of a session */
	struct context context;
	enum place place;
};

/* Looks for the reply in a line; of several the first, but a failure rather than a
   success. log tells whether it is a line of a log. */
bool scan_line(const struct line *line, bool log, struct finding *finding);

#endif
