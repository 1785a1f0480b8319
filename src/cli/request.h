/* What the command line asks for. */
#ifndef CLI_REQUEST_H
#define CLI_REQUEST_H

#include <stdbool.h>

#include "cli/options.h"
#include "model/code.h"

struct request {
	enum {
		REQUEST_LIST,
		REQUEST_CODE,
		REQUEST_PAIR,
		REQUEST_TEXT,   /* explain the operands, joined by blanks */
		REQUEST_INPUT,  /* explain what is in the files or on standard input */
	} kind;
	struct code code, other;
	struct code_range range;    /* for a list: of these reply codes, */
	bool of_status;             /* or of the enhanced codes that fit a pattern */
	struct status_code status;
	char *text;                 /* owned */
};

/* Reads the operands, trimming them where they stand. Gives STATUS_FOUND, or, after
   reporting what is wrong, the status to end with. */
int request_read(const struct options *options, struct request *request);

/* Gives the code that the explorer's list opens on, if the operand names one. */
struct code request_first(const struct request *request);

/* Gives STATUS_FOUND, or STATUS_NOTHING when a code is in no list. */
int request_found(const struct request *request);

#endif
