#include "ui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/keymap.h"

/* Bytes; a longer text is neither a code nor a search, nor a reply. */
#define LONGEST 8000

void prompt_open(struct prompt *prompt, enum prompt_purpose purpose, char *label)
{
	prompt_close(prompt);
	prompt->purpose = purpose;
	prompt->label = label;
}

void prompt_close(struct prompt *prompt)
{
	free(prompt->label);
	buffer_free(&prompt->text);
	*prompt = (struct prompt){ 0 };
}

const char *prompt_text(const struct prompt *prompt)
{
	return prompt->text.data ? prompt->text.data : "";
}

/* Replaces the bytes from start to end, and moves the cursor behind them. */
static enum prompt_result replace(struct prompt *prompt, size_t start, size_t end,
				  const char *with, size_t length)
{
	struct buffer text = { 0 };
	const char *old = prompt_text(prompt);

	if (prompt->text.length - (end - start) + length > LONGEST ||
	    (start == end && length == 0))
		return PROMPT_MOVED;
	buffer_add(&text, old, start);
	buffer_add(&text, with, length);
	buffer_puts(&text, old + end);
	buffer_free(&prompt->text);
	prompt->text = text;
	prompt->cursor = start + length;
	return PROMPT_CHANGED;
}

/* Gives where the letter before an offset begins. */
static size_t letter_before(const struct prompt *prompt, size_t offset)
{
	size_t at = 0, next;

	while ((next = at + text_cluster(prompt_text(prompt) + at, prompt->text.length - at)) <
	       offset)
		at = next;
	return offset ? at : 0;
}

static size_t word_before(const struct prompt *prompt, size_t offset)
{
	const char *text = prompt_text(prompt);

	while (offset && text[offset - 1] == ' ')
		offset--;
	while (offset && text[offset - 1] != ' ')
		offset--;
	return offset;
}

enum prompt_result prompt_key(struct prompt *prompt, int key)
{
	size_t cursor = prompt->cursor, length = prompt->text.length;
	size_t after = cursor + text_cluster(prompt_text(prompt) + cursor, length - cursor);
	char bytes[4];

	switch (key) {
	case KEYS_ESCAPE:
	case CTRL('C'):
		return PROMPT_CANCELLED;
	case KEYS_ENTER:
	case '\n':
		return PROMPT_ACCEPTED;
	case KEYS_BACKSPACE:
	case '\b':
		if (!length)
			return PROMPT_CANCELLED;
		return replace(prompt, letter_before(prompt, cursor), cursor, "", 0);
	case KEYS_DELETE:
	case CTRL('D'):
		return replace(prompt, cursor, after, "", 0);
	case CTRL('U'):
		return replace(prompt, 0, cursor, "", 0);
	case CTRL('W'):
		return replace(prompt, word_before(prompt, cursor), cursor, "", 0);
	case KEYS_LEFT:
		prompt->cursor = letter_before(prompt, cursor);
		return PROMPT_MOVED;
	case KEYS_RIGHT:
		prompt->cursor = after;
		return PROMPT_MOVED;
	case KEYS_HOME:
	case CTRL('A'):
		prompt->cursor = 0;
		return PROMPT_MOVED;
	case KEYS_END:
	case CTRL('E'):
		prompt->cursor = length;
		return PROMPT_MOVED;
	default:
		if (key < ' ' || key >= KEYS_UP)
			return PROMPT_MOVED;
		return replace(prompt, cursor, cursor, bytes, text_put(bytes, (unsigned)key));
	}
}

enum prompt_result prompt_line_feed(struct prompt *prompt)
{
	return replace(prompt, prompt->cursor, prompt->cursor,
		       prompt->purpose == PROMPT_EXPLAIN ? "\n" : " ", 1);
}

enum prompt_result prompt_paste(struct prompt *prompt, const char *text)
{
	struct buffer plain = { 0 };
	enum prompt_result result;
	size_t length = strlen(text);

	while (length && (unsigned char)text[length - 1] <= ' ')
		length--;
	if (length > LONGEST - prompt->text.length)
		for (length = LONGEST - prompt->text.length; length && (text[length] & 0xc0) == 0x80;)
			length--;
	buffer_add(&plain, text, length);
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)plain.data[i] < ' ' || plain.data[i] == 0177)
			plain.data[i] = ' ';
	result = replace(prompt, prompt->cursor, prompt->cursor, plain.data, length);
	buffer_free(&plain);
	return result;
}

int prompt_columns(const struct prompt *prompt)
{
	char *all = text_visible(prompt_text(prompt), prompt->text.length, LONGEST * 8);
	size_t columns = text_width(prompt->label, strlen(prompt->label)) + 2 +
			 text_width(all, strlen(all));

	free(all);
	return (int)columns;
}

void prompt_draw(const struct prompt *prompt, int row, int columns)
{
	const char *text = prompt_text(prompt);
	char *before = text_visible(text, prompt->cursor, LONGEST * 8);
	char *all = text_visible(text, prompt->text.length, LONGEST * 8);
	int column = term_put(row, 0, columns, LOOK_HINT, prompt->label, strlen(prompt->label));
	int room, cursor = (int)text_width(before, strlen(before));
	size_t skipped = 0;

	/* A label that is words is set apart from the text. */
	column += column > 1;
	room = columns - column - 1 > 1 ? columns - column - 1 : 1;
	/* A text that is too long shows its part up to the cursor. */
	while (cursor > room) {
		size_t letter = text_cluster(all + skipped, strlen(all + skipped));

		cursor -= (int)text_width(all + skipped, letter);
		skipped += letter;
	}
	term_put(row, column, room, ROLE_BODY, all + skipped, strlen(all + skipped));
	term_cursor(row, column + cursor);
	free(before);
	free(all);
}
