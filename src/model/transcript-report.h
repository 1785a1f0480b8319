/* The delivery status of a bounce (RFC 3464, section 2): a group of fields for each
   recipient. */
#ifndef MODEL_TRANSCRIPT_REPORT_H
#define MODEL_TRANSCRIPT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "model/transcript-draft.h"
#include "model/transcript-ledger.h"

/* The group that is being read. A zeroed struct is none. */
struct report {
	bool open;                   /* a field of the group was met */
	enum field field;            /* the one that may go on */
	size_t indent;               /* of the line it began in */
	size_t width;                /* of its last line, in bytes */
	struct buffer value;         /* what it says so far, when it is of interest */
	uint64_t recipient;          /* Final-Recipient:, as address_hash; 0 for unknown */
	struct status_code status;   /* Status: */
	bool failed;                 /* Action: failed */
	struct buffer diagnostic;    /* what Diagnostic-Code: says where that is no reply */
	bool replied;                /* Diagnostic-Code: held a reply */
	size_t reply;                /* its index in the ledger */
	struct draft draft;
};

/* Tells whether a line is a field or goes on with one. */
bool report_wants(const struct report *report, const struct line *line);

/* Takes such a line. */
void report_take(struct report *report, const struct line *line, struct ledger *ledger);

/* Ends the field that is being read, if there is one: another line came. */
void report_end_field(struct report *report, struct ledger *ledger);

/* Ends the group, if there is one. */
void report_end(struct report *report, struct ledger *ledger);

/* Frees what a report holds. */
void report_free(struct report *report);

#endif
