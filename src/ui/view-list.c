#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/catalogue.h"
#include "page/glyph.h"
#include "page/pages.h"

/* From here on the page stands beside the list. */
#define TWO_PANES 72

#define WIDEST_LIST 48
#define WIDEST_TEXT 100

/* A row: a class heading, or an entry of the catalogue. */
struct row {
	const struct reply *entry;  /* NULL for a heading */
	int class;
	size_t count;               /* of a heading: entries below it */
};

struct list_view {
	struct view view;
	struct row *rows;
	size_t count;
	size_t selected, top;        /* rows */
	size_t search_selected, search_top;  /* where a search began */
	struct area area;
	int list_columns;
	bool on_page;                /* the page has the focus, not the list */
	struct scroll page;          /* empty on a narrow screen */
	struct search *search;       /* made at the first search */
	const struct language *search_language;
};

static void fill_rows(struct list_view *list)
{
	struct row *heading = NULL;

	list->rows = xcalloc(2 * replies_count, sizeof(*list->rows));
	for (size_t i = 0; i < replies_count; i++) {
		int class = replies[i].code / 100;

		if (!heading || heading->class != class) {
			heading = &list->rows[list->count++];
			heading->class = class;
		}
		heading->count++;
		list->rows[list->count++] = (struct row){ &replies[i], class, 0 };
	}
}

static bool two_panes(const struct list_view *list)
{
	return list->area.columns >= TWO_PANES;
}

/* Keeps the selected row on the screen, its heading with it where it is next. */
static void follow(struct list_view *list)
{
	size_t rows = list->area.rows > 0 ? (size_t)list->area.rows : 1;
	size_t first = list->selected;

	if (first && !list->rows[first - 1].entry && rows > 1)
		first--;
	if (list->top > first)
		list->top = first;
	if (list->selected >= list->top + rows)
		list->top = list->selected - rows + 1;
	if (list->top + rows > list->count)
		list->top = list->count > rows ? list->count - rows : 0;
}

static void show_page(struct list_view *list, const struct query *query)
{
	struct area area = list->area;
	struct reply reply = *list->rows[list->selected].entry;
	struct page *page;

	if (!two_panes(list)) {
		scroll_free(&list->page);
		list->on_page = false;
		return;
	}
	area.column += list->list_columns + 3;
	area.columns -= list->list_columns + 3;
	page = page_reply(&reply, (size_t)(area.columns < WIDEST_TEXT ? area.columns : WIDEST_TEXT));
	page_highlight(page, query);
	scroll_show(&list->page, page, area);
}

static void layout(struct view *view, struct area area, const struct context *context)
{
	struct list_view *list = (struct list_view *)view;

	list->area = area;
	list->list_columns = area.columns * 2 / 5 < WIDEST_LIST ? area.columns * 2 / 5 : WIDEST_LIST;
	if (!two_panes(list))
		list->list_columns = area.columns;
	follow(list);
	show_page(list, &context->query);
}

/* Selects a row, or, if it is a heading, the entry after it. */
static void select_row(struct list_view *list, size_t row)
{
	if (row >= list->count)
		row = list->count - 1;
	if (!list->rows[row].entry)
		row++;
	if (row == list->selected)
		return;
	list->selected = row;
	scroll_home(&list->page);
	follow(list);
}

void view_list_select(struct view *view, int code)
{
	struct list_view *list = (struct list_view *)view;

	for (size_t i = 0; i < list->count; i++)
		if (list->rows[i].entry && list->rows[i].entry->code >= code) {
			select_row(list, i);
			return;
		}
	select_row(list, list->count - 1);
}

/* Paints a text; the letters that the search found stand apart. */
static int put_matches(int row, int column, int columns, int look, const char *text,
		       const struct query *query)
{
	size_t count, at = 0;
	struct match *matches = query_find(query, text, strlen(text), &count);
	int used = 0;

	for (size_t i = 0; i < count; i++) {
		used += term_put(row, column + used, columns - used, look, text + at,
				 matches[i].start - at);
		used += term_put(row, column + used, columns - used, ROLE_MATCH,
				 text + matches[i].start, matches[i].end - matches[i].start);
		at = matches[i].end;
	}
	used += term_put(row, column + used, columns - used, look, text + at, strlen(text + at));
	free(matches);
	return used;
}

static void draw_heading(const struct list_view *list, int row, const struct row *heading)
{
	char *text = text_printf("%s (%zu)", _(class_heading(heading->class)), heading->count);
	char *shown = text_degrade(text, i18n_charset());

	term_put(row, list->area.column, list->list_columns, ROLE_LABEL, shown, strlen(shown));
	free(shown);
	free(text);
}

static void draw_entry(const struct list_view *list, int row, const struct row *entry,
		       bool selected, const struct context *context)
{
	int code = entry->entry->code, column = list->area.column, columns = list->list_columns;
	int away = list->on_page ? LOOK_SELECTED_AWAY : LOOK_SELECTED;
	char *number = text_printf("%03d", code);
	char *title = text_degrade(_(entry->entry->title), i18n_charset());
	const char *mark = code == context->marked ? glyph(GLYPH_MARK) : " ";

	if (selected)
		term_blank(row, column, columns, away);
	term_put(row, column, columns, selected ? away : ROLE_TITLE, mark, strlen(mark));
	put_matches(row, column + 1, columns - 1,
		    selected ? away : (int)role_of_outcome(outcome_of(code)), number,
		    &context->query);
	put_matches(row, column + 6, columns - 6, selected ? away : ROLE_BODY, title,
		    &context->query);
	if (6 + (int)text_width(title, strlen(title)) > columns)
		term_put(row, column + columns - 1, 1, selected ? away : ROLE_BODY,
			 glyph(GLYPH_MORE), strlen(glyph(GLYPH_MORE)));
	free(number);
	free(title);
}

static void draw(const struct view *view, const struct context *context)
{
	const struct list_view *list = (const struct list_view *)view;
	int first = list->area.row;

	if (two_panes(list)) {
		for (int row = 0; row < list->area.rows; row++)
			term_put(first + row, list->list_columns + 1, 1, ROLE_RULE,
				 glyph(GLYPH_VERTICAL), strlen(glyph(GLYPH_VERTICAL)));
		scroll_draw(&list->page);
	}
	for (int i = 0; i < list->area.rows && list->top + (size_t)i < list->count; i++) {
		const struct row *row = &list->rows[list->top + (size_t)i];

		if (row->entry)
			draw_entry(list, first + i, row, list->top + (size_t)i == list->selected,
				   context);
		else
			draw_heading(list, first + i, row);
	}
	if (list->on_page)
		term_cursor(list->page.area.row, list->page.area.column);
	else
		term_cursor(first + (int)(list->selected - list->top), list->area.column);
}

/* Moves the selection by so many entries. */
static void move_by(struct list_view *list, long entries)
{
	long step = entries < 0 ? -1 : 1;
	size_t row = list->selected, last = row;

	while (entries && (step > 0 ? row + 1 < list->count : row > 0)) {
		row = (size_t)((long)row + step);
		if (!list->rows[row].entry)
			continue;
		last = row;
		entries -= step;
	}
	select_row(list, last);
}

static bool act(struct view *view, enum action action, const struct context *context)
{
	struct list_view *list = (struct list_view *)view;
	long page = list->area.rows > 2 ? list->area.rows - 2 : 1;
	int code;

	if (action == ACTION_FOCUS) {
		list->on_page = two_panes(list) && !list->on_page;
		return true;
	}
	if (list->on_page && action == ACTION_BACK) {
		list->on_page = false;
		return true;
	}
	if (list->on_page && scroll_act(&list->page, action))
		return true;
	switch (action) {
	case ACTION_UP: move_by(list, -1); break;
	case ACTION_DOWN: move_by(list, 1); break;
	case ACTION_PAGE_UP: move_by(list, -page); break;
	case ACTION_PAGE_DOWN: move_by(list, page); break;
	case ACTION_HALF_UP: move_by(list, -(page + 1) / 2); break;
	case ACTION_HALF_DOWN: move_by(list, (page + 1) / 2); break;
	case ACTION_HOME: select_row(list, 0); break;
	case ACTION_END: select_row(list, list->count - 1); break;
	case ACTION_DIGIT:
		code = catalogue_first(&context->jump);
		if (code < 0 || (context->jump.first == context->jump.last && !catalogue_find(code)))
			return false;
		view_list_select(view, code);
		break;
	default:
		return false;
	}
	show_page(list, &context->query);
	return true;
}

static bool entry_matches(struct list_view *list, size_t row, const struct query *query)
{
	if (!list->search || list->search_language != i18n_language()) {
		search_free(list->search);
		list->search = search_create();
		list->search_language = i18n_language();
	}
	return list->rows[row].entry &&
	       search_matches(list->search, (size_t)(list->rows[row].entry - replies), query);
}

static bool search(struct view *view, const struct query *query, enum search_step step)
{
	struct list_view *list = (struct list_view *)view;
	size_t from = list->selected;

	if (step == SEARCH_BEGIN) {
		list->search_selected = list->selected;
		list->search_top = list->top;
		return true;
	}
	if (step == SEARCH_CANCEL || (step == SEARCH_TYPED && !query->count)) {
		select_row(list, list->search_selected);
		list->top = list->search_top;
		return true;
	}
	if (step == SEARCH_TYPED)
		from = list->search_selected;
	for (size_t i = 0; i < list->count; i++) {
		size_t row = step == SEARCH_PREVIOUS ? (from + 2 * list->count - i - 1) % list->count
			   : step == SEARCH_NEXT     ? (from + i + 1) % list->count
						     : (from + i) % list->count;

		if (entry_matches(list, row, query)) {
			select_row(list, row);
			return true;
		}
	}
	return false;
}

static int code_of(const struct view *view)
{
	const struct list_view *list = (const struct list_view *)view;

	return list->rows[list->selected].entry->code;
}

static struct page *make_page(const struct view *view, size_t width)
{
	const struct list_view *list = (const struct list_view *)view;

	return page_reply(list->rows[list->selected].entry, width);
}

static char *status(const struct view *view)
{
	const struct list_view *list = (const struct list_view *)view;
	size_t number = (size_t)(list->rows[list->selected].entry - replies) + 1;

	if (list->on_page)
		return scroll_status(&list->page);
	return text_printf("%zu/%zu", number, replies_count);
}

static void click(struct view *view, int row, int column)
{
	struct list_view *list = (struct list_view *)view;
	size_t clicked = list->top + (size_t)(row - list->area.row);

	list->on_page = two_panes(list) && column > list->list_columns;
	if (!list->on_page && clicked < list->count && list->rows[clicked].entry)
		select_row(list, clicked);
}

static void free_view(struct view *view)
{
	struct list_view *list = (struct list_view *)view;

	scroll_free(&list->page);
	search_free(list->search);
	free(list->rows);
	free(list);
}

static const struct view_operations operations = {
	.kind = VIEW_LIST,
	.layout = layout,
	.draw = draw,
	.act = act,
	.search = search,
	.code = code_of,
	.page = make_page,
	.status = status,
	.click = click,
	.free = free_view,
};

struct view *view_list_create(int code)
{
	struct list_view *list = xcalloc(1, sizeof(*list));

	list->view.operations = &operations;
	fill_rows(list);
	list->selected = 1;
	view_list_select(&list->view, code < 0 ? 0 : code);
	return &list->view;
}
