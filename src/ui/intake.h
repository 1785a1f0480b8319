/* Input that the explorer reads while keys go on: a pipe, a file, one that stalls. */
#ifndef UI_INTAKE_H
#define UI_INTAKE_H

#include <stdbool.h>

#include "model/transcript.h"

/* Begins to read descriptors, a list that ends with -1 and stays the caller's. */
void intake_open(const int *inputs);

/* Takes the next piece of what waits. Gives true at the end of all; *error is then the
   errno of what ended it early, or 0. */
bool intake_read(int *error);

/* Gives what was found so far, owned by the caller, and reads no more. */
struct transcript *intake_finish(void);

#endif
