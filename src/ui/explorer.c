#include "ui/explorer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/report.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/catalogue.h"
#include "ui/link.h"

void explorer_say(struct explorer *explorer, char *message)
{
	free(explorer->message);
	explorer->message = text_degrade(message, i18n_charset());
	free(message);
}

static void push(struct explorer *explorer, struct view *view)
{
	view->below = explorer->view;
	explorer->view = view;
	explorer->depth++;
	explorer->stale = true;
}

static void pop(struct explorer *explorer)
{
	struct view *view = explorer->view;
	int code = view->operations->code(view);

	explorer->view = view->below;
	explorer->depth--;
	/* The list follows where the page has gone. */
	if (view->operations->kind == VIEW_DETAIL && explorer->view->operations->kind == VIEW_LIST &&
	    catalogue_find(code))
		view_list_select(explorer->view, code);
	view->operations->free(view);
	explorer->stale = true;
}

void explorer_quit(struct explorer *explorer, int status)
{
	explorer->quit = true;
	explorer->status = status;
}

static int current_code(const struct explorer *explorer)
{
	return explorer->view->operations->code(explorer->view);
}

static void compare(struct explorer *explorer, int a, int b)
{
	explorer->context.marked = -1;
	push(explorer, view_comparison_create(a, b));
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
	int code, a = current_code(explorer);
	char *quoted;

	if (explorer->prompt.purpose == PROMPT_COMPARE && explorer->prompt.text.length) {
		if (code_parse(prompt_text(&explorer->prompt), &code) && code != a) {
			prompt_close(&explorer->prompt);
			compare(explorer, a, code);
			return;
		}
		quoted = report_quote(prompt_text(&explorer->prompt));
		explorer_say(explorer, text_printf(_("%s: give the three digits of another code."), quoted));
		free(quoted);
	}
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
			set_query(explorer, "");
			search(explorer, SEARCH_CANCEL);
		}
		prompt_close(&explorer->prompt);
		break;
	case PROMPT_MOVED:
		break;
	}
}

static void open_language_menu(struct explorer *explorer)
{
	size_t count;

	free(explorer->languages);
	explorer->languages = i18n_languages(false, &count);
	menu_open(&explorer->menu, MENU_LANGUAGE, _("Language"));
	for (size_t i = 0; i < count; i++) {
		menu_add(&explorer->menu, xstrdup(explorer->languages[i]->name), "");
		if (explorer->languages[i] == i18n_language())
			explorer->menu.selected = i;
	}
}

static void free_links(struct explorer *explorer)
{
	for (size_t i = 0; i < explorer->link_count; i++) {
		free(explorer->links[i].title);
		free(explorer->links[i].url);
	}
	free(explorer->links);
	explorer->links = NULL;
	explorer->link_count = 0;
}

/* Opens a link; where no browser starts, its address is shown whole. */
static void open_link(struct explorer *explorer, size_t index)
{
	bool opened;

	term_leave();
	opened = link_open(explorer->links[index].url);
	term_enter();
	explorer->stale = true;
	if (opened) {
		explorer_say(explorer, text_printf(_("Opened %s."), explorer->links[index].title));
		return;
	}
	push(explorer, view_text_create(explorer->links[index].url));
	explorer_say(explorer, xstrdup(_("No browser could be started; this is the address.")));
}

static void open_link_menu(struct explorer *explorer)
{
	struct page *page = explorer->view->operations->page(explorer->view, 0);

	free_links(explorer);
	explorer->links = page->links;
	explorer->link_count = page->link_count;
	page->links = NULL;
	page->link_count = 0;
	page_free(page);
	if (explorer->link_count == 1) {
		open_link(explorer, 0);
		return;
	}
	menu_open(&explorer->menu, MENU_LINK, _("Learn more"));
	for (size_t i = 0; i < explorer->link_count; i++)
		menu_add(&explorer->menu, xstrdup(explorer->links[i].title), explorer->links[i].url);
}

void explorer_chosen(struct explorer *explorer)
{
	enum menu_purpose purpose = explorer->menu.purpose;
	size_t selected = explorer->menu.selected;

	menu_close(&explorer->menu);
	if (purpose == MENU_LANGUAGE) {
		i18n_switch(explorer->languages[selected]);
		explorer->stale = true;
	} else {
		open_link(explorer, selected);
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

static void back(struct explorer *explorer)
{
	if (explorer->view->below)
		pop(explorer);
	else if (explorer->context.query.count)
		set_query(explorer, "");
	else
		explorer->context.marked = -1;
}

static void mark(struct explorer *explorer)
{
	int code = current_code(explorer), marked = explorer->context.marked;

	if (marked < 0)
		explorer->context.marked = code;
	else if (marked == code)
		explorer->context.marked = -1;
	else
		compare(explorer, marked, code);
}

static void ask_to_compare(struct explorer *explorer)
{
	int code = current_code(explorer), marked = explorer->context.marked;

	if (marked >= 0 && marked != code)
		compare(explorer, marked, code);
	else
		prompt_open(&explorer->prompt, PROMPT_COMPARE,
			    text_printf(_("Compare %03d with:"), code));
}

static void open_current(struct explorer *explorer)
{
	int code = current_code(explorer), marked = explorer->context.marked;

	if (explorer->view->operations->kind == VIEW_LIST && marked >= 0 && marked != code)
		compare(explorer, marked, code);
	else
		push(explorer, view_detail_create(code));
}

/* Adds a digit to those typed; after a full code the next starts anew. Gives
   whether the view went to a code that begins so. */
static bool type_digit(struct explorer *explorer, int digit)
{
	size_t length = strlen(explorer->typed) % 3;
	char pattern[] = "xxx";

	explorer->typed[length] = (char)digit;
	explorer->typed[length + 1] = '\0';
	memcpy(pattern, explorer->typed, length + 1);
	explorer->context.jump = (struct code_range){ 0, -1 };
	return code_range_parse(pattern, &explorer->context.jump) &&
	       explorer->view->operations->act(explorer->view, ACTION_DIGIT, &explorer->context);
}

static void jump(struct explorer *explorer, int digit)
{
	bool found = type_digit(explorer, digit);
	const struct code_range *range = &explorer->context.jump;

	if (found)
		explorer_say(explorer, xstrdup(explorer->typed));
	else if (explorer->view->operations->kind == VIEW_LIST && strlen(explorer->typed) == 3 &&
		 range->first == range->last)
		/* A code in no list has a page all the same. */
		push(explorer, view_detail_create(range->first));
	else
		explorer_say(explorer, text_printf(_("No code begins with %s."), explorer->typed));
}

void explorer_act(struct explorer *explorer, enum action action, int key)
{
	struct view *view = explorer->view;

	if (action != ACTION_DIGIT)
		explorer->typed[0] = '\0';
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
	case ACTION_MARK: mark(explorer); return;
	case ACTION_COMPARE: ask_to_compare(explorer); return;
	case ACTION_OPEN: open_current(explorer); return;
	case ACTION_COPY: copy(explorer); return;
	case ACTION_LINK: open_link_menu(explorer); return;
	case ACTION_LANGUAGE: open_language_menu(explorer); return;
	case ACTION_HELP:
		if (view->operations->kind != VIEW_PAGE)
			push(explorer, view_page_create(keymap_help));
		return;
	case ACTION_MOUSE:
		explorer->mouse = !explorer->mouse;
		term_mouse(explorer->mouse);
		explorer_say(explorer, xstrdup(explorer->mouse ? _("The mouse is on; m switches it off.")
					    : _("The mouse is off.")));
		return;
	case ACTION_REDRAW:
		term_enter();
		return;
	case ACTION_SUSPEND:
		term_suspend();
		explorer->stale = true;
		return;
	case ACTION_INTERRUPT:
		term_die(SIGINT);
	case ACTION_QUIT:
		if (explorer->depth > explorer->home)
			pop(explorer);
		else
			explorer_quit(explorer, STATUS_FOUND);
		return;
	case ACTION_BACK:
		if (!view->operations->act(view, action, &explorer->context))
			back(explorer);
		return;
	default:
		view->operations->act(view, action, &explorer->context);
	}
}

void explorer_open(struct explorer *explorer, int code, bool open, int other)
{
	explorer->context.marked = -1;
	push(explorer, view_list_create(code));
	if (other >= 0)
		compare(explorer, code, other);
	else if (open)
		push(explorer, view_detail_create(code));
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
	free_links(explorer);
	free(explorer->languages);
	free(explorer->message);
}
