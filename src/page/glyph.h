/* Line drawing and marks, with an ASCII form for each. */
#ifndef PAGE_GLYPH_H
#define PAGE_GLYPH_H

#include <stdbool.h>

enum glyph {
	GLYPH_VERTICAL,
	GLYPH_HORIZONTAL,
	GLYPH_CROSS,
	GLYPH_BULLET,
	GLYPH_DIFFERS,  /* in front of a field whose two sides differ */
	GLYPH_MARK,     /* a code marked for comparison */
	GLYPH_WILD,     /* a code seen in the wild */
	GLYPH_MORE,     /* where a text was cut */
	GLYPH_UP,
	GLYPH_DOWN,
	GLYPH_LEFT,
	GLYPH_RIGHT,
	GLYPHS
};

/* Chooses ASCII for all that follows. */
void glyph_use_ascii(bool ascii);

/* Gives a glyph as UTF-8, one column wide. In ASCII GLYPH_DIFFERS has two, and the
   arrows are words, msgids. */
const char *glyph(enum glyph glyph);

#endif
