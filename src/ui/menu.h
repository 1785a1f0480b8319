/* A short list to choose from, at the foot of the screen. */
#ifndef UI_MENU_H
#define UI_MENU_H

#include <stddef.h>

#include "ui/term.h"

enum menu_purpose { MENU_NONE, MENU_LANGUAGE, MENU_LINK, MENU_ACTION };

enum menu_result { MENU_MOVED, MENU_CHOSEN, MENU_CANCELLED };

/* A row: a name, and more about it in a second column. */
struct menu_item {
	char *name;    /* owned */
	char *detail;  /* owned, may be "" */
};

/* A zeroed struct is no menu. */
struct menu {
	enum menu_purpose purpose;
	const char *title;  /* translated */
	struct menu_item *items;
	size_t count, selected;
};

/* Opens a menu without rows; menu_add adds them. */
void menu_open(struct menu *menu, enum menu_purpose purpose, const char *title);

/* Adds a row; name becomes the menu's, detail is copied. */
void menu_add(struct menu *menu, char *name, const char *detail);

void menu_close(struct menu *menu);

/* Takes a key. */
enum menu_result menu_key(struct menu *menu, int key);

/* Paints the menu at the foot of an area and places the cursor. */
void menu_draw(const struct menu *menu, struct area area);

#endif
