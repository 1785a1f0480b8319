#include "ui/view.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "model/entry.h"
#include "page/pages.h"

/* A view of one page that scrolls. */
struct page_view {
	struct view view;
	struct code code;  /* of the page of a code, else none */
	char *text;        /* shown whole */
	struct scroll scroll;
};

static void layout(struct view *view, struct area area, const struct context *context)
{
	struct page_view *of = (struct page_view *)view;
	int width = area.columns < WIDEST_TEXT ? area.columns : WIDEST_TEXT;
	struct page *page = view->operations->page(view, (size_t)width);

	page_highlight(page, &context->query);
	scroll_show(&of->scroll, page, area);
}

static void draw(const struct view *view, const struct context *context)
{
	(void)context;
	scroll_draw(&((const struct page_view *)view)->scroll);
}

static bool act(struct view *view, enum action action, const struct context *context)
{
	(void)context;
	return scroll_act(&((struct page_view *)view)->scroll, action);
}

static bool search(struct view *view, const struct query *query, enum search_step step)
{
	return scroll_search(&((struct page_view *)view)->scroll, query, step);
}

static struct code code_of(const struct view *view)
{
	return ((const struct page_view *)view)->code;
}

static char *status(const struct view *view)
{
	return scroll_status(&((const struct page_view *)view)->scroll);
}

static void free_view(struct view *view)
{
	struct page_view *of = (struct page_view *)view;

	scroll_free(&of->scroll);
	free(of->text);
	free(of);
}

static struct page_view *create(const struct view_operations *operations)
{
	struct page_view *of = xcalloc(1, sizeof(*of));

	of->view.operations = operations;
	return of;
}

/* The page of a code, on which digits go to another. */

static struct page *detail_page(const struct view *view, size_t width)
{
	return page_of(&((const struct page_view *)view)->code, width);
}

static bool detail_act(struct view *view, enum action action, const struct context *context)
{
	struct page_view *of = (struct page_view *)view;
	struct code code;

	if (action != ACTION_DIGIT)
		return act(view, action, context);
	code = entry_begin(of->code.kind, context->typed);
	if (code.kind == CODE_NONE)
		return false;
	of->code = code;
	scroll_home(&of->scroll);
	layout(view, of->scroll.area, context);
	return true;
}

static const struct view_operations detail_operations = {
	.kind = VIEW_DETAIL,
	.layout = layout,
	.draw = draw,
	.act = detail_act,
	.search = search,
	.code = code_of,
	.page = detail_page,
	.status = status,
	.free = free_view,
};

struct view *view_detail_create(const struct code *code)
{
	struct page_view *of = create(&detail_operations);

	of->code = *code;
	return &of->view;
}

/* The pages of no code. */

static struct page *help_page(const struct view *view, size_t width)
{
	(void)view;
	return keymap_help(width);
}

static struct page *text_page(const struct view *view, size_t width)
{
	struct page *page = page_create(width);

	page_paragraph(page, ROLE_LINK, ((const struct page_view *)view)->text, 0);
	return page;
}

#define WITHOUT_CODE(of_kind, make)                                                 \
	{                                                                           \
		.kind = (of_kind), .layout = layout, .draw = draw, .act = act,      \
		.search = search, .code = code_of, .page = (make), .status = status, \
		.free = free_view,                                                  \
	}

static const struct view_operations help_operations = WITHOUT_CODE(VIEW_HELP, help_page);
static const struct view_operations text_operations = WITHOUT_CODE(VIEW_PAGE, text_page);

struct view *view_help_create(void)
{
	return &create(&help_operations)->view;
}

struct view *view_text_create(const char *text)
{
	struct page_view *of = create(&text_operations);

	of->text = xstrdup(text);
	return &of->view;
}
