/* What the terminal's description says, read before curses starts. */
#ifndef UI_TERMINFO_H
#define UI_TERMINFO_H

#include <stdbool.h>

/* Finds the description that TERM names; for an unknown name, a likely one, and
   then *notice receives a message, owned by the caller. Gives the name, or NULL
   after reporting why there is none or it cannot place the cursor. */
const char *terminfo_find(int output, char **notice);

/* Tells whether the terminal takes ECMA-48 sequences, and so most likely those
   of bracketed paste and of the clipboard. */
bool terminfo_ansi(void);

/* Forgets the description, once all below has been asked for. */
void terminfo_done(void);

/* Gives the sequence that undoes everything curses and the explorer switch on,
   for a signal handler that cannot ask curses. Owned by the caller. */
char *terminfo_reset(void);

/* Gives the sequence that clears the bottom line for the prompt of the shell,
   where leaving the explorer brings no other screen back; else "". Owned by the
   caller. */
char *terminfo_clear_line(void);

#endif
