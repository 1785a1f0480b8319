#include "ui/view.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "model/catalogue.h"
#include "page/pages.h"

/* A view of one page that scrolls. */
struct page_view {
	struct view view;
	int code;       /* of the page of a code */
	struct status_code status;  /* of the page of an enhanced code */
	char *text;     /* shown whole */
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

static int no_code(const struct view *view)
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

static struct page_view *create(const struct view_operations *operations)
{
	struct page_view *of = xcalloc(1, sizeof(*of));

	of->view.operations = operations;
	return of;
}

/* The page of a code, on which digits go to another. */

static struct page *detail_page(const struct view *view, size_t width)
{
	struct reply reply = catalogue_reply(((const struct page_view *)view)->code);

	return page_reply(&reply, width);
}

static bool detail_act(struct view *view, enum action action, const struct context *context)
{
	struct page_view *of = (struct page_view *)view;
	int code;

	if (action != ACTION_DIGIT)
		return act(view, action, context);
	code = catalogue_first(&context->jump);
	if (code < 0)
		return false;
	of->code = code;
	scroll_home(&of->scroll);
	layout(view, of->scroll.area, context);
	return true;
}

static int detail_code(const struct view *view)
{
	return ((const struct page_view *)view)->code;
}

static const struct view_operations detail_operations = {
	.kind = VIEW_DETAIL,
	.layout = layout,
	.draw = draw,
	.act = detail_act,
	.search = search,
	.code = detail_code,
	.page = detail_page,
	.status = status,
	.free = free_view,
};

struct view *view_detail_create(int code)
{
	struct page_view *of = create(&detail_operations);

	of->code = code;
	return &of->view;
}

/* The pages of which no code can be compared. */

static struct page *status_page(const struct view *view, size_t width)
{
	return page_status(&((const struct page_view *)view)->status, width);
}

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
		.search = search, .code = no_code, .page = (make), .status = status, \
		.free = free_view,                                                  \
	}

static const struct view_operations status_operations = WITHOUT_CODE(VIEW_PAGE, status_page);
static const struct view_operations help_operations = WITHOUT_CODE(VIEW_HELP, help_page);
static const struct view_operations text_operations = WITHOUT_CODE(VIEW_PAGE, text_page);

struct view *view_status_create(const struct status_code *code)
{
	struct page_view *of = create(&status_operations);

	of->status = *code;
	return &of->view;
}

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
