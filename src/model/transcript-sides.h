/* What stands on both sides of a number. */
#ifndef MODEL_TRANSCRIPT_SIDES_H
#define MODEL_TRANSCRIPT_SIDES_H

#include <stdbool.h>

#include "model/transcript-lines.h"

/* A blank that web pages put into what is copied from them. */
#define NO_BREAK_SPACE "\xc2\xa0"

/* The bytes that may stand between a code and a status. */
#define STATUS_MARKS " \t\n-_:#(['\"," NO_BREAK_SPACE

/* What stands before a number. */
enum left {
	LEFT_NOTHING,  /* a part of something else */
	LEFT_TIGHT,    /* a mark without a blank, "=" or ":" */
	LEFT_WORD,     /* a word and a blank */
	LEFT_MARK,     /* an opening mark, a tag, or ":", ";", "," or "-" and a blank */
	LEFT_START     /* nothing but opening marks */
};

/* What stands after a code. */
enum right {
	RIGHT_NOTHING,  /* a part of something else */
	RIGHT_ALONE,    /* a mark that ends it */
	RIGHT_END,      /* nothing: the end of the line */
	RIGHT_THINGS,   /* a text that begins as if they were counted: "messages" */
	RIGHT_DASH,     /* a text that begins with "-", or an option of a command */
	RIGHT_TEXT,
	RIGHT_QUOTED,   /* as Amazon writes: 550-'text' */
	RIGHT_STATUS
};

/* Tells what stands before the number at at. */
enum left left_of(const struct line *line, const char *at);

/* Tells what stands behind a code, from the byte after it on. */
enum right right_of(const char *at, const char *end, int code);

/* Tells whether the number of three digits at at, which stands behind a mark, is the
   value of something: "bits: 512", or in a log "500 key=value". */
bool is_value(const struct line *line, const char *at, bool log);

#endif
