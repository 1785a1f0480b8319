/* A short list to choose from, at the foot of the screen. */
#ifndef UI_MENU_H
#define UI_MENU_H

#include <stddef.h>

#include "ui/term.h"

enum menu_purpose { MENU_NONE, MENU_LANGUAGE, MENU_LINK };

enum menu_result { MENU_MOVED, MENU_CHOSEN, MENU_CANCELLED };

/* A zeroed struct is no menu. */
struct menu {
	enum menu_purpose purpose;
	const char *title;  /* translated */
	char **items;       /* owned */
	size_t count, selected;
};

/* Opens a menu; it owns the items, to be added with menu_add. */
void menu_open(struct menu *menu, enum menu_purpose purpose, const char *title);

/* Adds an item, a string that becomes the menu's. */
void menu_add(struct menu *menu, char *item);

void menu_close(struct menu *menu);

/* Takes a key. */
enum menu_result menu_key(struct menu *menu, int key);

/* Paints the menu at the foot of an area and places the cursor. */
void menu_draw(const struct menu *menu, struct area area);

#endif
