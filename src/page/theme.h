/* How everything looks, printed or painted: one table, [look][scheme]. No scheme
   says anything by color alone, and none sets a background. */
#ifndef PAGE_THEME_H
#define PAGE_THEME_H

#include <stdbool.h>

#include "page/role.h"

/* The roles of a page, and what only the explorer has. */
enum look {
	LOOK_SELECTED = ROLES,  /* the selected row of the focused pane */
	LOOK_SELECTED_AWAY,     /* the same while another pane has the focus */
	LOOK_STATUS,            /* the bottom line */
	LOOK_HINT,              /* a key on the bottom line */
	LOOK_NOTICE,            /* a message on the bottom line */
	LOOKS
};

enum scheme {
	SCHEME_MONO,
	SCHEME_COLORS_8,
	SCHEME_COLORS_256,
	SCHEMES
};

struct style {
	short color;  /* -1: the terminal's own */
	bool bold, underline, reverse;
};

/* Gives the style of a role or look. */
struct style theme_style(int look, enum scheme scheme);

#endif
