#include "ui/explorer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/report.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/entry.h"
#include "page/pages.h"

void explorer_say(struct explorer *explorer, char *message)
{
	free(explorer->message);
	explorer->message = text_degrade(message, i18n_charset());
	free(message);
}

void explorer_push(struct explorer *explorer, struct view *view)
{
	view->below = explorer->view;
	explorer->view = view;
	explorer->depth++;
	explorer->stale = true;
}

static void pop(struct explorer *explorer)
{
	struct view *view = explorer->view;
	struct code code = view->operations->code(view);

	explorer->view = view->below;
	explorer->depth--;
	if (explorer->depth < explorer->home)
		explorer->home = explorer->depth;
	/* The list follows where the page has gone. */
	if (view->operations->kind == VIEW_DETAIL && explorer->view->operations->kind == VIEW_LIST)
		view_list_select(explorer->view, &code);
	view->operations->free(view);
	explorer->stale = true;
}

void explorer_quit(struct explorer *explorer, int status)
{
	explorer->quit = true;
	explorer->status = status;
}

static struct code current_code(const struct explorer *explorer)
{
	return explorer->view->operations->code(explorer->view);
}

static void unmark(struct explorer *explorer)
{
	explorer->context.marked.kind = CODE_NONE;
}

static void compare(struct explorer *explorer, const struct code *a, const struct code *b)
{
	struct view *view = view_comparison_create(a, b);

	unmark(explorer);
	explorer_push(explorer, view);
}

static void set_query(struct explorer *explorer, const char *text)
{
	query_free(&explorer->context.query);
	explorer->context.query = query_parse(text);
	explorer->stale = true;
}

static void search(struct explorer *explorer, enum search_step step)
{
	bool found = explorer->view->operations->search(explorer->view, &explorer->context.query, step);

	if (!found && explorer->context.query.count)
		explorer_say(explorer, xstrdup(_("Nothing matches.")));
	else if (step != SEARCH_TYPED && step != SEARCH_BEGIN && step != SEARCH_CANCEL &&
		 !explorer->context.query.count)
		explorer_say(explorer, xstrdup(_("Search for something first, with /.")));
	explorer->stale = true;
}

static void accept_prompt(struct explorer *explorer)
{
	struct code a = current_code(explorer), b = code_read(prompt_text(&explorer->prompt));
	char *quoted;

	if (explorer->prompt.purpose == PROMPT_SEARCH) {
		free(explorer->searched);
		explorer->searched = xstrdup(prompt_text(&explorer->prompt));
	}
	if (explorer->prompt.purpose == PROMPT_COMPARE && explorer->prompt.text.length) {
		if (b.kind != CODE_NONE && !code_same(&a, &b)) {
			prompt_close(&explorer->prompt);
			compare(explorer, &a, &b);
			return;
		}
		quoted = report_quote(prompt_text(&explorer->prompt));
		explorer_say(explorer, buffer_format(_("%s: give another code, such as 550 or 5.1.1."), quoted));
		free(quoted);
		return;
	}
	if (explorer->prompt.purpose == PROMPT_EXPLAIN && explorer->prompt.text.length)
		explorer_explain(explorer, prompt_text(&explorer->prompt));
	prompt_close(&explorer->prompt);
}

void explorer_prompted(struct explorer *explorer, enum prompt_result result)
{
	bool searching = explorer->prompt.purpose == PROMPT_SEARCH;

	switch (result) {
	case PROMPT_CHANGED:
		if (searching) {
			set_query(explorer, prompt_text(&explorer->prompt));
			search(explorer, SEARCH_TYPED);
		}
		break;
	case PROMPT_ACCEPTED:
		accept_prompt(explorer);
		break;
	case PROMPT_CANCELLED:
		if (searching) {
			set_query(explorer, explorer->searched ? explorer->searched : "");
			search(explorer, SEARCH_CANCEL);
		}
		prompt_close(&explorer->prompt);
		break;
	case PROMPT_MOVED:
		break;
	}
}

static void copy(struct explorer *explorer)
{
	struct page *page = explorer->view->operations->page(explorer->view, 0);
	char *text = page_plain(page);

	explorer_say(explorer, xstrdup(term_copy(text) ? _("Sent the page to the clipboard of the terminal.")
					 : _("This terminal has no clipboard.")));
	free(text);
	page_free(page);
}

static void forget_search(struct explorer *explorer)
{
	free(explorer->searched);
	explorer->searched = NULL;
	set_query(explorer, "");
}

static void back(struct explorer *explorer)
{
	if (explorer->view->below)
		pop(explorer);
	else if (explorer->context.query.count)
		forget_search(explorer);
	else
		unmark(explorer);
}

/* Tells whether another code than this one is marked. */
static bool other_marked(const struct explorer *explorer, const struct code *code)
{
	const struct code *marked = &explorer->context.marked;

	return marked->kind != CODE_NONE && code->kind != CODE_NONE && !code_same(marked, code);
}

static void mark(struct explorer *explorer)
{
	struct code code = current_code(explorer);
	char *name;

	if (other_marked(explorer, &code)) {
		compare(explorer, &explorer->context.marked, &code);
	} else if (explorer->context.marked.kind != CODE_NONE) {
		unmark(explorer);
	} else {
		name = code_text(&code);
		explorer->context.marked = code;
		explorer_say(explorer, buffer_format(_("%s is marked; now choose the other code."), name));
		free(name);
	}
}

static void ask_to_compare(struct explorer *explorer)
{
	struct code code = current_code(explorer);
	char *name;

	if (other_marked(explorer, &code)) {
		compare(explorer, &explorer->context.marked, &code);
	} else {
		name = code_text(&code);
		prompt_open(&explorer->prompt, PROMPT_COMPARE,
			    buffer_format(_("Compare %s with:"), name));
		free(name);
	}
}

static void open_current(struct explorer *explorer)
{
	struct code code = current_code(explorer);

	if (explorer->view->operations->kind != VIEW_COMPARISON && other_marked(explorer, &code))
		compare(explorer, &explorer->context.marked, &code);
	else if (explorer->view->operations->open)
		explorer_push(explorer, explorer->view->operations->open(explorer->view));
}

/* Goes to the code that a digit after those typed leads to; dots between digits are
   passed over. */
static bool type_digit(struct explorer *explorer, int digit)
{
	char *typed = explorer->context.typed;
	size_t length = strlen(typed);

	if (digit == '.')
		return length > 0;
	if (length + 1 == sizeof(explorer->context.typed))
		length = 0;
	typed[length] = (char)digit;
	typed[length + 1] = '\0';
	return explorer->view->operations->act(explorer->view, ACTION_DIGIT, &explorer->context);
}

static void jump(struct explorer *explorer, int digit)
{
	enum code_kind kind = current_code(explorer).kind;
	char *typed = explorer->context.typed;
	struct code code;

	if (digit == '.' && !*typed)
		return;
	/* After a full code the next digit starts anew. */
	if (kind == CODE_REPLY && strlen(typed) == 3)
		*typed = '\0';
	if (type_digit(explorer, digit)) {
		explorer_say(explorer, xstrdup(typed));
		return;
	}
	code = entry_begin(kind, typed);
	if (kind == CODE_REPLY && strlen(typed) == 3 && code.kind != CODE_NONE &&
	    explorer->view->operations->kind == VIEW_LIST) {
		/* A code in no list has a page all the same. */
		explorer_push(explorer, view_detail_create(&code));
		return;
	}
	if (kind == CODE_STATUS && strlen(typed) > 1) {
		*typed = '\0';
		jump(explorer, digit);
		return;
	}
	explorer_say(explorer, buffer_format(_("No code begins with %s."), typed));
}

void explorer_act(struct explorer *explorer, enum action action, int key)
{
	struct view *view = explorer->view;

	if (action != ACTION_DIGIT)
		explorer->context.typed[0] = '\0';
	switch (action) {
	case ACTION_DIGIT:
		jump(explorer, key);
		return;
	case ACTION_SEARCH:
		prompt_open(&explorer->prompt, PROMPT_SEARCH, xstrdup("/"));
		search(explorer, SEARCH_BEGIN);
		return;
	case ACTION_SEARCH_NEXT: search(explorer, SEARCH_NEXT); return;
	case ACTION_SEARCH_PREVIOUS: search(explorer, SEARCH_PREVIOUS); return;
	case ACTION_MARK:
		mark(explorer);
		return;
	case ACTION_COMPARE:
		ask_to_compare(explorer);
		return;
	case ACTION_EXPLAIN:
		prompt_open(&explorer->prompt, PROMPT_EXPLAIN, xstrdup(_("Paste a reply:")));
		return;
	case ACTION_OPEN: open_current(explorer); return;
	case ACTION_COPY: copy(explorer); return;
	case ACTION_LINK: explorer_link_menu(explorer); return;
	case ACTION_LANGUAGE: explorer_language_menu(explorer); return;
	case ACTION_HELP:
		if (view->operations->kind != VIEW_HELP)
			explorer_push(explorer, view_help_create());
		return;
	case ACTION_MOUSE:
		explorer->mouse = !explorer->mouse;
		term_mouse(explorer->mouse);
		explorer_say(explorer, xstrdup(explorer->mouse ? _("The mouse is on; m switches it off.")
					    : _("The mouse is off.")));
		return;
	case ACTION_REDRAW:
		term_redraw();
		explorer->stale = true;
		return;
	case ACTION_SUSPEND:
		/* As a key it was for the whole job; the terminal left it to us. */
		term_suspend(key != 0);
		explorer->stale = true;
		return;
	case ACTION_INTERRUPT:
		term_die(SIGINT);
	case ACTION_QUIT:
		if (explorer->depth > explorer->home)
			pop(explorer);
		else
			explorer_quit(explorer, explorer->at_quit);
		return;
	case ACTION_FOCUS:
		/* After the last pane come the actions. */
		if (!view->operations->act(view, action, &explorer->context))
			explorer_action_menu(explorer);
		return;
	case ACTION_LAYOUT:
		if (!view->operations->act(view, action, &explorer->context))
			explorer_say(explorer, buffer_format(_("Side by side needs %d columns."),
							     SIDE_BY_SIDE_WIDTH));
		return;
	case ACTION_BACK:
		if (!view->operations->act(view, action, &explorer->context))
			back(explorer);
		return;
	default:
		view->operations->act(view, action, &explorer->context);
	}
}

void explorer_open(struct explorer *explorer, const struct app_start *start)
{
	explorer_push(explorer, view_list_create(&start->select));
	if (start->other.kind != CODE_NONE)
		compare(explorer, &start->code, &start->other);
	else if (start->code.kind != CODE_NONE)
		explorer_push(explorer, view_detail_create(&start->code));
	else if (start->transcript)
		explorer_show(explorer, start->transcript);
	explorer->home = explorer->depth;
}

void explorer_layout(struct explorer *explorer, struct area area)
{
	if (explorer->stale)
		explorer->view->operations->layout(explorer->view, area, &explorer->context);
	explorer->stale = false;
}

void explorer_free(struct explorer *explorer)
{
	while (explorer->view) {
		struct view *below = explorer->view->below;

		explorer->view->operations->free(explorer->view);
		explorer->view = below;
	}
	query_free(&explorer->context.query);
	prompt_close(&explorer->prompt);
	menu_close(&explorer->menu);
	explorer_free_links(explorer);
	free(explorer->languages);
	free(explorer->searched);
	free(explorer->message);
}
