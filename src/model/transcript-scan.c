#include "model/transcript-scan.h"

#include <string.h>

#include "model/transcript-numbers.h"
#include "model/transcript-sides.h"

/* Tells whether a mark of a session that begins at at is the first in its line, or
   has only the head of a log line before it. */
static bool session_begins(const struct line *line, const char *at, bool log)
{
	return at == line->text || log || (at - line->text > 2 && at[-2] == ']');
}

/* Tells whether the line is about a message that was delivered, as Postfix reports it:
   then the code at its end is that of a success. */
static bool tells_delivery(const struct line *line)
{
	static const char delivery[] = ": delivery via ";

	return memmem(line->text, (size_t)(line->end - line->text), delivery, strlen(delivery));
}

/* Tells whether the line quotes somebody's words about the message. */
static bool is_subject(const struct line *line)
{
	return begins_with(line->text, line->end, "subject:");
}

/* Tells whether surroundings make a code a reply. */
static bool is_reply(const struct line *line, int code, enum left left, enum right right,
		     const struct anchor *anchor, bool log)
{
	bool refusal = code >= 400;

	if (is_subject(line))
		return false;

	if (right == RIGHT_STATUS || right == RIGHT_QUOTED)
		return left != LEFT_NOTHING || anchor;
	if (anchor && anchor->flags & ANCHOR_WORD)
		return refusal && (right == RIGHT_TEXT || (anchor->flags & ANCHOR_ALONE && !log));
	if (anchor)
		return right != RIGHT_ALONE || anchor->flags & ANCHOR_ALONE;
	if (left == LEFT_START && !log)
		return right != RIGHT_ALONE && (refusal || right != RIGHT_THINGS);
	if (left == LEFT_MARK && right == RIGHT_END)
		return !log && (refusal || tells_delivery(line));
	return left == LEFT_MARK && refusal && right == RIGHT_TEXT;
}

/* Gives the mark that opens a reply: before the code, or before its anchor. */
static char opener_of(const struct line *line, const char *at, const struct anchor *anchor)
{
	const char *from = at - (anchor ? anchor->length : 0);

	if (at > line->text && is_one_of(at[-1], "([<\"',"))
		return at[-1];
	return from > line->text && is_one_of(from[-1], "\"'") ? from[-1] : 0;
}

/* Gives where the text of a reply ends in its line: before the mark that answers
   the one before the code. */
static const char *text_end(char opener, const char *at, const char *end)
{
	const char *close = NULL;
	char closer = opener == '(' ? ')' : opener == '[' ? ']' : opener == '<' ? '>' : opener;
	int depth = 1;

	if (!opener)
		return end;
	for (; at < end; at++) {
		if (*at == closer && at[-1] != '\\') {
			close = at;
			/* An apostrophe may stand within the text. */
			if (closer != '\'' && --depth == 0)
				break;
		} else if (*at == opener) {
			depth++;
		}
	}
	return close && (depth == 0 || closer == '\'') ? close : end;
}

/* How far before a number words are read that tell about it, in bytes, and before how
   many numbers of a line: a line may hold nothing but numbers. */
#define NEAR 1024
#define TRIES 16

/* A line that is searched. */
struct scan {
	const struct line *line;
	bool log;
	int tries;  /* how many more times words may be read */
};

/* Reads what stands in the line before a number; false where that has been done too
   often. */
static bool read_cues(struct scan *scan, const char *at, struct context *context)
{
	const char *start = scan->line->text;

	if (scan->tries-- <= 0)
		return false;
	cues_read(at - start > NEAR ? at - NEAR : start, at, context);
	return !context->no_reply;
}

static bool judge_code(struct scan *scan, const struct number *number, struct finding *finding)
{
	const struct line *line = scan->line;
	bool log = scan->log;
	int code = number_code(number->at, line->end);
	enum right right;
	enum left left;
	const struct anchor *anchor;
	struct context context = { .stage = STAGES };

	if (!code || (right = right_of(number->end, line->end, code)) == RIGHT_NOTHING)
		return false;
	left = left_of(line, number->at);
	anchor = anchor_before(line->text, number->at);
	if (anchor && anchor->flags & ANCHOR_SESSION &&
	    !session_begins(line, number->at - anchor->length, log))
		anchor = NULL;
	if (!is_reply(line, code, left, right, anchor, log) ||
	    (left == LEFT_MARK && !anchor && right < RIGHT_QUOTED && is_value(line, number->at, log)))
		return false;
	if (left != LEFT_START && !(anchor && anchor->flags & ANCHOR_SETTLED) &&
	    (!read_cues(scan, number->at, &context) || (context.content && log)))
		return false;
	if (anchor && anchor->by != SAID_BY_UNKNOWN)
		context.by = anchor->by;
	if (anchor && anchor->flags & ANCHOR_EARLY)
		context.early = true;
	*finding = (struct finding){
		.code = code,
		.at = number->at,
		.text = number->end,
		.opener = right == RIGHT_ALONE ? 0 : opener_of(line, number->at, anchor),
		.more = number->end < line->end && *number->end == '-',
		.starts = left == LEFT_START || (anchor && anchor->flags & ANCHOR_SESSION),
		.session = anchor && anchor->flags & ANCHOR_SESSION,
		.settled = anchor && anchor->flags & ANCHOR_SETTLED,
		.tentative = right == RIGHT_END && !anchor,
		.weak = anchor && anchor->flags & ANCHOR_WORD &&
			(right == RIGHT_END || right == RIGHT_ALONE),
		.sure = right == RIGHT_STATUS,
		.context = context,
		.place = anchor && anchor->flags & ANCHOR_ECHO ? PLACE_REASON :
			 log && context.early && !context.outcome ? PLACE_EARLY : PLACE_PROSE,
	};
	/* 550-'5.7.1 text' */
	if (line->end - number->end > 1 && *number->end == '-' && is_one_of(number->end[1], "'\"")) {
		finding->more = false;
		finding->opener = number->end[1];
		finding->text = number->end + 2;
	}
	finding->end = text_end(finding->opener, finding->text, line->end);
	return true;
}

/* Tells whether a line begins with one word and a colon that ends at at: then the
   number is the value of a header field, a version perhaps. */
static bool is_header_value(const struct line *line, const char *at)
{
	const char *word = line->text;

	while (word < at && (is_alnum(*word) || *word == '-' || *word == '_'))
		word++;
	return word < at && *word == ':' && at - word <= 2;
}

/* Gives where a text begins that holds its status: in a log behind the last colon. */
static const char *text_start(const struct line *line, const char *at, bool log)
{
	const char *start = line->text;

	for (const char *p = line->text; log && p + 1 < at; p++)
		if (p[0] == ':' && is_blank(p[1]))
			start = p + 2;
	return start;
}

/* Tells whether a status that a log line holds behind a line of the message tells why
   that was rejected: reject: header WHAT from WHOM; from=<x> ...: 5.7.1 text */
static bool ends_content(const struct line *line, const char *at)
{
	static const char sender[] = "; from=<";
	const char *start = line->text;

	return at - start > 3 && memcmp(at - 3, ">: ", 3) == 0 &&
	       memmem(start, (size_t)(at - start), sender, strlen(sender));
}

static bool judge_status(struct scan *scan, const struct number *number, struct finding *finding)
{
	const struct line *line = scan->line;
	bool log = scan->log;
	const char *after = number->end;
	bool hash = number->at > line->text && number->at[-1] == '#';
	bool text = after + 1 < line->end && is_one_of(*after, " \t_:-");
	struct context context = { .stage = STAGES };
	const struct anchor *anchor;
	struct status_code status;
	enum left left;

	if (status_read(number->at, line->end, &status) != (size_t)(after - number->at) ||
	    (after < line->end && (is_alnum(*after) || *after == '/')))
		return false;
	left = left_of(line, number->at);
	anchor = anchor_before(line->text, number->at);
	if (left == LEFT_NOTHING || (left == LEFT_WORD && !anchor) ||
	    (left == LEFT_TIGHT && !anchor && number->at[-1] != ',') ||
	    !read_cues(scan, number->at, &context))
		return false;
	if (!hash && !anchor) {
		bool rejected = context.by == SAID_BY_OURS &&
				(context.content ? ends_content(line, number->at) : context.stage != STAGES);

		if (!text || is_subject(line) || (log && !rejected) || (left == LEFT_MARK && status.class == 2) ||
		    is_header_value(line, number->at))
			return false;
	}
	if (anchor && anchor->by != SAID_BY_UNKNOWN)
		context.by = anchor->by;
	if (hash && context.by == SAID_BY_UNKNOWN)
		context.by = SAID_BY_LOCAL;
	*finding = (struct finding){
		.status = status,
		.at = number->at,
		.text = hash ? text_start(line, number->at, log) : after,
		.opener = hash ? 0 : opener_of(line, number->at, anchor),
		.starts = left == LEFT_START,
		.weak = anchor && anchor->flags & ANCHOR_WORD,
		.context = context,
	};
	finding->end = text_end(finding->opener, finding->text, line->end);
	return true;
}

static bool is_dsn_field(const struct line *line, const struct number *number)
{
	return number->at - line->text >= 4 && memcmp(number->at - 4, "dsn=", 4) == 0;
}

/* Makes a finding of a log line that holds no reply but tells why a delivery
   failed. */
static bool own_finding(const struct line *line, const struct status_code *dsn,
			struct finding *finding)
{
	static const char *const fields[] = { " status=", " stat=" };
	size_t length = (size_t)(line->end - line->text);
	const char *at = NULL;

	for (size_t i = 0; dsn->class >= 4 && !at && i < sizeof(fields) / sizeof(*fields); i++)
		if ((at = memmem(line->text, length, fields[i], strlen(fields[i]))))
			at += strlen(fields[i]);
	if (!at)
		return false;
	*finding = (struct finding){
		.dsn_status = *dsn,
		.at = line->text,
		.text = at,
		.end = line->end,
		.context = { .by = SAID_BY_LOCAL, .stage = STAGES },
	};
	/* Postfix: status=deferred (why). */
	at = memmem(at, (size_t)(line->end - at), " (", 2);
	if (at && line->end[-1] == ')') {
		finding->text = at + 2;
		finding->end--;
	}
	return true;
}

bool scan_line(const struct line *line, bool log, struct finding *finding)
{
	struct scan scan = { .line = line, .log = log, .tries = TRIES };
	struct status_code dsn = { 0 };
	struct number number;
	const char *from = line->text;
	bool code = false, status = false;

	while (number_next(&from, line->end, &number)) {
		struct finding next;

		if (number.end - number.at == 3 && judge_code(&scan, &number, &next)) {
			/* Behind a greeting or another success a failure may be quoted. */
			if (code && (next.code < 400 || !next.sure))
				continue;
			next.status = status && !code ? finding->status : (struct status_code){ 0 };
			next.dsn_status = dsn;
			*finding = next;
			if (finding->code >= 400 || finding->settled)
				return true;
			code = true;
		} else if (number.end - number.at < 5 || code) {
			continue;
		} else if (is_dsn_field(line, &number)) {
			status_read(number.at, number.end, &dsn);
		} else if (!status && judge_status(&scan, &number, &next)) {
			*finding = next;
			finding->dsn_status = dsn;
			status = true;
		}
	}
	return code || status || own_finding(line, &dsn, finding);
}
