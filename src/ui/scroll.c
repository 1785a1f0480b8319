#include "ui/scroll.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/buffer.h"

/* Lines that stay on top are given up where they would leave fewer than this. */
#define ROWS_BELOW_FIXED 4

static size_t fixed(const struct scroll *scroll)
{
	size_t lines = scroll->page ? scroll->page->fixed : 0;

	return lines + ROWS_BELOW_FIXED <= (size_t)scroll->area.rows ? lines : 0;
}

/* The rows and the lines that scroll. */
static size_t rows(const struct scroll *scroll)
{
	size_t all = (size_t)(scroll->area.rows > 0 ? scroll->area.rows : 0);

	return all - fixed(scroll);
}

static size_t lines(const struct scroll *scroll)
{
	return scroll->page ? scroll->page->line_count - fixed(scroll) : 0;
}

/* Finds the lines that belong to an anchor, or to the first after it. */
static void anchor_lines(const struct page *page, unsigned anchor, size_t *first, size_t *count)
{
	for (*first = 0; *first < page->line_count && page->lines[*first].anchor < anchor;)
		++*first;
	for (*count = 0; *first + *count < page->line_count &&
			 page->lines[*first + *count].anchor == anchor;)
		++*count;
}

static void set_top(struct scroll *scroll, size_t line)
{
	size_t last = lines(scroll) > rows(scroll) ? lines(scroll) - rows(scroll) : 0;

	scroll->top = line < last ? line : last;
}

/* Goes where the user wants to be, and remembers it as a part of the page and how
   far into it, which another layout can find again. */
static void go_to(struct scroll *scroll, size_t line)
{
	size_t first;

	set_top(scroll, line);
	scroll->place.lines = 0;
	if (scroll->top == 0)
		return;
	line = scroll->top + fixed(scroll);
	scroll->place.anchor = scroll->page->lines[line].anchor;
	anchor_lines(scroll->page, scroll->place.anchor, &first, &scroll->place.lines);
	scroll->place.line = line - first;
}

void scroll_show(struct scroll *scroll, struct page *page, struct area area)
{
	const struct place *place = &scroll->place;
	size_t first, count;

	/* The same lines, only highlighted, keep the match. */
	if (!scroll->page || scroll->page->line_count != page->line_count)
		scroll->match = SIZE_MAX;
	page_free(scroll->page);
	scroll->page = page;
	scroll->area = area;
	set_top(scroll, 0);
	if (!place->lines)
		return;
	anchor_lines(page, place->anchor, &first, &count);
	first += place->line * count / place->lines;
	set_top(scroll, first > fixed(scroll) ? first - fixed(scroll) : 0);
}

void scroll_home(struct scroll *scroll)
{
	scroll->top = 0;
	scroll->place.lines = 0;
	scroll->match = SIZE_MAX;
}

/* Finds the first line of the part of the page that begins next in a direction. */
static size_t next_part(const struct scroll *scroll, bool forward)
{
	const struct page *page = scroll->page;
	size_t line = scroll->top + fixed(scroll), last = page->line_count - 1;
	unsigned anchor;

	if (forward) {
		for (anchor = page->lines[line].anchor; line < last && page->lines[line].anchor == anchor;)
			line++;
	} else if (line > fixed(scroll)) {
		for (anchor = page->lines[--line].anchor;
		     line > fixed(scroll) && page->lines[line - 1].anchor == anchor;)
			line--;
	}
	return line - fixed(scroll);
}

bool scroll_act(struct scroll *scroll, enum action action)
{
	size_t page = rows(scroll) > 1 ? rows(scroll) - 1 : 1, half = rows(scroll) / 2 + 1;
	size_t top = scroll->top;

	if (!lines(scroll))
		return false;
	scroll->match = SIZE_MAX;
	switch (action) {
	case ACTION_UP: go_to(scroll, top ? top - 1 : 0); return true;
	case ACTION_DOWN: go_to(scroll, top + 1); return true;
	case ACTION_PAGE_UP: go_to(scroll, top > page ? top - page : 0); return true;
	case ACTION_PAGE_DOWN: go_to(scroll, top + page); return true;
	case ACTION_HALF_UP: go_to(scroll, top > half ? top - half : 0); return true;
	case ACTION_HALF_DOWN: go_to(scroll, top + half); return true;
	case ACTION_PART_BACK: go_to(scroll, next_part(scroll, false)); return true;
	case ACTION_PART: go_to(scroll, next_part(scroll, true)); return true;
	case ACTION_HOME: go_to(scroll, 0); return true;
	case ACTION_END: go_to(scroll, lines(scroll)); return true;
	default: return false;
	}
}

/* Tells whether a line holds all of the words, or one of them, which is what the
   highlighting shows. */
static bool line_matches(const struct scroll *scroll, size_t index, const struct query *query,
			 bool all)
{
	const struct page *page = scroll->page;
	const struct line *line = &page->lines[index];
	struct buffer text = { 0 };
	size_t found = 0;

	/* The spans are joined, for the last search has cut them at its matches. */
	for (size_t i = line->first; i < line->first + line->count; i++)
		buffer_add(&text, page_text(page, &page->spans[i]), page->spans[i].length);
	if (text.length && all)
		found = query_matches(query, text.data);
	else if (text.length)
		free(query_find(query, text.data, text.length, &found));
	buffer_free(&text);
	return found > 0;
}

/* Shows a line that matches and remembers it; the header shows itself. */
static void go_to_match(struct scroll *scroll, size_t line)
{
	if (line >= fixed(scroll))
		go_to(scroll, line - fixed(scroll));
	scroll->match = line;
}

bool scroll_search(struct scroll *scroll, const struct query *query, enum search_step step)
{
	size_t count = scroll->page ? scroll->page->line_count : 0, from;

	if (step == SEARCH_BEGIN)
		scroll->start = scroll->top;
	if (step == SEARCH_CANCEL || (step == SEARCH_TYPED && !query->count))
		go_to(scroll, scroll->start);
	if (step == SEARCH_BEGIN || step == SEARCH_CANCEL || !count)
		return true;
	from = scroll->match != SIZE_MAX ? scroll->match : scroll->top + fixed(scroll);
	if (step == SEARCH_TYPED)
		from = scroll->start + fixed(scroll);
	/* Lines break anywhere; only where none holds all words does one suffice. */
	for (int all = 1; all >= 0; all--)
		for (size_t i = 0; i < count; i++) {
			size_t line = step == SEARCH_PREVIOUS ? (from + 2 * count - i - 1) % count
				    : step == SEARCH_NEXT     ? (from + i + 1) % count
							      : (from + i) % count;

			if (line_matches(scroll, line, query, all)) {
				go_to_match(scroll, line);
				return true;
			}
		}
	return false;
}

void scroll_draw_line(const struct page *page, struct area area, int row, size_t index,
		      bool selected)
{
	const struct line *line = &page->lines[index];
	int column = 0;

	if (selected)
		term_blank(area.row + row, area.column, area.columns, LOOK_SELECTED);
	for (size_t i = line->first; i < line->first + line->count; i++) {
		const struct span *span = &page->spans[i];

		column += term_put(area.row + row, area.column + column, area.columns - column,
				   selected ? LOOK_SELECTED : (int)span->role,
				   page_text(page, span), span->length);
	}
}

void scroll_draw_choice(const struct scroll *scroll, int number)
{
	const struct page *page = scroll->page;
	int found = 0;

	for (size_t row = 0; row < fixed(scroll); row++) {
		const struct line *line = &page->lines[row];
		int column = scroll->area.column;

		for (size_t i = line->first; i < line->first + line->count; i++) {
			const struct span *span = &page->spans[i];

			/* The codes of an open class have the role of keys. */
			if (span->role >= ROLE_KEY && found++ == number) {
				term_put(scroll->area.row + (int)row, column,
					 scroll->area.columns - (column - scroll->area.column),
					 LOOK_SELECTED, page_text(page, span), span->length);
				term_cursor(scroll->area.row + (int)row, column);
			}
			column += (int)span->columns;
		}
	}
}

void scroll_draw(const struct scroll *scroll)
{
	size_t head = fixed(scroll);

	for (size_t i = 0; i < head; i++)
		scroll_draw_line(scroll->page, scroll->area, (int)i, i, false);
	for (size_t i = 0; i < rows(scroll) && scroll->top + i < lines(scroll); i++)
		scroll_draw_line(scroll->page, scroll->area, (int)(head + i),
				 head + scroll->top + i, false);
	scroll_cursor(scroll);
}

void scroll_cursor(const struct scroll *scroll)
{
	size_t row = fixed(scroll);

	if (scroll->match < row)
		row = scroll->match;
	else if (scroll->match != SIZE_MAX && scroll->match - row >= scroll->top &&
		 scroll->match - scroll->top < (size_t)scroll->area.rows)
		row = scroll->match - scroll->top;
	term_cursor(scroll->area.row + (int)row, scroll->area.column);
}

size_t scroll_header(const struct scroll *scroll)
{
	return fixed(scroll);
}

char *scroll_status(const struct scroll *scroll)
{
	size_t last = scroll->top + rows(scroll), all = lines(scroll);

	if (last > all)
		last = all;
	return buffer_format("%zu-%zu/%zu", all ? scroll->top + 1 : 0, last, all);
}

void scroll_free(struct scroll *scroll)
{
	page_free(scroll->page);
	scroll->page = NULL;
}
