/* The terminal below curses: its modes, the signals, and waiting for input. */
#ifndef UI_TTY_H
#define UI_TTY_H

#include <stdbool.h>

enum tty_event {
	TTY_INPUT,     /* there is something to read */
	TTY_RESIZE,    /* the window may have another size */
	TTY_SUSPEND,   /* somebody asks the program to stop */
	TTY_CONTINUE,  /* it runs again */
	TTY_GONE,      /* the terminal hung up */
	TTY_TIMEOUT,
};

/* Notes the modes of the terminal, before anybody changes them. */
void tty_modes(int input);

/* Takes over the signals. From now on a signal that ends the program first
   writes reset to output, without blocking, and restores the modes, whatever the
   program is doing; its exit status is the signal's own. reset stays the
   caller's and must outlive tty_close. */
void tty_open(int input, int output, const char *reset);

/* Waits up to milliseconds, or for ever when negative. */
enum tty_event tty_wait(int milliseconds);

/* Gives the size of the terminal, from 1 to 1000; 24 by 80 where nobody says. */
void tty_size(int output, int *rows, int *columns);

/* Stops the process as the default action of SIGTSTP does; comes back when it
   is continued. */
void tty_stop(void);

/* Ends the process as the default action of a signal does. */
_Noreturn void tty_die(int signal_number);

/* Gives the signals back. The modes are curses' to restore. */
void tty_close(void);

#endif
