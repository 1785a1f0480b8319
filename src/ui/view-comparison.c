#include "ui/view.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/entry.h"
#include "page/pages.h"

/* Wider columns are tiring to read. */
#define WIDEST_COMPARISON 180

struct comparison_view {
	struct view view;
	struct code codes[2];
	int side;             /* the one that brackets and digits change */
	enum layout layout;   /* what the user chose */
	struct scroll scroll;
};

static bool too_narrow(int columns)
{
	return columns < SIDE_BY_SIDE_WIDTH;
}

static struct page *page_for(const struct comparison_view *c, size_t width, enum layout layout)
{
	struct comparison *comparison = comparison_create(&c->codes[0], &c->codes[1]);
	struct page *page = page_comparison(comparison, width, layout);

	comparison_free(comparison);
	return page;
}

static struct page *make_page(const struct view *view, size_t width)
{
	const struct comparison_view *c = (const struct comparison_view *)view;

	return page_for(c, width, c->layout);
}

static void layout(struct view *view, struct area area, const struct context *context)
{
	struct comparison_view *c = (struct comparison_view *)view;
	int width = area.columns < WIDEST_COMPARISON ? area.columns : WIDEST_COMPARISON;
	struct page *page = page_for(c, (size_t)width,
				    too_narrow(width) ? LAYOUT_STACKED : c->layout);

	page_highlight(page, &context->query);
	scroll_show(&c->scroll, page, area);
}

static void draw(const struct view *view, const struct context *context)
{
	const struct comparison_view *c = (const struct comparison_view *)view;

	(void)context;
	scroll_draw(&c->scroll);
	scroll_draw_choice(&c->scroll, c->side);
	if (c->scroll.match != SIZE_MAX)
		scroll_cursor(&c->scroll);
}

static bool act(struct view *view, enum action action, const struct context *context)
{
	struct comparison_view *c = (struct comparison_view *)view;
	struct code *code = &c->codes[c->side], *across = &c->codes[!c->side], other;
	int step = action == ACTION_STEP ? 1 : -1;

	switch (action) {
	case ACTION_FOCUS:
		c->side = !c->side;
		return c->side == 0;
	case ACTION_SWAP:
		other = c->codes[0];
		c->codes[0] = c->codes[1];
		c->codes[1] = other;
		break;
	case ACTION_LAYOUT:
		if (too_narrow(c->scroll.area.columns))
			return false;
		c->layout = c->layout == LAYOUT_STACKED ? LAYOUT_SIDE_BY_SIDE : LAYOUT_STACKED;
		break;
	case ACTION_STEP_BACK:
	case ACTION_STEP:
		other = entry_neighbour(code, step);
		/* Past the code of the other side; at the end stay. */
		if (code_same(&other, across))
			other = entry_neighbour(&other, step);
		if (!code_same(&other, across))
			*code = other;
		break;
	case ACTION_DIGIT:
		other = entry_begin(code->kind, context->typed);
		if (other.kind == CODE_NONE || code_same(&other, across))
			return false;
		*code = other;
		break;
	default:
		return scroll_act(&c->scroll, action);
	}
	layout(view, c->scroll.area, context);
	return true;
}

static bool search(struct view *view, const struct query *query, enum search_step step)
{
	return scroll_search(&((struct comparison_view *)view)->scroll, query, step);
}

static struct code code_of(const struct view *view)
{
	const struct comparison_view *c = (const struct comparison_view *)view;

	return c->codes[c->side];
}

static struct view *open_side(const struct view *view)
{
	struct code code = code_of(view);

	return view_detail_create(&code);
}

static char *status(const struct view *view)
{
	const struct comparison_view *c = (const struct comparison_view *)view;
	char *place = scroll_status(&c->scroll), *text;

	if (!too_narrow(c->scroll.area.columns))
		return place;
	/* TRANSLATORS: on the bottom line, as short as can be: the two codes stand
	   one below the other because the screen is narrow. */
	text = buffer_format(_("stacked: under %d columns  %s"), SIDE_BY_SIDE_WIDTH, place);
	free(place);
	return text;
}

static void free_view(struct view *view)
{
	scroll_free(&((struct comparison_view *)view)->scroll);
	free(view);
}

static const struct view_operations operations = {
	.kind = VIEW_COMPARISON,
	.layout = layout,
	.draw = draw,
	.act = act,
	.search = search,
	.code = code_of,
	.open = open_side,
	.page = make_page,
	.status = status,
	.free = free_view,
};

struct view *view_comparison_create(const struct code *a, const struct code *b)
{
	struct comparison_view *c = xcalloc(1, sizeof(*c));

	c->view.operations = &operations;
	c->codes[0] = *a;
	c->codes[1] = *b;
	c->side = 1;
	return &c->view;
}
