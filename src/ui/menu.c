#include "ui/menu.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "page/glyph.h"
#include "ui/keymap.h"

void menu_open(struct menu *menu, enum menu_purpose purpose, const char *title)
{
	menu_close(menu);
	menu->purpose = purpose;
	menu->title = title;
}

void menu_add(struct menu *menu, char *name, const char *detail)
{
	menu->items = xreallocarray(menu->items, menu->count + 1, sizeof(*menu->items));
	menu->items[menu->count++] = (struct menu_item){ name, xstrdup(detail) };
}

void menu_close(struct menu *menu)
{
	for (size_t i = 0; i < menu->count; i++) {
		free(menu->items[i].name);
		free(menu->items[i].detail);
	}
	free(menu->items);
	*menu = (struct menu){ 0 };
}

enum menu_result menu_key(struct menu *menu, int key)
{
	size_t last = menu->count - 1, *selected = &menu->selected;

	switch (keymap_action(VIEW_LIST, key)) {
	case ACTION_UP: *selected -= *selected > 0; return MENU_MOVED;
	case ACTION_DOWN: *selected += *selected < last; return MENU_MOVED;
	case ACTION_HOME:
	case ACTION_PAGE_UP: *selected = 0; return MENU_MOVED;
	case ACTION_END:
	case ACTION_PAGE_DOWN: *selected = last; return MENU_MOVED;
	case ACTION_OPEN: return MENU_CHOSEN;
	case ACTION_BACK:
	case ACTION_QUIT:
	case ACTION_INTERRUPT: return MENU_CANCELLED;
	default: return MENU_MOVED;
	}
}

static int name_columns(const struct menu *menu)
{
	size_t widest = 0;

	for (size_t i = 0; i < menu->count; i++) {
		size_t columns = text_width(menu->items[i].name, strlen(menu->items[i].name));

		widest = columns > widest ? columns : widest;
	}
	return (int)widest;
}

void menu_draw(const struct menu *menu, struct area area)
{
	int rows = (int)menu->count < area.rows - 1 ? (int)menu->count : area.rows - 1;
	int row = area.row + area.rows - rows - 1, column = name_columns(menu) + 4;
	size_t first = 0;

	if (rows < 1)
		return;
	if (menu->selected >= (size_t)rows)
		first = menu->selected - (size_t)rows + 1;
	for (int i = 0; i < area.columns; i++)
		term_put(row, i, 1, ROLE_RULE, glyph(GLYPH_HORIZONTAL),
			 strlen(glyph(GLYPH_HORIZONTAL)));
	term_put(row, 2, area.columns - 2, ROLE_LABEL, menu->title, strlen(menu->title));
	for (int i = 0; i < rows; i++) {
		const struct menu_item *item = &menu->items[first + (size_t)i];
		int look = first + (size_t)i == menu->selected ? LOOK_SELECTED : ROLE_BODY;

		term_blank(row + 1 + i, 0, area.columns, look);
		term_put(row + 1 + i, 2, area.columns - 2, look, item->name, strlen(item->name));
		term_put(row + 1 + i, column, area.columns - column, look, item->detail,
			 strlen(item->detail));
	}
	term_cursor(row + 1 + (int)(menu->selected - first), 0);
}
