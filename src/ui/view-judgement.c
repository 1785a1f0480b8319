#include "ui/view.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "model/judgement.h"
#include "page/pages.h"

/* What one reply comes to; Tab chooses between its codes. */
struct judgement_view {
	struct view view;
	struct transcript *owned;  /* of a text with one reply; else NULL */
	const struct said *said;
	int chosen;                /* 0 or 1, a code of the first line */
	struct scroll scroll;
};

static struct page *make_page(const struct view *view, size_t width)
{
	struct judgement judgement;
	struct page *page;

	judgement_create(&judgement, ((const struct judgement_view *)view)->said);
	page = page_judgement(&judgement, width);
	judgement_free(&judgement);
	return page;
}

static void layout(struct view *view, struct area area, const struct context *context)
{
	int width = area.columns < WIDEST_TEXT ? area.columns : WIDEST_TEXT;
	struct page *page = make_page(view, (size_t)width);

	page_highlight(page, &context->query);
	scroll_show(&((struct judgement_view *)view)->scroll, page, area);
}

static void draw(const struct view *view, const struct context *context)
{
	const struct judgement_view *of = (const struct judgement_view *)view;

	(void)context;
	scroll_draw(&of->scroll);
	scroll_draw_choice(&of->scroll, of->chosen);
	if (of->scroll.match != SIZE_MAX)
		scroll_cursor(&of->scroll);
}

static struct code code_at(const struct judgement_view *of, int index)
{
	struct code codes[2] = { { .kind = CODE_NONE }, { .kind = CODE_NONE } };

	judgement_codes(of->said, codes);
	return codes[index];
}

static bool act(struct view *view, enum action action, const struct context *context)
{
	struct judgement_view *of = (struct judgement_view *)view;

	(void)context;
	if (action != ACTION_FOCUS)
		return scroll_act(&of->scroll, action);
	of->chosen = !of->chosen && code_at(of, 1).kind != CODE_NONE;
	return of->chosen;
}

static bool search(struct view *view, const struct query *query, enum search_step step)
{
	return scroll_search(&((struct judgement_view *)view)->scroll, query, step);
}

static struct code code_of(const struct view *view)
{
	const struct judgement_view *of = (const struct judgement_view *)view;

	return code_at(of, of->chosen);
}

static struct view *open_code(const struct view *view)
{
	struct code code = code_of(view);

	return view_detail_create(&code);
}

static char *status(const struct view *view)
{
	return scroll_status(&((const struct judgement_view *)view)->scroll);
}

static void free_view(struct view *view)
{
	struct judgement_view *of = (struct judgement_view *)view;

	scroll_free(&of->scroll);
	transcript_free(of->owned);
	free(of);
}

static const struct view_operations operations = {
	.kind = VIEW_JUDGEMENT,
	.layout = layout,
	.draw = draw,
	.act = act,
	.search = search,
	.code = code_of,
	.open = open_code,
	.page = make_page,
	.status = status,
	.free = free_view,
};

struct view *view_judgement_create(const struct said *said, struct transcript *owned)
{
	struct judgement_view *of = xcalloc(1, sizeof(*of));

	of->view.operations = &operations;
	of->said = said;
	of->owned = owned;
	return &of->view;
}
