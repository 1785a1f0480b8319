#include "page/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/search.h"
#include "page/glyph.h"

/* A page that would leave fewer columns beside an indent drops the indent. */
#define NARROWEST 14

struct page *page_create(size_t width)
{
	struct page *page = xcalloc(1, sizeof(*page));

	page->width = width;
	return page;
}

void page_free(struct page *page)
{
	if (!page)
		return;
	for (size_t i = 0; i < page->link_count; i++) {
		free(page->links[i].title);
		free(page->links[i].url);
	}
	free(page->links);
	buffer_free(&page->text);
	free(page->spans);
	free(page->lines);
	free(page);
}

const char *page_text(const struct page *page, const struct span *span)
{
	return page->text.data + span->start;
}

/* Room for a power of two of elements, so that growing stays linear. */
static bool full(size_t count)
{
	return (count & (count - 1)) == 0;
}

static void add_span(struct page *page, enum role role, size_t start, size_t length)
{
	struct span *span;

	if (full(page->span_count))
		page->spans = xreallocarray(page->spans, page->span_count * 2 + 1,
					    sizeof(*page->spans));
	span = &page->spans[page->span_count++];
	*span = (struct span){ role, start, length, 0 };
	span->columns = text_width(page_text(page, span), length);
}

/* Appends length bytes that already are in the page's charset as a span. */
static void add_bytes(struct page *page, enum role role, const char *bytes, size_t length)
{
	size_t start = page->text.length;

	buffer_add(&page->text, bytes, length);
	add_span(page, role, start, length);
}

static void add_spaces(struct page *page, size_t columns)
{
	static const char blanks[] = "                                        ";

	while (columns) {
		size_t some = columns < sizeof(blanks) - 1 ? columns : sizeof(blanks) - 1;

		add_bytes(page, ROLE_BODY, blanks, some);
		columns -= some;
	}
}

/* Makes a line of the spans from first on. */
static void add_line(struct page *page, size_t first)
{
	struct line *line;

	if (full(page->line_count))
		page->lines = xreallocarray(page->lines, page->line_count * 2 + 1,
					    sizeof(*page->lines));
	line = &page->lines[page->line_count++];
	*line = (struct line){ first, page->span_count - first, 0, page->anchor };
	for (size_t i = first; i < page->span_count; i++)
		line->columns += page->spans[i].columns;
	page->paragraph = page->span_count;
}

void page_add(struct page *page, enum role role, const char *text)
{
	char *shown = text_degrade(text, i18n_charset());

	add_bytes(page, role, shown, strlen(shown));
	free(shown);
}

static size_t paragraph_columns(const struct page *page)
{
	size_t columns = 0;

	for (size_t i = page->paragraph; i < page->span_count; i++)
		columns += page->spans[i].columns;
	return columns;
}

void page_pad(struct page *page, size_t columns)
{
	size_t have = paragraph_columns(page);

	if (have < columns)
		add_spaces(page, columns - have);
}

/* Adds the parts of the paragraph's spans that lie in bytes [from, to) of the
   page's text as spans of a line. */
static void add_part(struct page *page, const struct span *spans, size_t count,
		     size_t from, size_t to)
{
	for (size_t i = 0; i < count; i++) {
		size_t start = spans[i].start > from ? spans[i].start : from;
		size_t end = spans[i].start + spans[i].length;

		if (end > to)
			end = to;
		if (start < end)
			add_span(page, spans[i].role, start, end - start);
	}
}

void page_end(struct page *page, size_t first, size_t rest)
{
	size_t count = page->span_count - page->paragraph, lines, from, length;
	struct span *spans;
	size_t *starts;

	if (!count) {
		page_blank(page);
		return;
	}
	if (page->width && page->width < (first > rest ? first : rest) + NARROWEST)
		first = rest = 0;
	spans = xreallocarray(NULL, count, sizeof(*spans));
	memcpy(spans, page->spans + page->paragraph, count * sizeof(*spans));
	page->span_count = page->paragraph;
	from = spans[0].start;
	length = spans[count - 1].start + spans[count - 1].length - from;
	starts = text_wrap(page->text.data + from, length, page->width - first,
			   page->width ? page->width - rest : 0, &lines);
	for (size_t i = 0; i < lines; i++) {
		size_t begin = from + starts[i];
		size_t end = i + 1 < lines ? from + starts[i + 1] : from + length;
		size_t line = page->span_count;

		while (end > begin && strchr(" \n", page->text.data[end - 1]))
			end--;
		add_spaces(page, i ? rest : first);
		add_part(page, spans, count, begin, end);
		add_line(page, line);
	}
	free(starts);
	free(spans);
}

void page_end_whole(struct page *page, size_t indent)
{
	size_t width = page->width;

	page->width = 0;
	page_end(page, indent, indent);
	page->width = width;
}

void page_paragraph(struct page *page, enum role role, const char *text, size_t indent)
{
	page_add(page, role, text);
	page_end(page, indent, indent);
}

void page_blank(struct page *page)
{
	add_line(page, page->span_count);
}

void page_rule(struct page *page, size_t cross)
{
	size_t width = page->width ? page->width : 40;
	struct buffer line = { 0 };

	for (size_t i = 0; i < width; i++)
		buffer_puts(&line, glyph(cross && i == cross ? GLYPH_CROSS : GLYPH_HORIZONTAL));
	add_bytes(page, ROLE_RULE, line.data, line.length);
	add_line(page, page->paragraph);
	buffer_free(&line);
}

static void copy_spans(struct page *page, const struct page *from, const struct line *line)
{
	for (size_t i = line->first; i < line->first + line->count; i++)
		add_bytes(page, from->spans[i].role, page_text(from, &from->spans[i]),
			  from->spans[i].length);
}

void page_append(struct page *page, struct page *more)
{
	for (size_t i = 0; i < more->line_count; i++) {
		copy_spans(page, more, &more->lines[i]);
		add_line(page, page->paragraph);
	}
	page_free(more);
}

void page_beside(struct page *page, struct page *left, struct page *right)
{
	size_t lines = left->line_count > right->line_count ? left->line_count
							    : right->line_count;

	for (size_t i = 0; i < lines; i++) {
		size_t first = page->span_count, columns = 0;

		if (i < left->line_count) {
			copy_spans(page, left, &left->lines[i]);
			columns = left->lines[i].columns;
		}
		add_spaces(page, columns < left->width ? left->width - columns + 1 : 1);
		add_bytes(page, ROLE_RULE, glyph(GLYPH_VERTICAL), strlen(glyph(GLYPH_VERTICAL)));
		if (i < right->line_count && right->lines[i].count) {
			add_spaces(page, 1);
			copy_spans(page, right, &right->lines[i]);
		}
		add_line(page, first);
	}
	page_free(left);
	page_free(right);
}

void page_link(struct page *page, char *title, char *url)
{
	page->links = xreallocarray(page->links, page->link_count + 1, sizeof(*page->links));
	page->links[page->link_count++] = (struct link){ title, url };
}

/* Adds a span of old again, its matches apart. */
static void highlight_span(struct page *page, const struct span *old,
			   const struct query *query)
{
	size_t count, at = 0;
	struct match *matches = query_find(query, page_text(page, old), old->length, &count);

	for (size_t i = 0; i < count; i++) {
		if (matches[i].start > at)
			add_span(page, old->role, old->start + at, matches[i].start - at);
		add_span(page, ROLE_MATCH, old->start + matches[i].start,
			 matches[i].end - matches[i].start);
		at = matches[i].end;
	}
	if (at < old->length)
		add_span(page, old->role, old->start + at, old->length - at);
	free(matches);
}

void page_highlight(struct page *page, const struct query *query)
{
	struct span *old = page->spans;

	if (!query->count)
		return;
	page->spans = NULL;
	page->span_count = 0;
	for (size_t i = 0; i < page->line_count; i++) {
		struct line *line = &page->lines[i];
		size_t first = page->span_count;

		for (size_t k = line->first; k < line->first + line->count; k++) {
			/* The codes on top stand out by themselves. */
			if (i < page->fixed && old[k].role >= ROLE_KEY)
				add_span(page, old[k].role, old[k].start, old[k].length);
			else
				highlight_span(page, &old[k], query);
		}
		line->first = first;
		line->count = page->span_count - first;
	}
	page->paragraph = page->span_count;
	free(old);
}

char *page_plain(const struct page *page)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < page->line_count; i++) {
		const struct line *line = &page->lines[i];

		for (size_t k = line->first; k < line->first + line->count; k++)
			buffer_add(&out, page_text(page, &page->spans[k]),
				   page->spans[k].length);
		while (out.length && out.data[out.length - 1] == ' ')
			out.data[--out.length] = '\0';
		buffer_puts(&out, "\n");
	}
	return buffer_take(&out);
}
