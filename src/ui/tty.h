/* The terminal below curses: its modes, the signals, and waiting for input. */
#ifndef UI_TTY_H
#define UI_TTY_H

#include <stdbool.h>

enum tty_event {
	TTY_INPUT,     /* there is something to read */
	TTY_RESIZE,    /* the window may have another size */
	TTY_SUSPEND,   /* somebody asks the program to stop */
	TTY_CONTINUE,  /* it runs again */
	TTY_DATA,      /* what tty_watch watches can be read, or is at its end */
	TTY_GONE,      /* the terminal hung up */
	TTY_TIMEOUT,
};

/* Notes the modes of the terminal, before anybody changes them. Gives false after
   reporting that the process has no descriptors left. */
bool tty_prepare(int input, int output);

/* Takes over the signals. From now on a signal that ends the program, and the end
   of memory, first write reset without blocking and restore the modes, whatever
   the program is doing; the exit status is the signal's own. reset stays the
   caller's and must outlive tty_close. */
void tty_open(const char *reset);

/* Tells that the screen is ours, or, after it was left, another's: what ends the program
   then leaves the terminal alone. tty_open says that it is ours. */
void tty_has_screen(bool has);

/* Tells whether a byte of input is waiting. */
bool tty_waiting(void);

/* Makes tty_wait wait for a descriptor too, when no key waits; -1: for none. Gives the
   one before. */
int tty_watch(int fd);

/* Waits up to milliseconds, or for ever when negative. */
enum tty_event tty_wait(int milliseconds);

/* Gives the size of the terminal, from 1 to 1000; LINES and COLUMNS count where the output
   is none, 24 by 80 where nobody says. */
void tty_size(int output, int *rows, int *columns);

/* Stops the process as the default action of SIGTSTP does, with job all of its
   job, as the terminal does for Ctrl-Z; comes back when it is continued, or at once where
   SIGTSTP is ignored. */
void tty_stop(bool job);

/* Share the terminal's signals with another program, and take them back. */
void tty_hand_over(void);
void tty_take_back(void);

/* Ends the process as the default action of a signal does. */
_Noreturn void tty_die(int signal_number);

/* Gives the signals back. The modes are curses' to restore. */
void tty_close(void);

#endif
