#include "ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "page/glyph.h"
#include "ui/explorer.h"
#include "ui/intake.h"
#include "ui/status.h"
#include "ui/term-input.h"

/* The views have all rows but the last. */
static struct area view_area(void)
{
	struct area area = term_area();

	area.rows--;
	return area;
}

/* Takes a key; more tells that input waited behind it. Without bracketed paste
   that is how a paste looks, so a line feed in a prompt is text. */
static void take_key(struct explorer *explorer, int key, bool more)
{
	enum action action = keymap_action(explorer->view->operations->kind, key);
	/* What concerns the terminal acts in a prompt and in a menu too. */
	bool of_terminal = action == ACTION_REDRAW || action == ACTION_SUSPEND;
	bool prompted = explorer->prompt.purpose != PROMPT_NONE;

	explorer_layout(explorer, view_area());
	free(explorer->message);
	explorer->message = NULL;
	if (prompted && !of_terminal) {
		if ((key == KEYS_ENTER || key == '\n') &&
		    (more || (explorer->prompt.purpose == PROMPT_EXPLAIN && term_follows())))
			explorer_prompted(explorer, prompt_line_feed(&explorer->prompt));
		else
			explorer_prompted(explorer, prompt_key(&explorer->prompt, key));
	} else if (explorer->menu.purpose != MENU_NONE && !of_terminal) {
		enum menu_result result = menu_key(&explorer->menu, key);

		if (result == MENU_CHOSEN)
			explorer_chosen(explorer);
		else if (result == MENU_CANCELLED)
			menu_close(&explorer->menu);
	} else {
		explorer_act(explorer, action, key);
	}
}

static void take_paste(struct explorer *explorer, char *text)
{
	if (explorer->prompt.purpose == PROMPT_SEARCH || explorer->prompt.purpose == PROMPT_COMPARE) {
		explorer_prompted(explorer, prompt_paste(&explorer->prompt, text));
	} else {
		/* Text that was typed before it belongs to it. */
		char *all = buffer_format("%s%s", prompt_text(&explorer->prompt), text);

		prompt_close(&explorer->prompt);
		menu_close(&explorer->menu);
		explorer_explain(explorer, all);
		free(all);
	}
	free(text);
}

static void take_click(struct explorer *explorer, const struct input *input)
{
	struct view *view = explorer->view;

	explorer_layout(explorer, view_area());
	if (explorer->prompt.purpose == PROMPT_NONE && explorer->menu.purpose == MENU_NONE &&
	    view->operations->click && input->row < view_area().rows)
		view->operations->click(view, input->row, input->column);
	explorer->stale = true;
}

/* Reads on; at the end shows what was found, and gives true. */
static bool take_data(struct explorer *explorer)
{
	bool home;
	int error;

	if (!intake_read(&error))
		return false;
	home = explorer->depth == explorer->home;
	/* What they speak of would no longer be the view on top. */
	prompt_close(&explorer->prompt);
	menu_close(&explorer->menu);
	free(explorer->message);
	explorer->message = NULL;
	if (!explorer_show(explorer, intake_finish()))
		explorer->at_quit = STATUS_NOTHING;
	if (home)
		explorer->home = explorer->depth;
	if (error) {
		char *reason = report_reason(error);

		explorer_say(explorer, buffer_format(_("cannot read the input: %s"), reason));
		free(reason);
		explorer->at_quit = STATUS_SYSTEM;
	}
	return true;
}

/* Gives true when there may be something new to paint. */
static bool take_input(struct explorer *explorer, const struct input *input)
{
	switch (input->kind) {
	case INPUT_KEY:
		take_key(explorer, input->key, input->more);
		break;
	case INPUT_PASTE:
		take_paste(explorer, input->paste);
		if (input->cut)
			explorer_say(explorer, xstrdup(_("The pasted text is longer than 1 MiB; the rest was not read.")));
		break;
	case INPUT_CLICK:
		take_click(explorer, input);
		break;
	case INPUT_WHEEL:
		for (int i = 0; i < 3; i++)
			take_key(explorer, input->key, false);
		break;
	case INPUT_RESIZE:
		explorer->stale = true;
		break;
	case INPUT_DATA:
		return take_data(explorer);
	case INPUT_REDRAW:
		term_redraw();
		explorer->stale = true;
		break;
	case INPUT_SUSPEND:
		explorer_act(explorer, ACTION_SUSPEND, 0);
		break;
	case INPUT_END:
		explorer_quit(explorer, STATUS_SYSTEM);
		break;
	case INPUT_NONE:
		break;
	}
	return true;
}

/* The bottom line while a prompt is open; a message stands at its end where it
   leaves room for what is typed. */
static void draw_prompt(const struct explorer *explorer, int row, int columns)
{
	const char *message = explorer->message ? explorer->message : "";
	int width = (int)text_width(message, strlen(message));
	int needed = prompt_columns(&explorer->prompt) + 1;

	if (width && needed + width <= columns) {
		columns -= width;
		term_put(row, columns, width, LOOK_NOTICE, message, strlen(message));
	}
	prompt_draw(&explorer->prompt, row, columns);
}

/* Where the user is, and which code waits for a comparison. */
static char *place_text(const struct explorer *explorer)
{
	char *place = explorer->view->operations->status(explorer->view), *text, *marked;

	if (explorer->context.marked.kind == CODE_NONE)
		return place;
	marked = code_text(&explorer->context.marked);
	text = buffer_format("%s%s  %s", glyph(GLYPH_MARK), marked, place);
	free(marked);
	free(place);
	return text;
}

/* The cursor stays where the last one that was painted has put it: in the view,
   the menu or the prompt. */
static void draw(struct explorer *explorer)
{
	struct area area = view_area();
	const struct view *view = explorer->view;

	explorer->stale |= view->stale;
	explorer_layout(explorer, area);
	term_erase();
	if (explorer->prompt.purpose == PROMPT_NONE) {
		const char *message = explorer->message;
		char *place = place_text(explorer);

		if (explorer->menu.purpose != MENU_NONE)
			message = _("Enter chooses, Esc goes back.");
		status_draw(area.rows, area.columns, view->operations->kind, message, place);
		free(place);
	}
	view->operations->draw(view, &explorer->context);
	if (explorer->menu.purpose != MENU_NONE)
		menu_draw(&explorer->menu, area);
	if (explorer->prompt.purpose != PROMPT_NONE)
		draw_prompt(explorer, area.rows, area.columns);
	term_flush();
}

int app_run(const struct app_start *start)
{
	struct explorer explorer = { .quit = false };
	char *notice;

	if (!term_open(start->output, start->input, start->color, &notice)) {
		transcript_free(start->transcript);
		return STATUS_SYSTEM;
	}
	if (notice)
		explorer_say(&explorer, notice);
	explorer_open(&explorer, start);
	if (start->inputs) {
		intake_open(start->inputs);
		explorer_say(&explorer, xstrdup(_("Reading the input ...")));
	}
	for (bool changed = true; !explorer.quit;) {
		struct input input;

		if (changed)
			draw(&explorer);
		changed = false;
		input = term_read(true);
		/* All keys that wait are taken before the next repaint; data, which may come
		   without end, does not put it off. */
		do
			changed |= take_input(&explorer, &input);
		while (!explorer.quit && input.kind != INPUT_DATA &&
		       (input = term_read(false)).kind != INPUT_NONE);
	}
	term_close();
	explorer_free(&explorer);
	return explorer.status;
}
