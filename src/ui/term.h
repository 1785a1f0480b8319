/* The screen: the only file that includes curses. Rows and columns count from 0.
   What is painted stands on the screen after term_flush. */
#ifndef UI_TERM_H
#define UI_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "ui/theme.h"

/* A rectangle of the screen. */
struct area {
	int row, column, rows, columns;
};

enum input_kind {
	INPUT_NONE,    /* nothing is waiting */
	INPUT_KEY,
	INPUT_PASTE,   /* pasted text, which is never run as keys */
	INPUT_CLICK,
	INPUT_WHEEL,   /* key is KEYS_UP or KEYS_DOWN */
	INPUT_RESIZE,
	INPUT_REDRAW,  /* the program was continued */
	INPUT_SUSPEND,
	INPUT_END,     /* the terminal is gone */
};

struct input {
	enum input_kind kind;
	int key;          /* of enum key, or a character */
	char *paste;      /* UTF-8, owned by whoever read it */
	int row, column;  /* of a click */
};

/* Starts the screen on a terminal. Gives false after reporting why it cannot:
   no TERM, or one that cannot place the cursor. *notice receives a message for
   the user, owned by the caller, or NULL. */
bool term_open(FILE *output, int input, bool color, char **notice);

/* Leaves the screen as it was found. */
void term_close(void);

/* Hand the terminal over to another program, or to the shell, and take it back. */
void term_leave(void);
void term_enter(void);

/* Ends the process by a signal, the terminal restored. */
_Noreturn void term_die(int signal_number);

/* Stops the process until the shell continues it. */
void term_suspend(void);

/* Gives the whole screen; call it again after INPUT_RESIZE. */
struct area term_area(void);

void term_erase(void);

/* Paints at most columns of length bytes of UTF-8 text; gives the columns that
   it filled. */
int term_put(int row, int column, int columns, int look, const char *text, size_t length);

/* Paints blanks. */
void term_blank(int row, int column, int columns, int look);

/* Places the cursor, which shows where the user is. */
void term_cursor(int row, int column);

void term_flush(void);

/* Reads one input; waits for it when wait is set. Only then is the end of input
   noticed, so that what was typed before it is still painted. */
struct input term_read(bool wait);

/* Switches the mouse. */
void term_mouse(bool on);

/* Sends text to the clipboard of the terminal (OSC 52). Gives false when this
   terminal is known to have none. */
bool term_copy(const char *text);

#endif
