/* Protects every page there can be: the detail of every reply code and of every
   enhanced code, and the comparison of every two reply codes and of many others, in
   either order, at widths 20, 80 and 200, in each language.
   No line may leave the page (an address may), no section may be empty, and no
   sentence may stand on one page twice. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "page/pages.h"

static const size_t widths[] = { 20, 80, 200 };

/* Columns; what is shorter, or does not end as a sentence does, is a name or a heading,
   which may recur. */
#define SHORTEST_SENTENCE 24

static bool is_sentence(const char *text)
{
	size_t length = strlen(text);

	return text_width(text, length) >= SHORTEST_SENTENCE &&
	       (text[length - 1] == '.' || strstr(text, "।"));
}

static bool holds_role(const struct page *page, const struct line *line, enum role role)
{
	for (size_t i = line->first; i < line->first + line->count; i++)
		if (page->spans[i].role == role)
			return true;
	return false;
}

static void check_widths(const struct page *page, const char *a, const char *b)
{
	for (size_t i = 0; i < page->line_count; i++) {
		const struct line *line = &page->lines[i];
		size_t columns = 0;

		for (size_t k = line->first; k < line->first + line->count; k++)
			columns += text_width(page_text(page, &page->spans[k]),
					      page->spans[k].length);
		if (columns != line->columns)
			fail_msg("%s %s at %zu: line %zu does not know its width", a, b,
				 page->width, i + 1);
		if (columns > page->width && !holds_role(page, line, ROLE_LINK))
			fail_msg("%s %s at %zu: line %zu has %zu columns", a, b, page->width,
				 i + 1, columns);
	}
}

/* A heading must have a line below it that is neither empty nor a heading. */
static void check_sections(const struct page *page, const char *a, const char *b)
{
	for (size_t i = 0; i < page->line_count; i++) {
		size_t next = i + 1;

		if (!holds_role(page, &page->lines[i], ROLE_LABEL))
			continue;
		while (next < page->line_count && holds_role(page, &page->lines[next], ROLE_LABEL) &&
		       page->lines[next].anchor == page->lines[i].anchor)
			next++;
		if (next >= page->line_count || page->lines[next].columns == 0 ||
		    holds_role(page, &page->lines[next], ROLE_LABEL))
			fail_msg("%s %s at %zu: the section at line %zu is empty", a, b,
				 page->width, i + 1);
	}
}

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Splits the text of a page that was not wrapped at the ends of sentences. */
static char **sentences(char *text, size_t *count)
{
	char **list = NULL;

	*count = 0;
	for (char *line; (line = strtok_r(text, "\n", &text));) {
		while (*line) {
			char *end = strstr(line, ". "), *danda = strstr(line, "। ");
			size_t mark = 1;

			if (danda && (!end || danda < end)) {
				end = danda;
				mark = strlen("।");
			}
			/* A dialogue may well say a thing twice. */
			if (!strncmp(line + strspn(line, " "), "S: ", 3) ||
			    !strncmp(line + strspn(line, " "), "C: ", 3))
				break;
			list = xreallocarray(list, *count + 1, sizeof(*list));
			list[(*count)++] = line + strspn(line, " ");
			if (!end)
				break;
			end[mark] = '\0';
			line = end + mark + 1;
		}
	}
	return list;
}

static void check_sentences(const struct page *page, const char *a, const char *b)
{
	char *text = page_plain(page), *at = text;
	size_t count;
	char **list = sentences(at, &count);

	qsort(list, count, sizeof(*list), compare_strings);
	for (size_t i = 1; i < count; i++)
		if (is_sentence(list[i]) && !strcmp(list[i], list[i - 1]))
			fail_msg("%s %s: twice on a page: %s", a, b, list[i]);
	free(list);
	free(text);
}

static void check_pair(const char *a, const char *b)
{
	struct code of_a = code_read(a), of_b = code_read(b);
	struct comparison *comparison = comparison_create(&of_a, &of_b);
	struct page *page;

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++)
		for (int layout = 0; layout < 2; layout++) {
			page = page_comparison(comparison, widths[i], (enum layout)layout);
			check_widths(page, a, b);
			check_sections(page, a, b);
			page_free(page);
		}
	page = page_comparison(comparison, 0, LAYOUT_STACKED);
	/* Of two codes in no list all that is known is the same. */
	if (comparison->a.standing != STANDING_UNASSIGNED ||
	    comparison->b.standing != STANDING_UNASSIGNED)
		check_sentences(page, a, b);
	page_free(page);
	comparison_free(comparison);
}

static void check_detail(const char *text)
{
	struct code code = code_read(text);
	struct page *page;

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		page = page_of(&code, widths[i]);
		check_widths(page, text, "");
		check_sections(page, text, "");
		page_free(page);
	}
	page = page_of(&code, 0);
	check_sentences(page, text, "");
	page_free(page);
}

/* What a reply with a known wording comes to, and the list it stands in. */
static void check_wording(const struct wording *wording)
{
	struct said said[] = {
		{ .code = wording->code ? wording->code : 450, .status = { 5, 2, 2 }, .stage = STAGE_RCPT,
		  .dsn_status = { 5, 0, 0 }, .text = (char *)wording->fragments[0], .count = 12345 },
		{ .status = { 4, 4, 1 }, .stage = STAGES, .text = (char *)"nobody\033[2J answers", .count = 1 },
	};
	const struct transcript transcript = { .replies = said, .count = 2, .lines_cut = true };
	const char *name = wording->fragments[0];

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		struct page *page = page_explanation(&transcript, widths[i]);

		check_widths(page, name, "");
		check_sections(page, name, "");
		page_free(page);
	}
}

/* Collects the codes of the catalogue, replies first. */
static size_t all_codes(char codes[][16])
{
	size_t count = 0;

	for (size_t i = 0; i < replies_count; i++)
		snprintf(codes[count++], 16, "%d", replies[i].code);
	for (size_t i = 0; i < statuses_count; i++)
		snprintf(codes[count++], 16, "%s", statuses[i].code);
	return count;
}

/* Pairs every step-th code with all codes: reply codes among themselves, and every
   fifth of the others. */
static void check_language(const char *tag, size_t step)
{
	static char codes[512][16];
	const char *nls = getenv("USE_NLS");
	bool found = false;
	size_t count, codes_count = all_codes(codes);
	const struct language **languages = i18n_languages(true, &count);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(languages[i]->tag, tag) != 0)
			continue;
		i18n_switch(languages[i]);
		found = true;
		for (int code = 100; code <= 999; code++) {
			char text[16];

			snprintf(text, sizeof(text), "%d", code);
			check_detail(text);
		}
		for (size_t k = replies_count; k < codes_count; k++)
			check_detail(codes[k]);
		for (size_t a = 0; a < codes_count; a += step)
			for (size_t b = 0; b < codes_count; b++)
				if (a != b && ((a < replies_count && b < replies_count) ||
					       (a / step + b) % 5 == 0))
					check_pair(codes[a], codes[b]);
		for (size_t k = 0; k < wordings_count; k++)
			check_wording(&wordings[k]);
		check_pair("251", "599");
		check_pair("101", "471");
		check_pair("299", "399");
		check_pair("4.7.1", "5.7.1");
		check_pair("X.7.1", "5.7.1");
		check_pair("2.1.5", "250");
		check_pair("5.9.9", "4.9.9");
	}
	free(languages);
	assert_true(found || (nls && !strcmp(nls, "no")));
}

static void test_english(void **state)
{
	(void)state;
	check_language("en", 1);
}

static void test_french(void **state)
{
	(void)state;
	check_language("fr", 7);
}

/* Letters of two columns; what the catalogue says stays English. */
static void test_wide(void **state)
{
	(void)state;
	check_language("ja", 37);
	check_language("zh_CN", 41);
}

static void test_hindi(void **state)
{
	(void)state;
	check_language("hi", 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_french),
		cmocka_unit_test(test_hindi),
		cmocka_unit_test(test_wide),
	};

	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
