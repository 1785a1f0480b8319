#include "ui/view.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "model/catalogue.h"
#include "page/pages.h"

/* Wider lines are tiring to read. */
#define WIDEST_TEXT 100

struct detail_view {
	struct view view;
	int code;
	struct scroll scroll;
};

static struct page *make_page(const struct view *view, size_t width)
{
	struct reply reply = catalogue_reply(((const struct detail_view *)view)->code);

	return page_reply(&reply, width);
}

static void layout(struct view *view, struct area area, const struct context *context)
{
	struct detail_view *detail = (struct detail_view *)view;
	size_t width = (size_t)(area.columns < WIDEST_TEXT ? area.columns : WIDEST_TEXT);
	struct page *page = make_page(view, width);

	page_highlight(page, &context->query);
	scroll_show(&detail->scroll, page, area);
}

static void draw(const struct view *view, const struct context *context)
{
	(void)context;
	scroll_draw(&((const struct detail_view *)view)->scroll);
}

static bool act(struct view *view, enum action action, const struct context *context)
{
	struct detail_view *detail = (struct detail_view *)view;

	if (action == ACTION_DIGIT) {
		int code = catalogue_first(&context->jump);

		if (code < 0)
			return false;
		detail->code = code;
		scroll_home(&detail->scroll);
		layout(view, detail->scroll.area, context);
		return true;
	}
	return scroll_act(&detail->scroll, action);
}

static bool search(struct view *view, const struct query *query, enum search_step step)
{
	return scroll_search(&((struct detail_view *)view)->scroll, query, step);
}

static int code(const struct view *view)
{
	return ((const struct detail_view *)view)->code;
}

static char *status(const struct view *view)
{
	return scroll_status(&((const struct detail_view *)view)->scroll);
}

static void free_view(struct view *view)
{
	scroll_free(&((struct detail_view *)view)->scroll);
	free(view);
}

static const struct view_operations operations = {
	.kind = VIEW_DETAIL,
	.layout = layout,
	.draw = draw,
	.act = act,
	.search = search,
	.code = code,
	.page = make_page,
	.status = status,
	.free = free_view,
};

struct view *view_detail_create(int of_code)
{
	struct detail_view *detail = xcalloc(1, sizeof(*detail));

	detail->view.operations = &operations;
	detail->code = of_code;
	return &detail->view;
}
