/* Protects the lines that every page is made of: paragraphs and indents within
   the width, two pages side by side with a straight line between, and marks of a
   search that change no letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/comparison.h"
#include "model/search.h"
#include "page/glyph.h"
#include "page/pages.h"

static const char paragraph[] = "The mailbox is full: the réponse is दूसरा and temporary.";

static void assert_page(const struct page *page, const char *expected)
{
	char *plain = page_plain(page);

	assert_string_equal(plain, expected);
	free(plain);
}

/* Checks that the columns of every line and span are counted right. */
static void assert_counted(const struct page *page)
{
	for (size_t i = 0; i < page->line_count; i++) {
		const struct line *line = &page->lines[i];
		size_t columns = 0;

		assert_true(line->first + line->count <= page->span_count);
		for (size_t k = line->first; k < line->first + line->count; k++) {
			const struct span *span = &page->spans[k];

			assert_true(span->start + span->length <= page->text.length);
			assert_int_equal(span->columns,
					 text_width(page_text(page, span), span->length));
			columns += span->columns;
		}
		assert_int_equal(line->columns, columns);
	}
}

/* Tells whether a line has a span of role. */
static bool line_has(const struct page *page, const struct line *line, enum role role)
{
	for (size_t i = line->first; i < line->first + line->count; i++)
		if (page->spans[i].role == role)
			return true;
	return false;
}

/* Checks the text of all spans of a role; expected has | between them. */
static void assert_role(const struct page *page, enum role role, const char *expected)
{
	struct buffer out = { 0 };
	char *texts;

	for (size_t i = 0; i < page->span_count; i++) {
		const struct span *span = &page->spans[i];

		if (span->role != role)
			continue;
		if (out.length)
			buffer_puts(&out, "|");
		buffer_add(&out, page_text(page, span), span->length);
	}
	texts = buffer_take(&out);
	assert_string_equal(texts, expected);
	free(texts);
}

static void test_empty(void **state)
{
	struct page *page = page_create(80);

	(void)state;
	assert_page(page, "");
	page_blank(page);
	page_end(page, 2, 4);
	assert_page(page, "\n\n");
	assert_int_equal(page->line_count, 2);
	page_free(page);
	page_free(NULL);
}

static void test_paragraph(void **state)
{
	struct page *page = page_create(20);

	(void)state;
	page_paragraph(page, ROLE_BODY, "one two three four five", 0);
	page_paragraph(page, ROLE_BODY, "one two three four five", 2);
	page_add(page, ROLE_BODY, "* ");
	page_add(page, ROLE_TITLE, "one two three four five");
	page_end(page, 2, 4);
	assert_page(page, "one two three four\nfive\n"
			  "  one two three four\n  five\n"
			  "  * one two three\n    four five\n");
	assert_role(page, ROLE_TITLE, "one two three|four five");
	assert_counted(page);
	page_free(page);
}

static void test_line_feeds(void **state)
{
	(void)state;
	for (size_t width = 0; width <= 20; width += 20) {
		struct page *page = page_create(width);

		page_add(page, ROLE_BODY, "one\ntwo");
		page_end(page, 1, 3);
		assert_page(page, " one\n   two\n");
		page_free(page);
	}
}

static void test_no_width(void **state)
{
	struct page *page = page_create(0);

	(void)state;
	page_paragraph(page, ROLE_BODY, paragraph, 2);
	assert_int_equal(page->line_count, 1);
	assert_int_equal(page->lines[0].columns, 2 + text_width(paragraph, strlen(paragraph)));
	page_free(page);
}

static void test_every_width(void **state)
{
	(void)state;
	for (size_t width = 1; width < 80; width++)
		for (size_t rest = 0; rest < 8; rest++) {
			struct page *page = page_create(width);
			char *plain;

			page_add(page, ROLE_FIELD, "Field ");
			page_add(page, ROLE_BODY, paragraph);
			page_end(page, rest / 2, rest);
			plain = page_plain(page);
			assert_counted(page);
			for (size_t i = 0; width > 1 && i < page->line_count; i++)
				assert_true(page->lines[i].columns <= width);
			/* Too narrow a page drops the indent. */
			if (width < 14)
				for (const char *c = plain; *c; c++)
					assert_false(*c == '\n' && c[1] == ' ');
			free(plain);
			page_free(page);
		}
}

static void test_pad(void **state)
{
	struct page *page = page_create(80);

	(void)state;
	page_add(page, ROLE_FIELD, "Réponse दूसरा");
	page_pad(page, 60);
	page_add(page, ROLE_BODY, "x");
	page_end(page, 0, 0);
	assert_int_equal(page->lines[0].columns, 61);
	page_add(page, ROLE_FIELD, "longer");
	page_pad(page, 3);
	page_end(page, 0, 0);
	assert_int_equal(page->lines[1].columns, 6);
	assert_counted(page);
	page_free(page);
}

static void test_whole_line(void **state)
{
	struct page *page = page_create(10);

	(void)state;
	page_add(page, ROLE_LINK, "https://www.example.org/ with blanks");
	page_end_whole(page, 4);
	page_paragraph(page, ROLE_BODY, "broken again", 0);
	assert_page(page, "    https://www.example.org/ with blanks\nbroken\nagain\n");
	page_free(page);
}

static void test_rule(void **state)
{
	struct page *page = page_create(5);

	(void)state;
	page_rule(page, 0);
	page_rule(page, 2);
	assert_page(page, "─────\n──┼──\n");
	glyph_use_ascii(true);
	page_rule(page, 2);
	glyph_use_ascii(false);
	assert_page(page, "─────\n──┼──\n--+--\n");
	for (size_t i = 0; i < page->line_count; i++)
		assert_int_equal(page->lines[i].columns, 5);
	assert_counted(page);
	page_free(page);

	page = page_create(0);
	page_rule(page, 0);
	assert_int_equal(page->lines[0].columns, 40);
	page_free(page);
}

static void test_append(void **state)
{
	struct page *page = page_create(20), *more = page_create(20);

	(void)state;
	page_paragraph(page, ROLE_TITLE, "first", 0);
	page_paragraph(more, ROLE_LABEL, "second", 2);
	page_blank(more);
	page->anchor = 3;
	page_append(page, more);
	assert_page(page, "first\n  second\n\n");
	assert_role(page, ROLE_LABEL, "second");
	assert_int_equal(page->lines[0].anchor, 0);
	assert_int_equal(page->lines[2].anchor, 3);
	assert_counted(page);
	page_free(page);
}

/* Gives the columns of a line in front of its first rule. */
static size_t columns_before_rule(const struct page *page, const struct line *line)
{
	size_t columns = 0;

	for (size_t i = line->first; page->spans[i].role != ROLE_RULE; i++)
		columns += page->spans[i].columns;
	return columns;
}

static void test_beside(void **state)
{
	(void)state;
	for (size_t width = 2; width < 60; width++)
		for (int longer = 0; longer < 2; longer++) {
			struct page *page = page_create(2 * width + 3);
			struct page *left = page_create(width), *right = page_create(width);

			page_paragraph(left, ROLE_BODY, paragraph, 2);
			page_blank(left);
			page_paragraph(right, ROLE_BODY, paragraph, 0);
			page_paragraph(longer ? left : right, ROLE_BODY, paragraph, 0);
			page_beside(page, left, right);
			assert_counted(page);
			for (size_t i = 0; i < page->line_count; i++) {
				assert_int_equal(columns_before_rule(page, &page->lines[i]),
						 width + 1);
				assert_true(page->lines[i].columns <= page->width);
			}
			page_free(page);
		}
}

static void test_beside_text(void **state)
{
	struct page *page = page_create(23), *left = page_create(6), *right = page_create(14);

	(void)state;
	page_paragraph(left, ROLE_BODY, "दूसरा", 0);
	page_paragraph(right, ROLE_TITLE, "one", 0);
	page_blank(right);
	page_paragraph(right, ROLE_TITLE, "two", 0);
	page_beside(page, left, right);
	assert_page(page, "दूसरा   │ one\n       │\n       │ two\n");
	assert_role(page, ROLE_TITLE, "one|two");
	page_free(page);
}

static void test_highlight(void **state)
{
	struct query query = query_parse("reponse full"), empty = query_parse(" ");
	struct page *page = page_create(16);
	char *before, *after;
	size_t lines;

	(void)state;
	page_paragraph(page, ROLE_TITLE, paragraph, 2);
	page_blank(page);
	page_paragraph(page, ROLE_BODY, "full-full", 0);
	before = page_plain(page);
	lines = page->line_count;
	page_highlight(page, &empty);
	assert_role(page, ROLE_MATCH, "");
	page_highlight(page, &query);
	after = page_plain(page);
	assert_string_equal(after, before);
	assert_int_equal(page->line_count, lines);
	assert_role(page, ROLE_MATCH, "full|réponse|full|full");
	assert_counted(page);
	free(before);
	free(after);

	/* What follows is a paragraph of its own. */
	page_paragraph(page, ROLE_KEY, "full", 0);
	assert_int_equal(page->lines[lines].columns, 4);
	page_free(page);
	query_free(&query);
	query_free(&empty);
}

static void test_links(void **state)
{
	const struct source sources[] = { { 5321, "4.2.2" }, { 0, NULL } };
	struct page *page = page_create(80);

	(void)state;
	page_link(page, xstrdup("one"), xstrdup("https://one.example"));
	assert_int_equal(page->line_count, 0);
	page_sources(page, sources);
	assert_int_equal(page->link_count, 2);
	assert_string_equal(page->links[0].title, "one");
	assert_string_equal(page->links[1].title, "RFC 5321, section 4.2.2");
	assert_role(page, ROLE_LINK, page->links[1].url);
	page_free(page);
}

static void test_reply(void **state)
{
	(void)state;
	for (size_t i = 0; i < replies_count; i++)
		for (size_t width = 20; width <= 100; width += 16) {
			struct page *page = page_reply(replies[i].code, width);
			size_t links = 0;
			assert_counted(page);
			for (size_t k = 0; k < page->line_count; k++)
				if (line_has(page, &page->lines[k], ROLE_LINK))
					links++;
				else
					assert_true(page->lines[k].columns <= width);
			assert_int_equal(links, page->link_count);
			assert_int_equal(page->fixed, 0);
			page_free(page);
		}
}

static void test_comparison(void **state)
{
	struct code codes[] = { code_of_reply(450), code_of_reply(550) };
	struct comparison *comparison = comparison_create(&codes[0], &codes[1]);

	(void)state;
	for (size_t width = 60; width <= 160; width++) {
		struct page *page = page_comparison(comparison, width, LAYOUT_SIDE_BY_SIDE);
		size_t left = (width - 3) / 2;

		/* Titles, classes and the line below them stay on top. */
		assert_counted(page);
		assert_true(page->fixed >= 3);
		for (size_t i = 0; i + 1 < page->fixed; i++)
			assert_int_equal(columns_before_rule(page, &page->lines[i]), left + 1);
		assert_int_equal(page->lines[page->fixed - 1].columns, width);
		for (size_t i = 0; i < page->line_count; i++)
			assert_true(page->lines[i].columns <= width ||
				    line_has(page, &page->lines[i], ROLE_LINK));
		page_free(page);
	}
	comparison_free(comparison);
}

static int use_utf8(void **state)
{
	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	return i18n_init("", NULL) == I18N_OK && i18n_utf8() ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_paragraph),
		cmocka_unit_test(test_line_feeds),
		cmocka_unit_test(test_no_width),
		cmocka_unit_test(test_every_width),
		cmocka_unit_test(test_pad),
		cmocka_unit_test(test_whole_line),
		cmocka_unit_test(test_rule),
		cmocka_unit_test(test_append),
		cmocka_unit_test(test_beside),
		cmocka_unit_test(test_beside_text),
		cmocka_unit_test(test_highlight),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_reply),
		cmocka_unit_test(test_comparison),
	};

	return cmocka_run_group_tests_name("page", tests, use_utf8, NULL);
}
