/* A page: the one way from facts to something readable. It is made of lines of
   spans, each span with a role; the command line prints it, the terminal paints
   it. Text is UTF-8 that holds only what the terminal's charset has. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "page/role.h"

struct query;

/* Length bytes of the page's text, from start. */
struct span {
	enum role role;
	size_t start, length;
	size_t columns;
};

struct line {
	size_t first, count;  /* spans of the page */
	size_t columns;
	unsigned anchor;      /* the part of the page it belongs to */
};

/* Something the page points to. */
struct link {
	char *title;
	char *url;
};

struct page {
	size_t width;          /* columns a line may fill; 0: paragraphs are not broken */
	struct buffer text;
	struct span *spans;
	size_t span_count;
	struct line *lines;
	size_t line_count;
	size_t fixed;          /* first lines that stay on top when it scrolls */
	struct link *links;
	size_t link_count;
	unsigned anchor;       /* of the lines that follow */
	size_t paragraph;      /* first span of the paragraph being written */
};

/* Gives an empty page, owned by the caller. */
struct page *page_create(size_t width);
void page_free(struct page *page);

/* Appends text to the paragraph being written. Line feeds break lines. */
void page_add(struct page *page, enum role role, const char *text);

/* Appends blanks until the paragraph, not yet broken, fills columns. */
void page_pad(struct page *page, size_t columns);

/* Ends the paragraph: breaks it into lines within the width. The first line
   starts at column first, the others at column rest; on a page too narrow for
   that, all start at 0. */
void page_end(struct page *page, size_t first, size_t rest);

/* Ends the paragraph as one line that is not broken: for addresses. */
void page_end_whole(struct page *page, size_t indent);

/* Writes one paragraph of one role: page_add and page_end. */
void page_paragraph(struct page *page, enum role role, const char *text, size_t indent);

void page_blank(struct page *page);

/* Draws a line over the full width; cross, unless 0, is the column where a
   vertical line meets it. */
void page_rule(struct page *page, size_t cross);

/* Appends the lines of another page and frees it. */
void page_append(struct page *page, struct page *more);

/* Appends two pages side by side, the left in columns of its width, with a
   vertical line between, and frees them. */
void page_beside(struct page *page, struct page *left, struct page *right);

/* Notes that the page points to url; both strings become the page's. */
void page_link(struct page *page, char *title, char *url);

/* Gives ROLE_MATCH to every occurrence of the query's words but in the codes of the lines
   that stay on top, which keep their roles. */
void page_highlight(struct page *page, const struct query *query);

/* Gives the text of a span: not NUL-terminated, span->length bytes. */
const char *page_text(const struct page *page, const struct span *span);

/* Gives the whole page as text, owned by the caller. */
char *page_plain(const struct page *page);

#endif
