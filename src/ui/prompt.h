/* The prompt on the bottom line: a label and a text that is being typed. */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "ui/term.h"

enum prompt_purpose { PROMPT_NONE, PROMPT_SEARCH, PROMPT_COMPARE, PROMPT_EXPLAIN };

enum prompt_result {
	PROMPT_MOVED,     /* nothing changed but the cursor */
	PROMPT_CHANGED,   /* the text changed */
	PROMPT_ACCEPTED,
	PROMPT_CANCELLED,
};

/* A zeroed struct is no prompt. */
struct prompt {
	enum prompt_purpose purpose;
	char *label;         /* owned */
	struct buffer text;  /* UTF-8 */
	size_t cursor;       /* bytes before it */
};

/* Opens a prompt; label becomes the prompt's. */
void prompt_open(struct prompt *prompt, enum prompt_purpose purpose, char *label);

/* Closes it and forgets its text. */
void prompt_close(struct prompt *prompt);

/* Gives what was typed, never NULL. */
const char *prompt_text(const struct prompt *prompt);

/* Takes a key. */
enum prompt_result prompt_key(struct prompt *prompt, int key);

/* Takes a line feed with more input behind it, which is text: where a reply is asked for
   it stays one, elsewhere it becomes a blank. */
enum prompt_result prompt_line_feed(struct prompt *prompt);

/* Takes pasted text, as much of it as there is room for, without white space at its end;
   line feeds and control characters become blanks. */
enum prompt_result prompt_paste(struct prompt *prompt, const char *text);

/* Gives the columns that label, text and cursor fill. */
int prompt_columns(const struct prompt *prompt);

/* Paints the prompt on a row and places the cursor. */
void prompt_draw(const struct prompt *prompt, int row, int columns);

#endif
