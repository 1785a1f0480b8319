#include "page/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "model/fact.h"
#include "page/glyph.h"
#include "page/section.h"

/* Between the columns stand a blank, a line and a blank. */
#define GAP 3

/* The sections that stand side by side, and what fills them. */
static const enum section rows[] = {
	SECTION_DESCRIPTION, SECTION_CLASSES, SECTION_VENDORS, SECTION_WHEN, SECTION_FIX, SECTION_SEND,
};

static void add_section(struct page *page, const struct entry *entry, enum section section)
{
	switch (section) {
	case SECTION_DESCRIPTION: page_paragraphs(page, entry->description, false); break;
	case SECTION_CLASSES: page_readings(page, entry); break;
	case SECTION_VENDORS: page_vendors(page, entry->vendors); break;
	case SECTION_WHEN: page_paragraphs(page, entry->when, true); break;
	case SECTION_FIX: page_advice(page, entry->fix); break;
	default: page_paragraphs(page, entry->send, false);
	}
}

static bool has_section(const struct entry *entry, enum section section)
{
	switch (section) {
	case SECTION_CLASSES: return *entry->readings;
	case SECTION_VENDORS: return entry->vendors->name;
	case SECTION_WHEN: return *entry->when;
	case SECTION_SEND: return *entry->send;
	default: return true;
	}
}

static void add_name(struct page *page, const struct entry *entry)
{
	page_add(page, page_entry_role(entry), entry->name);
}

static void add_row_beside(struct page *page, const struct comparison *c, size_t left,
			   enum section section)
{
	struct page *a = page_create(left), *b = page_create(page->width - left - GAP);

	if (has_section(&c->a, section))
		add_section(a, &c->a, section);
	if (has_section(&c->b, section))
		add_section(b, &c->b, section);
	page_beside(page, a, b);
}

static void add_row_stacked(struct page *page, const struct comparison *c,
			    enum section section)
{
	const struct entry *sides[] = { &c->a, &c->b };

	for (size_t i = 0; i < 2; i++) {
		if (!has_section(sides[i], section))
			continue;
		if (i && has_section(sides[0], section))
			page_blank(page);
		add_name(page, sides[i]);
		page_end(page, 0, 0);
		add_section(page, sides[i], section);
	}
}

/* What two readings of one entry share stands once, over the full width. */
static void add_rows(struct page *page, const struct comparison *c, size_t left)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		enum section section = rows[i];
		const struct entry *wider = entry_open(&c->b) ? &c->b : &c->a;
		bool shared = entry_shared(&c->a, &c->b) &&
			      (section != SECTION_CLASSES || entry_open(wider));

		if (!has_section(&c->a, section) && !has_section(&c->b, section))
			continue;
		page_heading(page, _(section_labels[section]));
		if (shared)
			add_section(page, wider, section);
		else if (left)
			add_row_beside(page, c, left, section);
		else
			add_row_stacked(page, c, section);
	}
}

/* Titles and classes: what stays on top. Gives the columns of the left side, 0
   when the sides are stacked. */
static size_t add_header(struct page *page, const struct comparison *c, enum layout layout)
{
	size_t left = 0;

	if (layout == LAYOUT_SIDE_BY_SIDE && page->width > 2 * GAP) {
		struct page *a, *b;

		left = (page->width - GAP) / 2;
		a = page_create(left);
		b = page_create(page->width - left - GAP);
		page_entry_title(a, &c->a);
		page_entry_title(b, &c->b);
		page_beside(page, a, b);
	} else {
		page_entry_title(page, &c->a);
		page_entry_title(page, &c->b);
	}
	page_rule(page, left ? left + 1 : 0);
	page->fixed = page->line_count;
	return left;
}

/* The role and mark of a field that differs stand apart without colour. */
static void add_field(struct page *page, enum fact fact, bool same)
{
	page_add(page, ROLE_BODY, same ? " " : glyph(GLYPH_DIFFERS));
	page_pad(page, 3);
	page_add(page, same ? ROLE_FIELD : ROLE_DIFFERS, _(fact_label(fact)));
}

/* The table of fields: three columns, or one below the other. */
static void add_glance_table(struct page *page, const struct comparison *c)
{
	size_t field = fact_label_columns() + 3, a_width = (page->width - field - 2 * GAP) / 2;
	size_t b_width = page->width - field - a_width - 2 * GAP;

	for (int row = -1; row < FACTS; row++) {
		struct page *names, *values, *a, *b;

		if (row >= 0 && !comparison_knows(c, (enum fact)row))
			continue;
		names = page_create(field);
		values = page_create(page->width - field - GAP);
		a = page_create(a_width);
		b = page_create(b_width);
		if (row < 0) {
			add_name(a, &c->a);
			page_end(a, 0, 0);
			add_name(b, &c->b);
			page_end(b, 0, 0);
		} else {
			enum fact fact = (enum fact)row;
			bool same = fact_same(&c->a, &c->b, fact);
			char *text_a = fact_text(&c->a, fact), *text_b = fact_text(&c->b, fact);

			add_field(names, fact, same);
			page_end(names, 0, 3);
			page_paragraph(a, same ? ROLE_BODY : ROLE_DIFFERS, text_a, 0);
			page_paragraph(b, same ? ROLE_BODY : ROLE_DIFFERS, text_b, 0);
			free(text_a);
			free(text_b);
		}
		page_beside(values, a, b);
		page_beside(page, names, values);
	}
}

static void add_glance_list(struct page *page, const struct comparison *c)
{
	const struct entry *sides[] = { &c->a, &c->b };

	for (enum fact fact = 0; fact < FACTS; fact++) {
		bool same = fact_same(&c->a, &c->b, fact);

		if (!comparison_knows(c, fact))
			continue;
		add_field(page, fact, same);
		page_end(page, 0, 3);
		for (size_t i = 0; i < 2; i++) {
			char *text = fact_text(sides[i], fact);

			add_name(page, sides[i]);
			page_add(page, ROLE_BODY, "  ");
			page_add(page, same ? ROLE_BODY : ROLE_DIFFERS, text);
			page_end(page, 3, 8);
			free(text);
		}
	}
}

static void add_glance(struct page *page, const struct comparison *c)
{
	char *legend;

	/* Labels may be of any length in a language to come. */
	if (page->width >= SIDE_BY_SIDE_WIDTH * 3 / 4 && fact_label_columns() <= page->width / 3)
		add_glance_table(page, c);
	else
		add_glance_list(page, c);
	page_blank(page);
	legend = buffer_format(_("%s marks what differs."), glyph(GLYPH_DIFFERS));
	page_paragraph(page, ROLE_BODY, legend, 0);
	free(legend);
}

static void add_differences(struct page *page, const struct sentences *differences)
{
	size_t column = differences->count > 9 ? 6 : 5;

	for (size_t i = 0; i < differences->count; i++) {
		char *number = buffer_format("%zu.", i + 1);

		page_add(page, ROLE_BODY, number);
		page_pad(page, column - 2);
		page_add(page, ROLE_BODY, differences->text[i]);
		page_end(page, 2, column);
		free(number);
	}
}

static void add_sentences(struct page *page, const char *label, const struct sentences *list)
{
	page_paragraph(page, ROLE_WHO, label, 2);
	for (size_t i = 0; i < list->count; i++)
		page_paragraph(page, ROLE_BODY, list->text[i], 2);
}

static void add_use(struct page *page, const struct comparison *c)
{
	for (size_t i = 0; i < c->rules.count; i++) {
		page_paragraph(page, ROLE_BODY, c->rules.text[i], 2);
		page_blank(page);
	}
	add_sentences(page, _("For the one who receives the reply:"), &c->receive);
	if (c->send.count) {
		page_blank(page);
		add_sentences(page, _("For the one who writes the server:"), &c->send);
	}
}

struct page *page_comparison(const struct comparison *c, size_t width, enum layout layout)
{
	struct page *page = page_create(width);
	size_t left = add_header(page, c, layout);

	add_rows(page, c, left);
	page_heading(page, _(section_labels[SECTION_SUMMARY]));
	page_paragraph(page, ROLE_BODY, c->summary, 2);
	page_heading(page, _(section_labels[SECTION_GLANCE]));
	add_glance(page, c);
	page_heading(page, _(section_labels[SECTION_DIFFERENCES]));
	add_differences(page, &c->differences);
	page_heading(page, _(section_labels[SECTION_USE]));
	add_use(page, c);
	if (c->sources->rfc) {
		page_heading(page, _(section_labels[SECTION_LEARN_MORE]));
		page_sources(page, c->sources);
	}
	return page;
}
