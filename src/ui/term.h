/* The screen. Only this file and its neighbours term-input and terminfo include
   curses. Rows and columns count from 0.
   What is painted stands on the screen after term_flush. */
#ifndef UI_TERM_H
#define UI_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "page/theme.h"

/* A rectangle of the screen. */
struct area {
	int row, column, rows, columns;
};

/* Starts the screen on a terminal. Gives false after reporting why it cannot:
   no TERM, or one that cannot place the cursor. *notice receives a message for
   the user, owned by the caller, or NULL. */
bool term_open(FILE *output, int input, bool color, char **notice);

/* Leaves the screen as it was found. */
void term_close(void);

/* Hand the terminal over to another program, and take it back. */
void term_hand_over(void);
void term_take_back(void);

/* Notices a new size; curses has to know it before anything is written. */
void term_resize(void);

/* Paints everything anew at the next flush, after the size has been asked for. */
void term_redraw(void);

/* Ends the process by a signal, the terminal restored. */
_Noreturn void term_die(int signal_number);

/* Stops the process, or all of its job, until the shell continues it. */
void term_suspend(bool job);

/* Gives the whole screen; call it again after a resize. */
struct area term_area(void);

void term_erase(void);

/* Paints at most columns of length bytes of UTF-8 text, those that the screen has; gives
   the columns that it filled. */
int term_put(int row, int column, int columns, int look, const char *text, size_t length);

/* Paints blanks, those that the screen has. */
void term_blank(int row, int column, int columns, int look);

/* Places the cursor, which shows where the user is. */
void term_cursor(int row, int column);

void term_flush(void);

/* Switches the mouse. */
void term_mouse(bool on);

/* Sends text to the clipboard of the terminal (OSC 52). Gives false when this
   terminal is known to have none. */
bool term_copy(const char *text);

#endif
