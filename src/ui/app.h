/* The explorer in the terminal. */
#ifndef UI_APP_H
#define UI_APP_H

#include <stdbool.h>
#include <stdio.h>

#include "model/status.h"

/* What the explorer opens with. */
struct app_start {
	int code;       /* selected in the list: a code, or the first of a pattern; -1: none */
	bool open;      /* open the page of the code */
	const struct status_code *status;  /* open the page of this enhanced code, or NULL */
	int other;      /* compare the code with this one; -1: do not */
	bool color;
	FILE *output;   /* the terminal */
	int input;      /* the keys */
};

/* Runs until the user leaves. Gives the exit status, which is not 0 when the
   terminal cannot be used or is gone; the reason has then been reported. */
int app_run(const struct app_start *start);

#endif
