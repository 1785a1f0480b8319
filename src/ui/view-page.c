#include "ui/view.h"

#include <stdlib.h>

#include "base/xalloc.h"

/* Help, or a text: a page that knows how to make itself for a width. */
struct page_view {
	struct view view;
	struct page *(*make)(size_t width);  /* NULL for a text */
	char *text;
	struct scroll scroll;
};

static struct page *make_page(const struct view *view, size_t width)
{
	const struct page_view *of = (const struct page_view *)view;
	struct page *page;

	if (of->make)
		return of->make(width);
	page = page_create(width);
	page_paragraph(page, ROLE_LINK, of->text, 0);
	return page;
}

static void layout(struct view *view, struct area area, const struct context *context)
{
	struct page_view *of = (struct page_view *)view;
	struct page *page = make_page(view, (size_t)area.columns);

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

static int code(const struct view *view)
{
	(void)view;
	return -1;
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

static const struct view_operations operations = {
	.kind = VIEW_PAGE,
	.layout = layout,
	.draw = draw,
	.act = act,
	.search = search,
	.code = code,
	.page = make_page,
	.status = status,
	.free = free_view,
};

struct view *view_page_create(struct page *(*make)(size_t width))
{
	struct page_view *of = xcalloc(1, sizeof(*of));

	of->view.operations = &operations;
	of->make = make;
	return &of->view;
}

struct view *view_text_create(const char *text)
{
	struct view *view = view_page_create(NULL);

	((struct page_view *)view)->text = xstrdup(text);
	return view;
}
