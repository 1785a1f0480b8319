#include "ui/view.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "page/pages.h"

/* The replies of a text, one a row. */
struct transcript_view {
	struct view view;
	struct transcript *transcript;
	struct page *page;  /* of a line for each reply */
	struct area area;
	size_t top, selected;
	size_t start;       /* selected where a search began */
};

static struct page *transcript_page(const struct view *view, size_t width)
{
	return page_transcript(((const struct transcript_view *)view)->transcript, width, width != 0);
}

/* Keeps the selected row on the screen. */
static void follow(struct transcript_view *of)
{
	size_t rows = of->area.rows > 0 ? (size_t)of->area.rows : 1;

	if (of->top > of->selected)
		of->top = of->selected;
	if (of->selected >= of->top + rows)
		of->top = of->selected - rows + 1;
}

static void transcript_layout(struct view *view, struct area area, const struct context *context)
{
	struct transcript_view *of = (struct transcript_view *)view;

	of->area = area;
	page_free(of->page);
	of->page = transcript_page(view, (size_t)area.columns);
	page_highlight(of->page, &context->query);
	follow(of);
}

static void transcript_draw(const struct view *view, const struct context *context)
{
	const struct transcript_view *of = (const struct transcript_view *)view;

	(void)context;
	for (int row = 0; row < of->area.rows && of->top + (size_t)row < of->page->line_count; row++)
		scroll_draw_line(of->page, of->area, row, of->top + (size_t)row,
				 of->top + (size_t)row == of->selected);
	term_cursor(of->area.row + (int)(of->selected - of->top), of->area.column);
}

static void move(struct transcript_view *of, long rows)
{
	long last = (long)of->transcript->count - 1, to = (long)of->selected + rows;

	of->selected = (size_t)(to < 0 ? 0 : to > last ? last : to);
}

static bool transcript_act(struct view *view, enum action action, const struct context *context)
{
	struct transcript_view *of = (struct transcript_view *)view;
	long page = of->area.rows > 2 ? of->area.rows - 2 : 1, all = (long)of->transcript->count;

	(void)context;
	switch (action) {
	case ACTION_UP: move(of, -1); break;
	case ACTION_DOWN: move(of, 1); break;
	case ACTION_PAGE_UP: move(of, -page); break;
	case ACTION_PAGE_DOWN: move(of, page); break;
	case ACTION_HALF_UP: move(of, -(page + 1) / 2); break;
	case ACTION_HALF_DOWN: move(of, (page + 1) / 2); break;
	case ACTION_HOME: move(of, -all); break;
	case ACTION_END: move(of, all); break;
	default: return false;
	}
	follow(of);
	return true;
}

static bool row_matches(const struct transcript_view *of, size_t row, const struct query *query)
{
	const struct said *said = &of->transcript->replies[row];
	struct code code = code_of_reply(said->code), status = code_of_status(&said->status);
	char *of_code = code_text(&code), *of_status = code_text(&status);
	char *text = buffer_format("%s %s %s", of_code, of_status, said->text);
	bool matches = query_matches(query, text);

	free(of_code);
	free(of_status);
	free(text);
	return matches;
}

static bool transcript_search(struct view *view, const struct query *query, enum search_step step)
{
	struct transcript_view *of = (struct transcript_view *)view;
	size_t count = of->transcript->count;
	size_t from = step == SEARCH_TYPED ? of->start : of->selected;

	if (step == SEARCH_BEGIN)
		of->start = of->selected;
	if (step == SEARCH_CANCEL)
		of->selected = of->start;
	if (step == SEARCH_BEGIN || step == SEARCH_CANCEL)
		return true;
	for (size_t i = 0; i < count; i++) {
		size_t row = step == SEARCH_PREVIOUS ? (from + count - i - 1) % count
			   : step == SEARCH_NEXT     ? (from + i + 1) % count
						     : (from + i) % count;

		if (row_matches(of, row, query)) {
			of->selected = row;
			return true;
		}
	}
	return false;
}

static struct code no_code(const struct view *view)
{
	(void)view;
	return (struct code){ .kind = CODE_NONE };
}

static struct view *open_reply(const struct view *view)
{
	const struct transcript_view *of = (const struct transcript_view *)view;

	return view_judgement_create(&of->transcript->replies[of->selected], NULL);
}

static char *transcript_status(const struct view *view)
{
	const struct transcript_view *of = (const struct transcript_view *)view;

	return buffer_format("%zu/%zu", of->selected + 1, of->transcript->count);
}

static void click(struct view *view, int row, int column)
{
	struct transcript_view *of = (struct transcript_view *)view;
	size_t clicked = of->top + (size_t)(row - of->area.row);

	(void)column;
	if (clicked < of->transcript->count)
		of->selected = clicked;
}

static void transcript_free_view(struct view *view)
{
	struct transcript_view *of = (struct transcript_view *)view;

	page_free(of->page);
	transcript_free(of->transcript);
	free(of);
}

static const struct view_operations transcript_operations = {
	.kind = VIEW_REPLIES,
	.layout = transcript_layout,
	.draw = transcript_draw,
	.act = transcript_act,
	.search = transcript_search,
	.code = no_code,
	.open = open_reply,
	.page = transcript_page,
	.status = transcript_status,
	.click = click,
	.free = transcript_free_view,
};

struct view *view_transcript_create(struct transcript *transcript)
{
	struct transcript_view *of;

	if (transcript->count == 1)
		return view_judgement_create(transcript->replies, transcript);
	of = xcalloc(1, sizeof(*of));
	of->view.operations = &transcript_operations;
	of->transcript = transcript;
	of->selected = transcript->verdict < transcript->count ? transcript->verdict : 0;
	return &of->view;
}
