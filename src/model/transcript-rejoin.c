#include "model/transcript-rejoin.h"

#include <string.h>

#include "base/text.h"
#include "model/transcript-cues.h"
#include "model/transcript-lines.h"
#include "model/transcript-numbers.h"
#include "model/transcript-sides.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The state of a text that is being made. */
struct rejoining {
	const char *at;
	const char *end;
	struct buffer *clean;
	struct said *said;
	bool more;    /* the code may come again */
	bool qmail;   /* "_" is a blank and "/" may end a line */
};

static bool is_space(const struct rejoining *state, char c)
{
	return is_blank(c) || c == '\n' || c == '\r' || (state->qmail && c == '_');
}

static void skip(struct rejoining *state, const char *marks)
{
	while (state->at < state->end &&
	       (is_space(state, *state->at) || is_one_of(*state->at, marks)))
		state->at++;
}

/* Reads what may stand between a code and its text: the code once more, marks, and
   the status. */
static void read_head(struct rejoining *state)
{
	const char *start;
	struct status_code status;
	bool more, closed;
	size_t length;

	if (state->at < state->end && *state->at == '-') {
		state->more = true;
		state->at++;
	}
	/* Marks that ended the code: "553", or (553). */
	while (state->at < state->end && is_one_of(*state->at, "\"',;)]>."))
		state->at++;
	skip(state, ":");
	length = code_repeated(state->at, state->end, state->said->code, &more);
	if (length && status_read(state->at + length, state->end, &status))
		state->at += length;
	start = state->at;
	skip(state, STATUS_MARKS "b");
	length = status_read(state->at, state->end, &status);
	if (!length) {
		state->at = start;
		return;
	}
	state->said->status = status;
	/* "(5.7.1)" is a status, "(#5.7.1 - why)" a part of the text. */
	closed = state->at + length < state->end && state->at[length] == ')';
	if (memchr(start, '(', (size_t)(state->at - start)) && !closed)
		state->at = start;
	else
		state->at += length + closed;
	skip(state, ":");
	if (state->end - state->at > 1 && *state->at == '-' && is_space(state, state->at[1]))
		skip(state, "-");
}

/* Skips the code and status that every line of a reply repeats. At a joint a line
   did begin; between words it probably did when the status agrees. */
static bool skip_repeated(struct rejoining *state, bool joint)
{
	struct said *said = state->said;
	const char *at = state->at;
	struct status_code status = { 0 };
	bool more, same;
	size_t length = code_repeated(at, state->end, said->code, &more);

	if (!state->more || !length)
		return false;
	at += length;
	length = status_read(at, state->end, &status);
	if (joint && length && !said->status.class)
		said->status = status;
	same = length && same_status(&status, &said->status);
	if (!joint && !more && said->status.class && !same)
		return false;
	state->at = at + (same ? length : 0);
	state->more = more;
	return true;
}

/* Tells whether a line ends at at without a line feed: at "\n" written as two
   characters, or at the "/" of qmail. Gives the bytes it takes. */
static size_t written_joint(const struct rejoining *state)
{
	const char *at = state->at;
	bool more;

	if (state->end - at >= 2 && at[0] == '\\' && (at[1] == 'n' || at[1] == 'r')) {
		const char next = state->end - at > 2 ? at[2] : ' ';

		return next >= 'a' && next <= 'z' ? 0 : 2;
	}
	if (state->qmail && *at == '/' &&
	    (state->end - at == 1 || code_repeated(at + 1, state->end, state->said->code, &more)))
		return 1;
	return 0;
}

/* Tells whether a byte stands for itself wherever it comes. */
static bool is_plain(char c)
{
	return c > ' ' && (unsigned char)c < 0x80 && c != '\\' && c != '_' && c != '/';
}

/* Adds the next character, and those behind it that need no thought. */
static void put_characters(struct rejoining *state)
{
	const char *from = state->at;
	char out[4];
	unsigned character;

	state->at += text_decode(from, (size_t)(state->end - from), &character);
	buffer_add(state->clean, out, text_put(out, character ? character : 0xfffd));
	for (from = state->at; state->at < state->end && is_plain(*state->at);)
		state->at++;
	buffer_add(state->clean, from, (size_t)(state->at - from));
}

static void put_text(struct rejoining *state)
{
	bool joint = false, blank = true;

	while (state->at < state->end) {
		size_t length = written_joint(state);

		if (begins_with(state->at, state->end, NO_BREAK_SPACE))
			length = strlen(NO_BREAK_SPACE);
		if (length || is_space(state, *state->at)) {
			joint = joint || length == 1 || *state->at == '\n' || *state->at == '\\';
			blank = true;
			state->at += length ? length : 1;
			continue;
		}
		if (blank && skip_repeated(state, joint))
			continue;
		if (blank && state->clean->length)
			buffer_add(state->clean, " ", 1);
		blank = joint = false;
		put_characters(state);
	}
}

/* Cuts what programs write behind a reply, and reads the stage there. */
static void cut_tail(struct buffer *clean, struct said *said)
{
	static const char *const tails[] = {
		" (in reply to ", " (set_id=", "; from=<", "; to=<", "; proto=", "> #smtp#",
		"/giving up on ", " giving up on ", "</", "<br",
	};
	char *end = clean->data + clean->length;

	for (char *at = clean->data; at < end; at++) {
		if (!is_one_of(*at, " ;></"))
			continue;
		for (size_t i = 0; i < COUNT(tails); i++) {
			if (!begins_with(at, end, tails[i]))
				continue;
			if (i == 0 && said->stage == STAGES)
				said->stage = stage_read(at + strlen(tails[i]), end);
			clean->length = (size_t)(at - clean->data);
			*at = '\0';
			return;
		}
	}
}

static size_t count_of(const struct buffer *clean, char c)
{
	size_t count = 0;

	for (size_t i = 0; i < clean->length; i++)
		count += clean->data[i] == c;
	return count;
}

/* Takes away closing marks at the end that nothing in the text opens. */
static void cut_marks(struct buffer *clean)
{
	static const char opening[] = "([<", closing[] = ")]>";
	size_t unopened[3], quotes, apostrophes;

	if (!clean->length || !is_one_of(clean->data[clean->length - 1], ")]>\"' #"))
		return;
	quotes = count_of(clean, '"');
	apostrophes = count_of(clean, '\'');
	for (int i = 0; i < 3; i++) {
		size_t opened = count_of(clean, opening[i]), closed = count_of(clean, closing[i]);

		unopened[i] = closed > opened ? closed - opened : 0;
	}
	while (clean->length) {
		char last = clean->data[clean->length - 1];
		const char *mark = strchr(closing, last);

		if (mark && last ? unopened[mark - closing]-- == 0 :
		    last == '"' ? quotes != 1 : last == '\'' ? apostrophes != 1 : !is_one_of(last, " #"))
			break;
		clean->data[--clean->length] = '\0';
	}
}

void rejoin(const char *raw, size_t length, struct buffer *clean, struct said *said)
{
	struct rejoining state = {
		.at = raw, .end = raw + length, .clean = clean, .said = said,
		.qmail = memchr(raw, '_', length) && !memchr(raw, ' ', length),
	};

	clean->length = 0;
	buffer_add(clean, "", 0);
	if (said->code)
		read_head(&state);
	else
		skip(&state, ":");
	put_text(&state);
	cut_tail(clean, said);
	cut_marks(clean);
	if (!said->status.class && (said->code || !said->dsn_status.class))
		status_find(clean->data, clean->data + clean->length, said->code, &said->status);
	said->text = clean->data;
}
