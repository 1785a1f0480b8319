/* The bottom line: hints from the key table on the left, the place on the right. */
#ifndef UI_STATUS_H
#define UI_STATUS_H

#include "ui/keymap.h"

/* Paints the line. "? help" and "q quit" are the last that give way; the place
   gives way before them, then the other hints. message, unless NULL, stands in
   place of the hints. */
void status_draw(int row, int columns, enum view_set view, const char *message,
		 const char *place);

#endif
