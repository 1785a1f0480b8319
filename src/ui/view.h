/* A view fills the screen above the bottom line. Acting changes its state;
   drawing only reads it. */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include <stdbool.h>

#include "model/code.h"
#include "model/search.h"
#include "model/status.h"
#include "model/transcript.h"
#include "ui/keymap.h"
#include "ui/scroll.h"
#include "ui/term.h"

/* What every view sees of the application. */
struct context {
	struct query query;       /* what is searched for; may have no words */
	struct code marked;       /* the code marked for a comparison, or none */
	char typed[8];            /* digits of a code so far */
};

/* Wider lines are tiring to read. */
#define WIDEST_TEXT 100

struct view {
	const struct view_operations *operations;
	struct view *below;  /* the view to go back to */
	bool stale;          /* has moved: to be laid out before it is painted */
};

struct view_operations {
	enum view_set kind;

	/* Makes what is shown anew for a size, a language or a query, and keeps
	   the place. */
	void (*layout)(struct view *view, struct area area, const struct context *context);

	/* Paints the view and places the cursor. */
	void (*draw)(const struct view *view, const struct context *context);

	/* Does what an action says; gives false when it is not the view's. */
	bool (*act)(struct view *view, enum action action, const struct context *context);

	/* Moves to a match; gives false when there is none. */
	bool (*search)(struct view *view, const struct query *query, enum search_step step);

	/* Gives the code the user is on, or none. */
	struct code (*code)(const struct view *view);

	/* Gives the view that Enter opens, owned by the caller; NULL: none. */
	struct view *(*open)(const struct view *view);

	/* Gives what is shown, of a width (0: unwrapped), owned by the caller. */
	struct page *(*page)(const struct view *view, size_t width);

	/* Gives the place for the bottom line, owned by the caller. */
	char *(*status)(const struct view *view);

	/* Goes to a place of the screen; may be NULL. */
	void (*click)(struct view *view, int row, int column);

	void (*free)(struct view *view);
};

/* The views, each owned by the caller. The list selects a code, if there is one. */
struct view *view_list_create(const struct code *code);
struct view *view_detail_create(const struct code *code);
struct view *view_comparison_create(const struct code *a, const struct code *b);
struct view *view_help_create(void);

/* The replies of a text, or, of a single one, what it comes to. The transcript, which
   holds one at least, becomes the view's. */
struct view *view_transcript_create(struct transcript *transcript);

/* What one reply comes to. It has to outlive the view, or is in owned, which becomes the
   view's. */
struct view *view_judgement_create(const struct said *said, struct transcript *owned);

/* A text of one role: an address, shown whole. */
struct view *view_text_create(const char *text);

/* Goes to an entry of the list, whichever of the two it is in. */
void view_list_select(struct view *view, const struct code *code);

#endif
