/* The one table of keys: it drives dispatch, the help page and the hints on the
   bottom line. */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "page/page.h"

/* Keys that are no character; characters stand for themselves, control
   characters too. */
enum key {
	KEYS_UP = 0x110000,  /* past the last character of Unicode */
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_PAGE_UP,
	KEYS_PAGE_DOWN,
	KEYS_HOME,
	KEYS_END,
	KEYS_DELETE,
	KEYS_F1,
	KEYS_TAB = '\t',
	KEYS_ENTER = '\r',
	KEYS_ESCAPE = 033,
	KEYS_BACKSPACE = 0177,
	KEYS_SPACE = ' ',
	KEYS_DIGIT = '0',    /* in the table: any digit */
};

#define CTRL(letter) ((letter) & 0x1f)

enum action {
	ACTION_NONE,
	ACTION_UP,
	ACTION_DOWN,
	ACTION_PAGE_UP,
	ACTION_PAGE_DOWN,
	ACTION_HALF_UP,
	ACTION_HALF_DOWN,
	ACTION_PART_BACK,
	ACTION_PART,
	ACTION_HOME,
	ACTION_END,
	ACTION_OPEN,
	ACTION_BACK,
	ACTION_FOCUS,
	ACTION_DIGIT,
	ACTION_SEARCH,
	ACTION_SEARCH_NEXT,
	ACTION_SEARCH_PREVIOUS,
	ACTION_MARK,
	ACTION_COMPARE,
	ACTION_SWAP,
	ACTION_LAYOUT,
	ACTION_STEP_BACK,
	ACTION_STEP,
	ACTION_STATUSES,
	ACTION_WILD,
	ACTION_EXPLAIN,
	ACTION_COPY,
	ACTION_LINK,
	ACTION_LANGUAGE,
	ACTION_HELP,
	ACTION_MOUSE,
	ACTION_REDRAW,
	ACTION_SUSPEND,
	ACTION_QUIT,
	ACTION_INTERRUPT,
};

/* The views, as bits of a set. */
enum view_set {
	VIEW_LIST = 1,
	VIEW_DETAIL = 2,
	VIEW_COMPARISON = 4,
	VIEW_PAGE = 8,        /* an address shown whole */
	VIEW_HELP = 16,
	VIEW_REPLIES = 32,    /* the replies of a text */
	VIEW_JUDGEMENT = 64,  /* what one of them comes to */
	VIEW_ANY = 127,
};

#define BINDING_KEYS 5

struct binding {
	enum view_set views;
	enum action action;
	int keys[BINDING_KEYS];  /* ends with 0, the most telling ones first */
	const char *brief;       /* msgid for the hints, or NULL */
	const char *help;        /* msgid, a sentence */
};

/* More than there are. */
#define KEYMAP_MOST 64

extern const struct binding bindings[];
extern const size_t bindings_count;

/* Tells whether the menu of actions of a view offers a binding: all but moving
   about, which arrows do, and what only a terminal asks for. */
bool keymap_in_menu(const struct binding *binding, enum view_set view);

/* Gives the names of a binding's keys with blanks between, owned by the caller. */
char *keymap_names(const struct binding *binding);

/* Gives what a key does in a view. */
enum action keymap_action(enum view_set view, int key);

/* Gives the name of a key as it is printed, owned by the caller. */
char *keymap_name(int key);

/* Gives the help page, made from the table. */
struct page *keymap_help(size_t width);

#endif
