/* The explorer in the terminal. */
#ifndef UI_APP_H
#define UI_APP_H

#include <stdbool.h>
#include <stdio.h>

#include "model/transcript.h"

/* What the explorer opens with. */
struct app_start {
	struct code select;  /* selected in the list, if there is one */
	struct code code;    /* if there is one: open its page, */
	struct code other;   /* or, with this one, compare the two */
	struct transcript *transcript;  /* show its replies; NULL: none. Becomes the app's,
	                                   whatever app_run gives */
	const int *inputs;   /* read these to their ends and show their replies; ends with
	                        -1, NULL: none */
	bool color;
	FILE *output;   /* the terminal */
	int input;      /* the keys */
};

/* Runs until the user leaves. Gives the exit status, which is not 0 when the terminal
   cannot be used, and that has been reported, or when it is gone. */
int app_run(const struct app_start *start);

#endif
