#include "model/transcript-report.h"

#include <string.h>

#include "model/transcript-numbers.h"
#include "model/transcript-rejoin.h"

/* How many replies back the one is looked for that a group is about. */
#define RECENT 128

/* Gives what follows the type of a value, "smtp;" or "rfc822;" (RFC 3464, section 2.1.2). */
static const char *after_type(const char *at, const char *end)
{
	const char *type = at;

	while (at < end && (is_alnum(*at) || *at == '-'))
		at++;
	if (at == type || at == end || *at != ';')
		return type;
	at++;
	while (at < end && is_blank(*at))
		at++;
	return at;
}

/* Takes the reply that Diagnostic-Code: holds, or what else it says. */
static void end_diagnostic(struct report *report, struct ledger *ledger)
{
	const char *start = report->value.data, *end = start + report->value.length;
	const char *text = after_type(start, end);
	struct line line = line_of(text, end);
	struct finding finding;
	struct said said;

	if (!scan_line(&line, false, &finding)) {
		report->diagnostic.length = 0;
		buffer_add(&report->diagnostic, line.text, (size_t)(line.end - line.text));
		return;
	}
	if (finding.context.by == SAID_BY_UNKNOWN)
		finding.context.by = begins_with(start, end, "x-unix") ? SAID_BY_LOCAL : SAID_BY_REMOTE;
	draft_begin(&report->draft, &finding, &line, false);
	if (!draft_finish(&report->draft, &said))
		return;
	report->reply = ledger_add(ledger, &said, PLACE_FIELD, report->recipient);
	report->replied = true;
}

void report_end_field(struct report *report, struct ledger *ledger)
{
	enum field field = report->field;
	const char *start, *end;

	if (field == FIELD_NONE)
		return;
	report->field = FIELD_NONE;
	start = report->value.data;
	end = start + report->value.length;
	if (field == FIELD_RECIPIENT)
		report->recipient = address_hash(after_type(start, end), end);
	else if (field == FIELD_STATUS)
		status_read(start, end, &report->status);
	else if (field == FIELD_ACTION)
		report->failed = begins_with(start, end, "failed");
	else if (field == FIELD_DIAGNOSTIC)
		end_diagnostic(report, ledger);
}

/* Gives the reply in the part for people that a group without a diagnostic is about: what
   is said there of its recipient, or else the last of its class. NULL where none is. */
static struct said *reply_of(const struct report *report, struct ledger *ledger)
{
	size_t recent = ledger->count > RECENT ? ledger->count - RECENT : 0;
	const struct status_code *status = &report->status;

	for (size_t i = ledger->count; report->recipient && i > recent; i--)
		if (ledger->tallies[i - 1].recipient == report->recipient &&
		    ledger->tallies[i - 1].said.by != SAID_BY_LOCAL)
			return &ledger->tallies[i - 1].said;
	for (size_t i = ledger->count; i > recent; i--) {
		struct said *said = &ledger->tallies[i - 1].said;

		if (said->by != SAID_BY_LOCAL &&
		    (said->code ? said->code / 100 : said->status.class) == status->class &&
		    (!said->dsn_status.class || same_status(&said->dsn_status, status)))
			return said;
	}
	return NULL;
}

/* Makes a reply of a group that holds none: the finding of our own system. */
static void add_own(struct report *report, struct ledger *ledger)
{
	struct said said = { .dsn_status = report->status, .stage = STAGES, .by = SAID_BY_LOCAL,
			     .gave_up = report->failed };
	struct said *reply = report->diagnostic.length ? NULL : reply_of(report, ledger);

	if (reply) {
		reply->gave_up |= report->failed;
		if (!reply->dsn_status.class)
			reply->dsn_status = report->status;
		if (report->recipient && reply->by == SAID_BY_UNKNOWN)
			reply->by = SAID_BY_REMOTE;
		return;
	}
	buffer_add(&report->diagnostic, "", 0);
	rejoin(report->diagnostic.data, report->diagnostic.length, &report->value, &said);
	ledger_add(ledger, &said, PLACE_FIELD, report->recipient);
}

void report_end(struct report *report, struct ledger *ledger)
{
	if (!report->open)
		return;
	report_end_field(report, ledger);
	if (report->replied && report->reply < ledger->count) {
		struct said *reply = &ledger->tallies[report->reply].said;

		reply->gave_up |= report->failed;
		if (!reply->dsn_status.class)
			reply->dsn_status = report->status;
	} else if (!report->replied && (report->status.class >= 4 ||
					(report->status.class == 2 && report->recipient))) {
		add_own(report, ledger);
	}
	report->open = false;
	report->replied = false;
	report->failed = false;
	report->recipient = 0;
	report->status = (struct status_code){ 0 };
	report->diagnostic.length = 0;
}

bool report_wants(const struct report *report, const struct line *line)
{
	const char *value;

	if (line_field(line, &value) != FIELD_NONE)
		return true;
	if (report->field == FIELD_NONE)
		return false;
	/* A mail client may have broken a line, without the blanks. */
	return line->indent > report->indent ||
	       (report->field == FIELD_DIAGNOSTIC && line_is_wrapped(report->width, line) &&
		!line_begins_anew(line));
}

void report_take(struct report *report, const struct line *line, struct ledger *ledger)
{
	const char *value;
	enum field field = line_field(line, &value);

	report->width = (size_t)(line->end - line->start);
	if (field == FIELD_NONE || (report->field != FIELD_NONE && line->indent > report->indent)) {
		if (report->value.length < TRANSCRIPT_LINE_BYTES) {
			buffer_add(&report->value, " ", 1);
			buffer_add(&report->value, line->text, (size_t)(line->end - line->text));
		}
		return;
	}
	report_end_field(report, ledger);
	if (field == FIELD_RECIPIENT)
		report_end(report, ledger);
	report->open = true;
	report->field = field;
	report->indent = line->indent;
	report->value.length = 0;
	buffer_add(&report->value, value, (size_t)(line->end - value));
}

void report_free(struct report *report)
{
	buffer_free(&report->value);
	buffer_free(&report->diagnostic);
	draft_free(&report->draft);
}
