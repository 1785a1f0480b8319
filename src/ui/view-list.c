#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/entry.h"
#include "page/glyph.h"
#include "page/pages.h"
#include "ui/rows.h"

/* From here on the page stands beside the list. */
#define TWO_PANES 72

#define WIDEST_LIST 48

struct list_view {
	struct view view;
	struct rows rows;
	size_t top;                  /* the first row on the screen */
	size_t search_top;           /* the same where a search began */
	struct area area;
	int list_columns;
	bool on_page;                /* the page has the focus, not the list */
	struct scroll page;          /* empty on a narrow screen */
	struct row shown;            /* the entry of that page */
};

static bool two_panes(const struct list_view *list)
{
	return list->area.columns >= TWO_PANES;
}

/* Keeps the selected row on the screen, its heading with it where it is next. */
static void follow(struct list_view *list)
{
	size_t rows = list->area.rows > 0 ? (size_t)list->area.rows : 1;
	size_t selected = list->rows.selected, first = selected;

	if (first && !row_is_entry(&list->rows.rows[first - 1]) && rows > 1)
		first--;
	if (list->top > first)
		list->top = first;
	if (selected >= list->top + rows)
		list->top = selected - rows + 1;
	if (list->top + rows > list->rows.count)
		list->top = list->rows.count > rows ? list->rows.count - rows : 0;
}

static struct page *make_page(const struct view *view, size_t width)
{
	struct code code = rows_code(&((const struct list_view *)view)->rows);

	return page_of(&code, width);
}

/* Shows the selected entry beside the list, from its start if it is another. */
static void show_page(struct list_view *list, const struct query *query)
{
	struct area area = list->area;
	struct page *page;

	list->view.stale = false;
	if (!two_panes(list)) {
		scroll_free(&list->page);
		list->on_page = false;
		return;
	}
	area.column += list->list_columns + 3;
	/* A column stays free at the edge of the screen. */
	area.columns -= list->list_columns + 4;
	page = make_page(&list->view,
			 (size_t)(area.columns < WIDEST_TEXT ? area.columns : WIDEST_TEXT));
	page_highlight(page, query);
	if (list->shown.reply != rows_row(&list->rows)->reply ||
	    list->shown.status != rows_row(&list->rows)->status)
		scroll_home(&list->page);
	list->shown = *rows_row(&list->rows);
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

void view_list_select(struct view *view, const struct code *code)
{
	struct rows *rows = &((struct list_view *)view)->rows;

	if (rows->of_statuses != (code->kind == CODE_STATUS))
		rows_toggle_statuses(rows);
	rows_select_code(rows, code);
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
	char *text = list->rows.of_statuses
			     ? buffer_format("X.%d %s (%zu)", heading->group,
					     _(subject_term(heading->group)->label), heading->count)
			     : buffer_format("%s (%zu)", _(class_heading(heading->group)),
					     heading->count);
	char *shown = text_degrade(text, i18n_charset());

	term_put(row, list->area.column, list->list_columns, ROLE_LABEL, shown, strlen(shown));
	free(shown);
	free(text);
}

static void draw_entry(const struct list_view *list, int row, const struct row *entry,
		       bool selected, const struct context *context)
{
	const struct reply *reply = entry->reply;
	int column = list->area.column, columns = list->list_columns;
	int away = list->on_page ? LOOK_SELECTED_AWAY : LOOK_SELECTED;
	int at = reply ? 6 : 10;  /* where the title stands */
	int role = reply ? (int)role_of_outcome(outcome_of(reply->code)) : ROLE_KEY;
	bool wild = reply ? reply->standing == STANDING_NONSTANDARD
			  : entry->status->standing == STANDING_VENDOR;
	struct code code = row_code(entry);
	bool marked = code_same(&code, &context->marked);
	char *number = reply ? buffer_format("%d", reply->code) : buffer_format("%s", entry->status->code);
	char *title = text_degrade(_(reply ? reply->title : entry->status->title), i18n_charset());
	const char *mark = marked ? glyph(GLYPH_MARK) : " ";

	if (selected)
		term_blank(row, column, columns, away);
	term_put(row, column, columns, selected ? away : ROLE_TITLE, mark, strlen(mark));
	put_matches(row, column + 1, columns - 1, selected ? away : role, number, &context->query);
	put_matches(row, column + at, columns - at, selected ? away : ROLE_BODY, title,
		    &context->query);
	if (wild)
		term_put(row, column + at - 2, 1, selected ? away : ROLE_BODY, glyph(GLYPH_WILD), 1);
	if (at + (int)text_width(title, strlen(title)) > columns)
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
	for (int i = 0; i < list->area.rows && list->top + (size_t)i < list->rows.count; i++) {
		const struct row *row = &list->rows.rows[list->top + (size_t)i];

		if (row_is_entry(row))
			draw_entry(list, first + i, row, list->top + (size_t)i == list->rows.selected, context);
		else
			draw_heading(list, first + i, row);
	}
	if (list->on_page)
		term_cursor(list->page.area.row, list->page.area.column);
	else
		term_cursor(first + (int)(list->rows.selected - list->top), list->area.column);
}

static bool act(struct view *view, enum action action, const struct context *context)
{
	struct list_view *list = (struct list_view *)view;
	long page = list->area.rows > 2 ? list->area.rows - 2 : 1;
	struct code code;

	/* Of many keys at once only the last has its page made, unless one goes there. */
	if (view->stale && (list->on_page || action == ACTION_FOCUS))
		show_page(list, &context->query);
	if (action == ACTION_FOCUS) {
		list->on_page = two_panes(list) && !list->on_page;
		return list->on_page;
	}
	if (list->on_page && action == ACTION_BACK) {
		list->on_page = false;
		return true;
	}
	if (list->on_page && scroll_act(&list->page, action))
		return true;
	switch (action) {
	case ACTION_UP: rows_move(&list->rows, -1); break;
	case ACTION_DOWN: rows_move(&list->rows, 1); break;
	case ACTION_PAGE_UP: rows_move(&list->rows, -page); break;
	case ACTION_PAGE_DOWN: rows_move(&list->rows, page); break;
	case ACTION_HALF_UP: rows_move(&list->rows, -(page + 1) / 2); break;
	case ACTION_HALF_DOWN: rows_move(&list->rows, (page + 1) / 2); break;
	case ACTION_HOME: rows_select(&list->rows, 0); break;
	case ACTION_END: rows_select(&list->rows, list->rows.count - 1); break;
	case ACTION_WILD:
		rows_toggle_wild(&list->rows);
		break;
	case ACTION_STATUSES:
		rows_toggle_statuses(&list->rows);
		/* In the other list what stands around the entry is new: show it. */
		list->top = list->rows.selected > (size_t)page / 3 ? list->rows.selected - (size_t)page / 3 : 0;
		break;
	case ACTION_DIGIT:
		code = entry_begin(rows_code(&list->rows).kind, context->typed);
		if (code.kind == CODE_NONE ||
		    (code.kind == CODE_REPLY && strlen(context->typed) == 3 &&
		     !catalogue_find(code.reply)))
			return false;
		rows_select_code(&list->rows, &code);
		break;
	default:
		return false;
	}
	follow(list);
	view->stale = true;
	return true;
}

static bool search(struct view *view, const struct query *query, enum search_step step)
{
	struct list_view *list = (struct list_view *)view;
	bool found = rows_search(&list->rows, query, step);

	if (step == SEARCH_BEGIN)
		list->search_top = list->top;
	if (step == SEARCH_CANCEL)
		list->top = list->search_top;
	return found;
}

static struct code code_of(const struct view *view)
{
	return rows_code(&((const struct list_view *)view)->rows);
}

static struct view *open_entry(const struct view *view)
{
	struct code code = code_of(view);

	return view_detail_create(&code);
}

static char *status(const struct view *view)
{
	const struct list_view *list = (const struct list_view *)view;
	if (list->on_page)
		return scroll_status(&list->page);
	return buffer_format("%zu/%zu", rows_number(&list->rows), list->rows.entries);
}

static void click(struct view *view, int row, int column)
{
	struct list_view *list = (struct list_view *)view;
	size_t clicked = list->top + (size_t)(row - list->area.row);

	list->on_page = two_panes(list) && column > list->list_columns;
	if (!list->on_page && clicked < list->rows.count && row_is_entry(&list->rows.rows[clicked]))
		rows_select(&list->rows, clicked);
}

static void free_view(struct view *view)
{
	struct list_view *list = (struct list_view *)view;

	scroll_free(&list->page);
	rows_free(&list->rows);
	free(list);
}

static const struct view_operations operations = {
	.kind = VIEW_LIST,
	.layout = layout,
	.draw = draw,
	.act = act,
	.search = search,
	.code = code_of,
	.open = open_entry,
	.page = make_page,
	.status = status,
	.click = click,
	.free = free_view,
};

struct view *view_list_create(const struct code *code)
{
	struct list_view *list = xcalloc(1, sizeof(*list));

	list->view.operations = &operations;
	rows_create(&list->rows);
	if (code->kind != CODE_NONE)
		view_list_select(&list->view, code);
	return &list->view;
}
