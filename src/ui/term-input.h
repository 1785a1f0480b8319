/* What the user does at the terminal, one input at a time. */
#ifndef UI_TERM_INPUT_H
#define UI_TERM_INPUT_H

#include <stdbool.h>

enum input_kind {
	INPUT_NONE,    /* nothing is waiting */
	INPUT_KEY,
	INPUT_PASTE,   /* pasted text, which is never run as keys */
	INPUT_CLICK,
	INPUT_WHEEL,   /* key is KEYS_UP or KEYS_DOWN */
	INPUT_RESIZE,
	INPUT_REDRAW,  /* the program was continued */
	INPUT_DATA,    /* what tty_watch watches can be read */
	INPUT_SUSPEND,
	INPUT_END,     /* the terminal is gone */
};

struct input {
	enum input_kind kind;
	int key;          /* of enum key, or a character */
	bool more;        /* of a key: another byte was waiting behind it */
	char *paste;      /* UTF-8, about 1 MiB at most, owned by whoever read it */
	bool cut;         /* of a paste: it was longer */
	int row, column;  /* of a click */
};

/* Teaches curses the sequences of bracketed paste; term_open calls it. */
void term_input_open(void);

/* Reads one input; waits for it when wait is set. Only then is the end of input
   noticed, so that what was typed before it is still painted. */
struct input term_read(bool wait);

/* Waits a moment and tells whether more input follows, as the next line of a paste does
   where the terminal marks none. */
bool term_follows(void);

#endif
