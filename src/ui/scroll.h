/* A page in a rectangle of the screen, and the place in it. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include <stdbool.h>

#include "model/search.h"
#include "page/page.h"
#include "ui/keymap.h"
#include "ui/term.h"

/* Where the user wants to be, in terms that outlive a layout. */
struct place {
	unsigned anchor;  /* a part of the page */
	size_t line;      /* how far into it */
	size_t lines;     /* of how many; 0: at the start of the page */
};

/* A zeroed struct is an empty one. */
struct scroll {
	struct page *page;
	struct area area;
	size_t top;          /* the first line below the fixed ones */
	struct place place;
	size_t start;        /* where a search began */
	size_t match;        /* the line it found, or SIZE_MAX */
};

/* The steps of a search. */
enum search_step {
	SEARCH_BEGIN,     /* remember the place */
	SEARCH_TYPED,     /* the first match from there on */
	SEARCH_NEXT,
	SEARCH_PREVIOUS,
	SEARCH_CANCEL,    /* back to the place */
};

/* Shows another version of the page, which becomes the scroll's, in area: the
   reading position is kept by the page's anchors. */
void scroll_show(struct scroll *scroll, struct page *page, struct area area);

/* Goes to the start of the page. */
void scroll_home(struct scroll *scroll);

/* Moves as an action says; gives false when the action is not about that. */
bool scroll_act(struct scroll *scroll, enum action action);

/* Moves to a line that matches; gives false when none does. */
bool scroll_search(struct scroll *scroll, const struct query *query, enum search_step step);

/* Gives the lines that stay on top: none where they would leave too little. */
size_t scroll_header(const struct scroll *scroll);

/* Paints the page and places the cursor on the line that a search found, or on
   the first one. */
void scroll_draw(const struct scroll *scroll);

/* Paints a line of a page on a row of an area; selected, all of the row stands out. */
void scroll_draw_line(const struct page *page, struct area area, int row, size_t line,
		      bool selected);

/* Makes the code with a number, from 0, among those in the lines that stay on top stand
   out, and places the cursor on it. */
void scroll_draw_choice(const struct scroll *scroll, int number);

/* Places the cursor there again, after something else was painted. */
void scroll_cursor(const struct scroll *scroll);

/* Gives the place as a text, "12-30/95", owned by the caller. */
char *scroll_status(const struct scroll *scroll);

void scroll_free(struct scroll *scroll);

#endif
