#include "ui/keymap.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "page/glyph.h"
#include "page/pages.h"

/* In the order of the help and of the hints.
   TRANSLATORS: the single words behind keys ("open", "help") stand on the bottom
   line, where every column counts; "? help  q quit" has to fit 20 columns. */
const struct binding bindings[] = {
	{ VIEW_ANY, ACTION_UP, { KEYS_UP, 'k' }, NULL,
	  N_("Move up, or scroll.") },
	{ VIEW_ANY, ACTION_DOWN, { KEYS_DOWN, 'j' }, NULL,
	  N_("Move down, or scroll.") },
	{ VIEW_ANY, ACTION_PAGE_UP, { KEYS_PAGE_UP, CTRL('B') }, NULL,
	  N_("Move up by a page.") },
	{ VIEW_ANY, ACTION_PAGE_DOWN, { KEYS_PAGE_DOWN, CTRL('F') }, NULL,
	  N_("Move down by a page.") },
	{ VIEW_ANY, ACTION_HALF_UP, { CTRL('U') }, NULL,
	  N_("Move up by half a page.") },
	{ VIEW_ANY, ACTION_HALF_DOWN, { CTRL('D') }, NULL,
	  N_("Move down by half a page.") },
	{ VIEW_ANY, ACTION_PART_BACK, { '{' }, NULL,
	  N_("Go to the section before.") },
	{ VIEW_ANY, ACTION_PART, { '}' }, NULL,
	  N_("Go to the next section of the page.") },
	{ VIEW_ANY, ACTION_HOME, { KEYS_HOME, 'g' }, NULL,
	  N_("Go to the start.") },
	{ VIEW_ANY, ACTION_END, { KEYS_END, 'G' }, NULL,
	  N_("Go to the end.") },
	{ VIEW_DETAIL, ACTION_OPEN, { KEYS_ENTER, KEYS_RIGHT, 'l' }, NULL,
	  N_("Open the comparison when another code is marked.") },
	{ VIEW_LIST, ACTION_OPEN, { KEYS_ENTER, KEYS_RIGHT, 'l' }, N_("open"),
	  N_("Open the page of the code, or the comparison when another code is marked.") },
	{ VIEW_COMPARISON, ACTION_OPEN, { KEYS_ENTER, KEYS_RIGHT, 'l' }, N_("open"),
	  N_("Open the page of the chosen side.") },
	{ VIEW_REPLIES, ACTION_OPEN, { KEYS_ENTER, KEYS_RIGHT, 'l' }, N_("open"),
	  N_("Open what the reply comes to.") },
	{ VIEW_JUDGEMENT, ACTION_OPEN, { KEYS_ENTER, KEYS_RIGHT, 'l' }, N_("open"),
	  N_("Open the page of the chosen code.") },
	{ VIEW_ANY, ACTION_BACK, { KEYS_ESCAPE, KEYS_LEFT, 'h', KEYS_BACKSPACE }, NULL,
	  N_("Go back one level.") },
	{ VIEW_LIST, ACTION_FOCUS, { KEYS_TAB }, NULL,
	  N_("Go from the list to the page beside it, and then to a menu of all actions.") },
	{ VIEW_JUDGEMENT, ACTION_FOCUS, { KEYS_TAB }, N_("code"),
	  N_("Choose the reply code or the enhanced code, and then a menu of all actions.") },
	{ VIEW_DETAIL | VIEW_PAGE | VIEW_HELP | VIEW_REPLIES, ACTION_FOCUS, { KEYS_TAB }, NULL,
	  N_("Open a menu of all actions.") },
	{ VIEW_COMPARISON, ACTION_FOCUS, { KEYS_TAB }, N_("side"),
	  N_("Choose the side that the brackets and digits change, and then a menu of all actions.") },
	{ VIEW_COMPARISON, ACTION_STEP_BACK, { '[' }, N_("previous"),
	  N_("Change the chosen side to the previous code.") },
	{ VIEW_COMPARISON, ACTION_STEP, { ']' }, N_("next"),
	  N_("Change the chosen side to the next code.") },
	{ VIEW_LIST | VIEW_DETAIL | VIEW_COMPARISON, ACTION_DIGIT, { KEYS_DIGIT }, NULL,
	  N_("Type a code to go to it: 5, 50, 504. The next digit starts anew. Among enhanced codes dots may be left out: 5726.") },
	{ VIEW_LIST | VIEW_DETAIL | VIEW_JUDGEMENT, ACTION_MARK, { KEYS_SPACE }, N_("mark"),
	  N_("Mark the code for a comparison; on another code, open the comparison.") },
	{ VIEW_LIST | VIEW_DETAIL | VIEW_JUDGEMENT, ACTION_COMPARE, { 'c' }, N_("compare"),
	  N_("Compare with the marked code, or ask for the other code.") },
	{ VIEW_COMPARISON, ACTION_SWAP, { 'x' }, N_("swap"),
	  N_("Swap the two sides.") },
	{ VIEW_COMPARISON, ACTION_LAYOUT, { 'v' }, N_("layout"),
	  N_("Set the two codes side by side, or one below the other.") },
	{ VIEW_ANY, ACTION_SEARCH, { '/' }, N_("search"),
	  N_("Search as you type: in the list all codes, on a page its text.") },
	{ VIEW_ANY, ACTION_SEARCH_NEXT, { 'n' }, NULL,
	  N_("Go to the next match.") },
	{ VIEW_ANY, ACTION_SEARCH_PREVIOUS, { 'N' }, NULL,
	  N_("Go to the previous match.") },
	{ VIEW_LIST, ACTION_STATUSES, { 'e' }, N_("enhanced"),
	  N_("Switch between reply codes and enhanced status codes.") },
	{ VIEW_LIST, ACTION_WILD, { 's' }, NULL,
	  N_("Hide or show the codes seen in the wild, which the list marks with ~.") },
	{ VIEW_ANY, ACTION_EXPLAIN, { 'p' }, N_("paste"),
	  N_("Explain a reply, a bounce or log lines that you paste. A paste is explained without this key too.") },
	{ VIEW_ANY, ACTION_COPY, { 'y' }, N_("copy"),
	  N_("Copy the page as plain text to the clipboard of the terminal.") },
	{ VIEW_ANY, ACTION_LINK, { 'o' }, N_("links"),
	  N_("Open a link of the page in a browser.") },
	{ VIEW_ANY, ACTION_LANGUAGE, { 'L' }, N_("language"),
	  N_("Choose the language.") },
	{ VIEW_ANY, ACTION_MOUSE, { 'm' }, NULL,
	  N_("Switch the mouse on or off; while it is on, the terminal cannot select text.") },
	{ VIEW_ANY, ACTION_REDRAW, { CTRL('L') }, NULL,
	  N_("Draw the screen anew.") },
	{ VIEW_ANY, ACTION_SUSPEND, { CTRL('Z') }, NULL,
	  N_("Suspend the program; fg brings it back.") },
	{ VIEW_ANY, ACTION_HELP, { '?', KEYS_F1 }, N_("help"),
	  N_("Show this help.") },
	{ VIEW_ANY, ACTION_QUIT, { 'q' }, N_("quit"),
	  N_("Go back; from the view that the program opened with, leave it.") },
	{ VIEW_ANY, ACTION_INTERRUPT, { CTRL('C') }, NULL,
	  N_("Leave the program at once.") },
};

const size_t bindings_count = sizeof(bindings) / sizeof(*bindings);

bool keymap_in_menu(const struct binding *binding, enum view_set view)
{
	return binding->views & view && binding->action > ACTION_FOCUS &&
	       binding->action != ACTION_DIGIT && binding->action != ACTION_SUSPEND &&
	       binding->action != ACTION_INTERRUPT;
}

enum action keymap_action(enum view_set view, int key)
{
	if ((key >= '0' && key <= '9') || key == '.')
		key = KEYS_DIGIT;
	else if (key == '\n')
		key = KEYS_ENTER;
	else if (key == '\b')
		key = KEYS_BACKSPACE;
	for (size_t i = 0; i < bindings_count; i++)
		if (bindings[i].views & view)
			for (size_t k = 0; k < BINDING_KEYS && bindings[i].keys[k]; k++)
				if (bindings[i].keys[k] == key)
					return bindings[i].action;
	return ACTION_NONE;
}

char *keymap_name(int key)
{
	char bytes[5] = { 0 };

	switch (key) {
	case KEYS_UP: return xstrdup(_(glyph(GLYPH_UP)));
	case KEYS_DOWN: return xstrdup(_(glyph(GLYPH_DOWN)));
	case KEYS_LEFT: return xstrdup(_(glyph(GLYPH_LEFT)));
	case KEYS_RIGHT: return xstrdup(_(glyph(GLYPH_RIGHT)));
	case KEYS_PAGE_UP: return xstrdup(_("PgUp"));
	case KEYS_PAGE_DOWN: return xstrdup(_("PgDn"));
	case KEYS_HOME: return xstrdup(_("Home"));
	case KEYS_END: return xstrdup(_("End"));
	case KEYS_F1: return xstrdup("F1");
	case KEYS_TAB: return xstrdup(_("Tab"));
	case KEYS_ENTER: return xstrdup(_("Enter"));
	case KEYS_ESCAPE: return xstrdup(_("Esc"));
	case KEYS_BACKSPACE: return xstrdup(_("Backspace"));
	case KEYS_SPACE: return xstrdup(_("Space"));
	case KEYS_DIGIT: return xstrdup("0-9");
	default: break;
	}
	if (key < ' ')
		return buffer_format(_("Ctrl-%c"), key + '@');
	text_put(bytes, (unsigned)key);
	return xstrdup(bytes);
}

char *keymap_names(const struct binding *binding)
{
	struct buffer out = { 0 };

	for (size_t k = 0; k < BINDING_KEYS && binding->keys[k]; k++) {
		char *name = keymap_name(binding->keys[k]);

		if (k)
			buffer_puts(&out, " ");
		buffer_puts(&out, name);
		free(name);
	}
	return buffer_take(&out);
}

struct page *keymap_help(size_t width)
{
	static const struct {
		const char *heading;
		unsigned views;
	} parts[] = {
		{ N_("Everywhere"), VIEW_ANY },
		{ N_("In the list"), VIEW_LIST },
		{ N_("On the page of a code"), VIEW_DETAIL },
		{ N_("In a comparison"), VIEW_COMPARISON },
		{ N_("In the list of replies"), VIEW_REPLIES },
		{ N_("On the explanation of a reply"), VIEW_JUDGEMENT },
	};
	struct key_group groups[sizeof(parts) / sizeof(*parts)];
	struct key_row *rows = xcalloc(sizeof(parts) / sizeof(*parts) * bindings_count, sizeof(*rows));
	size_t used = 0;
	struct page *page;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		groups[i] = (struct key_group){ _(parts[i].heading), rows + used, 0 };
		for (size_t k = 0; k < bindings_count; k++) {
			const struct binding *binding = &bindings[k];

			/* A key of everywhere stands there only. */
			if (parts[i].views == VIEW_ANY ? binding->views != VIEW_ANY
						       : binding->views == VIEW_ANY ||
							 !(binding->views & parts[i].views))
				continue;
			rows[used++] = (struct key_row){ keymap_names(binding), _(binding->help) };
			groups[i].count++;
		}
	}
	page = page_keys(groups, sizeof(groups) / sizeof(*groups), width);
	for (size_t i = 0; i < used; i++)
		free(rows[i].keys);
	free(rows);
	return page;
}
