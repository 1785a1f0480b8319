#include "ui/status.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/term.h"

#define GAP 2

static bool essential(const struct binding *binding)
{
	return binding->action == ACTION_HELP || binding->action == ACTION_QUIT;
}

static int hint_columns(const struct binding *binding)
{
	char *key = keymap_name(binding->keys[0]);
	char *brief = text_degrade(_(binding->brief), i18n_charset());
	int columns = (int)(text_width(key, strlen(key)) + 1 + text_width(brief, strlen(brief)));

	free(key);
	free(brief);
	return columns;
}

static int put_hint(int row, int column, int columns, const struct binding *binding)
{
	char *key = keymap_name(binding->keys[0]);
	char *brief = text_degrade(_(binding->brief), i18n_charset());
	int used = term_put(row, column, columns, LOOK_HINT, key, strlen(key));

	used += 1 + term_put(row, column + used + 1, columns - used - 1, LOOK_STATUS, brief,
			     strlen(brief));
	free(key);
	free(brief);
	return used;
}

static int essential_columns(void)
{
	int columns = 0;

	for (size_t i = 0; i < bindings_count; i++)
		if (essential(&bindings[i]))
			columns += hint_columns(&bindings[i]) + GAP;
	return columns;
}

static void put_hints(int row, int columns, enum view_set view)
{
	int needed = essential_columns(), column = 0;
	bool full = false;

	for (size_t i = 0; i < bindings_count; i++) {
		const struct binding *binding = &bindings[i];

		if (!binding->brief || !(binding->views & view))
			continue;
		if (essential(binding))
			needed -= hint_columns(binding) + GAP;
		else if (full || column + hint_columns(binding) + needed > columns) {
			full = true;
			continue;
		}
		column += put_hint(row, column, columns - column, binding) + GAP;
	}
}

void status_draw(int row, int columns, enum view_set view, const char *message,
		 const char *place)
{
	int place_columns = (int)text_width(place, strlen(place)), room = columns;

	term_blank(row, 0, columns, LOOK_STATUS);
	if (essential_columns() + place_columns <= columns) {
		room = columns - place_columns - GAP;
		term_put(row, columns - place_columns, place_columns, LOOK_STATUS, place,
			 strlen(place));
	}
	if (message)
		term_put(row, 0, room > 0 ? room : columns, LOOK_NOTICE, message, strlen(message));
	else
		put_hints(row, room, view);
}
