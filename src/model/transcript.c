#include "model/transcript.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/transcript-draft.h"
#include "model/transcript-ledger.h"
#include "model/transcript-lines.h"
#include "model/transcript-report.h"
#include "model/transcript-session.h"

/* How much of the lines before a reply is kept, in bytes. */
#define LEAD_BYTES 256

struct transcript_reader {
	struct line_cutter cutter;
	struct draft draft;      /* the reply whose end has not come */
	struct report report;
	struct session session;
	struct ledger ledger;
	char lead[LEAD_BYTES];   /* the end of the lines that lead to the reply to come */
	size_t lead_length;
	bool lead_ended;         /* an empty line followed */
	size_t lines;            /* lines that were not empty */
	struct said weak;        /* a code named in prose; its text is owned, NULL for none */
	bool quoting;            /* a list of what a remote server said is open, as Sendmail writes:
	                            what stands in it without a mark is our own */
	size_t quoted;           /* the last reply, as an index of the ledger */
};

static void end_reply(struct transcript_reader *reader)
{
	const struct finding *head = &reader->draft.head;
	struct said said;

	if (!reader->draft.open || !draft_finish(&reader->draft, &said))
		return;
	if (head->weak) {
		if (!reader->weak.text) {
			reader->weak = said;
			reader->weak.text = xstrdup(said.text);
		}
		return;
	}
	if (reader->quoting && !head->session && ledger_restate(&reader->ledger, reader->quoted, &said))
		return;
	reader->quoted = ledger_add(&reader->ledger, &said, head->place, head->recipient);
}

/* Takes the code named in prose if nothing else was found. */
static void take_weak(struct transcript_reader *reader)
{
	if (reader->weak.text && reader->ledger.count == 0)
		ledger_add(&reader->ledger, &reader->weak, PLACE_PROSE, 0);
	free(reader->weak.text);
}

/* Takes an enhanced code that is all there is. */
static void take_bare_status(struct transcript_reader *reader)
{
	struct said said = { .stage = STAGES, .text = (char[]){ "" }, .count = 1 };

	if (reader->lines != 1 || !reader->lead_length || reader->ledger.count)
		return;
	/* The blank behind the line. */
	reader->lead[reader->lead_length - 1] = '\0';
	if (status_parse(reader->lead, &said.status) && said.status.class && said.status.detail >= 0)
		ledger_add(&reader->ledger, &said, PLACE_PROSE, 0);
}

/* Fills in what the lines before tell about a reply at the start of its line. */
static void place_in_session(struct transcript_reader *reader, struct finding *finding)
{
	struct context *context = &finding->context;
	enum stage stage = STAGES;

	if (reader->quoting && !finding->session) {
		context->by = SAID_BY_LOCAL;
		return;
	}
	if (finding->session || reader->session.count || reader->session.connected ||
	    finding->code == 220)
		stage = session_answer(&reader->session, finding->code);
	if ((stage != STAGES || reader->session.connected) && !finding->session &&
	    context->by == SAID_BY_UNKNOWN)
		context->by = SAID_BY_REMOTE;
	if (context->stage == STAGES)
		context->stage = stage;
}

/* Keeps the end of a line that holds no reply: it may tell about the next one. */
static void take_lead(struct transcript_reader *reader, const char *at, const char *end)
{
	size_t length = (size_t)(end - at), kept = reader->lead_length;

	if (reader->lead_ended)
		kept = 0;
	reader->lead_ended = false;
	if (length >= LEAD_BYTES) {
		at = end - (LEAD_BYTES - 1);
		length = LEAD_BYTES - 1;
	}
	if (kept + length >= LEAD_BYTES) {
		size_t more = kept + length - (LEAD_BYTES - 1);

		kept -= more;
		memmove(reader->lead, reader->lead + more, kept);
	}
	memcpy(reader->lead + kept, at, length);
	reader->lead_length = kept + length;
	reader->lead[reader->lead_length++] = ' ';
}

/* Reads what the lines before a reply tell about it, as one with what stands before
   it in its own line. */
static void read_lead(struct transcript_reader *reader, const struct line *line,
		      struct finding *finding)
{
	struct context context = { .stage = STAGES };

	if (!reader->lead_length)
		return;
	take_lead(reader, line->text, finding->at);
	cues_read(reader->lead, reader->lead + reader->lead_length, &context);
	if (finding->context.by == SAID_BY_UNKNOWN)
		finding->context.by = context.by;
	if (finding->context.stage == STAGES)
		finding->context.stage = context.stage;
}

static void begin_reply(struct transcript_reader *reader, const struct line *line, bool log,
			struct finding *finding)
{
	if (finding->starts && finding->code)
		place_in_session(reader, finding);
	if (reader->lead_length > 1 && reader->lead[reader->lead_length - 2] == ':')
		finding->tentative = false;
	if (!log) {
		read_lead(reader, line, finding);
		finding->recipient = address_hash(line->text, finding->at);
	}
	reader->lead_length = 0;
	if (finding->session && begins_with(line->text, line->end, "<<< "))
		reader->quoting = true;
	draft_begin(&reader->draft, finding, line, log);
}

static void take_line(void *owner, const struct line *line)
{
	struct transcript_reader *reader = owner;
	struct finding finding;
	enum stage stage;
	bool found, log;

	if (line->text == line->end) {
		/* A first line of nothing but a code may turn out to be all there is. */
		if (reader->lines != 1 || !reader->draft.head.tentative)
			end_reply(reader);
		report_end(&reader->report, &reader->ledger);
		reader->quoting = false;
		reader->lead_ended = reader->lead_length < 2 ||
				     reader->lead[reader->lead_length - 2] != ':';
		return;
	}
	reader->lines++;
	if (report_wants(&reader->report, line)) {
		end_reply(reader);
		report_take(&reader->report, line, &reader->ledger);
		return;
	}
	report_end_field(&reader->report, &reader->ledger);
	log = line_is_log(line);
	if (!log && connection_read(line->text, line->end)) {
		end_reply(reader);
		session_open(&reader->session);
	}
	if (!log && command_read(line->text, line->end, session_in_message(&reader->session), &stage)) {
		end_reply(reader);
		session_command(&reader->session, stage);
		reader->lead_length = 0;
		return;
	}
	found = scan_line(line, log, &finding);
	if (reader->draft.open) {
		if (draft_take(&reader->draft, line, log, found ? &finding : NULL))
			return;
		end_reply(reader);
	}
	if (found)
		begin_reply(reader, line, log, &finding);
	else if (!log)
		take_lead(reader, line->text, line->end);
}

struct transcript_reader *transcript_reader_create(void)
{
	struct transcript_reader *reader = xcalloc(1, sizeof(*reader));

	reader->cutter.take = take_line;
	reader->cutter.owner = reader;
	return reader;
}

void transcript_feed(struct transcript_reader *reader, const char *bytes, size_t length)
{
	line_cutter_feed(&reader->cutter, bytes, length);
}

void transcript_end_text(struct transcript_reader *reader)
{
	transcript_feed(reader, "\n\n", 2);
}

struct transcript *transcript_finish(struct transcript_reader *reader)
{
	struct transcript *transcript = xcalloc(1, sizeof(*transcript));

	line_cutter_finish(&reader->cutter);
	/* Nothing but a code. */
	if (reader->lines == 1 && reader->draft.head.starts)
		reader->draft.head.tentative = false;
	end_reply(reader);
	report_end(&reader->report, &reader->ledger);
	take_weak(reader);
	take_bare_status(reader);
	ledger_close(&reader->ledger, transcript);
	transcript->lines_cut = reader->cutter.cut || reader->draft.cut || reader->report.draft.cut;
	draft_free(&reader->draft);
	report_free(&reader->report);
	free(reader);
	return transcript;
}

void transcript_free(struct transcript *transcript)
{
	for (size_t i = 0; transcript && i < transcript->count; i++)
		free(transcript->replies[i].text);
	if (transcript)
		free(transcript->replies);
	free(transcript);
}
