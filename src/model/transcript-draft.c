#include "model/transcript-draft.h"

#include <string.h>

#include "model/transcript-numbers.h"
#include "model/transcript-rejoin.h"

/* A line that ends with "=" and is so long goes on: quoted-printable (RFC 2045,
   section 6.7). */
#define SOFT_LEAST 70
#define SOFT_MOST 76

/* Adds what there is room for. */
static void add(struct draft *draft, const char *at, const char *end)
{
	size_t length = (size_t)(end - at), room = 0;

	if (draft->raw.length < TRANSCRIPT_TEXT_BYTES)
		room = TRANSCRIPT_TEXT_BYTES - draft->raw.length;
	if (length > room) {
		draft->cut = true;
		length = room;
	}
	buffer_add(&draft->raw, at, length);
}

static bool ends_with(const struct buffer *buffer, const char *tail)
{
	size_t length = strlen(tail);

	return buffer->length >= length &&
	       memcmp(buffer->data + buffer->length - length, tail, length) == 0;
}

/* Notes how the line just added ended. */
static void added(struct draft *draft, const struct line *line, const char *end)
{
	draft->width = (size_t)(line->end - line->start);
	draft->complete = !draft->more &&
			  (end < line->end || ends_with(&draft->raw, " command)") ||
			   ends_with(&draft->raw, " command))") || ends_with(&draft->raw, "\ncommand)"));
}

void draft_begin(struct draft *draft, const struct finding *finding, const struct line *line,
		 bool log)
{
	draft->open = true;
	draft->head = *finding;
	draft->raw.length = 0;
	draft->more = finding->more;
	draft->log = log;
	draft->indent = line->indent;
	add(draft, finding->text, finding->end);
	added(draft, line, finding->end);
}

/* Tells whether a line goes on because there was no room in the one before. */
static bool is_wrapped(const struct draft *draft, const struct line *line)
{
	return line->indent >= draft->indent && line_is_wrapped(draft->width, line);
}

/* Tells whether a line without a status begins the text of a code that ended its line. A
   number alone on a line may be anything. */
static bool is_begun(const struct draft *draft, const struct line *line)
{
	return !draft->head.tentative ||
	       (!draft->head.starts && (*line->text == '<' || line->indent > draft->indent ||
					is_wrapped(draft, line)));
}

/* Tells whether the last line ended in the middle of one of quoted-printable. */
static bool is_soft(const struct draft *draft)
{
	return draft->raw.length && draft->raw.data[draft->raw.length - 1] == '=' &&
	       draft->width >= SOFT_LEAST && draft->width <= SOFT_MOST;
}

/* Gives where the text of a line begins that goes on with the reply, NULL where it
   does not. */
static const char *continues(const struct draft *draft, const struct line *line, bool log,
			     const struct finding *finding, bool *more)
{
	if (draft->complete)
		return NULL;
	if (is_soft(draft))
		return line->text - line->indent;
	if (draft->more) {
		if (code_repeated(line->text, line->end, draft->head.code, more))
			return line->text;
		if (finding && finding->code == draft->head.code && finding->starts &&
		    log == draft->log) {
			*more = finding->more;
			return finding->at;
		}
	}
	/* It was broken where "550 " is one of the last words, or stands in the middle. */
	if (draft->more && finding && finding->code == draft->head.code && !log && !draft->log &&
	    is_wrapped(draft, line) && !line_begins_anew(line)) {
		*more = finding->more;
		return line->text;
	}
	if (log || (finding && finding->code && (finding->starts || line->indent <= draft->indent) &&
		    !finding->weak))
		return NULL;
	/* The line was broken behind the code. */
	if (finding ? finding->starts && draft->raw.length <= strlen(" 550 ") :
		      draft->raw.length <= 1 && is_begun(draft, line))
		return line->text;
	if (draft->head.tentative)
		return NULL;
	if (finding && finding->starts)
		return is_wrapped(draft, line) ? line->text : NULL;
	if (line->indent > draft->indent)
		return line->text;
	if (line_begins_anew(line) && draft->raw.length)
		return NULL;
	return (draft->more && !draft->log) || is_wrapped(draft, line) ? line->text : NULL;
}

bool draft_take(struct draft *draft, const struct line *line, bool log,
		const struct finding *finding)
{
	bool more = draft->more;
	const char *from = continues(draft, line, log, finding, &more), *end;

	if (!from)
		return false;
	draft->more = more;
	draft->head.tentative = false;
	if (is_soft(draft))
		draft->raw.length--;
	else if (draft->raw.length < TRANSCRIPT_TEXT_BYTES)
		buffer_add(&draft->raw, "\n", 1);
	end = finding && from == finding->at ? finding->end : line->end;
	add(draft, from, end);
	added(draft, line, end);
	return true;
}

bool draft_finish(struct draft *draft, struct said *said)
{
	const struct finding *head = &draft->head;

	draft->open = false;
	*said = (struct said){
		.code = head->code,
		.status = head->status,
		.dsn_status = head->dsn_status,
		.stage = head->context.stage,
		.by = head->context.by,
		.count = 1,
	};
	if (head->tentative && draft->raw.length == 0)
		return false;
	rejoin(draft->raw.length ? draft->raw.data : "", draft->raw.length, &draft->clean, said);
	return true;
}

void draft_free(struct draft *draft)
{
	buffer_free(&draft->raw);
	buffer_free(&draft->clean);
}
