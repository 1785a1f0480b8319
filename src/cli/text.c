#include "cli/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "page/theme.h"

static void put(const char *text, size_t length)
{
	char *copy = xstrndup(text, length), *encoded;

	encoded = text_encode(copy, i18n_charset());
	fputs(encoded, stdout);
	free(encoded);
	free(copy);
}

/* Prints a span in the style of its role, as SGR parameters. */
static void put_span(const struct page *page, const struct span *span, bool color)
{
	struct style style = theme_style((int)span->role, SCHEME_COLORS_8);
	bool styled = color && (style.color >= 0 || style.bold || style.underline || style.reverse);

	if (styled) {
		printf("\033[0%s%s%s", style.bold ? ";1" : "", style.underline ? ";4" : "",
		       style.reverse ? ";7" : "");
		if (style.color >= 0)
			printf(";3%d", style.color);
		putchar('m');
	}
	put(page_text(page, span), span->length);
	if (styled)
		fputs("\033[m", stdout);
}

void print_page(const struct page *page, bool color)
{
	for (size_t i = 0; i < page->line_count; i++) {
		const struct line *line = &page->lines[i];
		size_t count = line->count;

		while (count) {
			const struct span *last = &page->spans[line->first + count - 1];

			/* Blanks that only fill a column are not printed. */
			if (strspn(page_text(page, last), " ") < last->length)
				break;
			count--;
		}
		for (size_t k = line->first; k < line->first + count; k++)
			put_span(page, &page->spans[k], color);
		putchar('\n');
	}
}

/* Writes a code and its title: on a terminal the title keeps to its column, elsewhere a
   tab parts the two. */
static void add_row(struct page *page, enum role role, const char *code, const char *title,
		    bool terminal)
{
	page_add(page, role, code);
	page_add(page, ROLE_BODY, terminal ? "  " : "\t");
	page_add(page, ROLE_BODY, _(title));
	page_end(page, 0, terminal ? text_width(code, strlen(code)) + 2 : 0);
}

void print_list(const struct reply *const *entries, size_t count, bool terminal,
	       bool headings, size_t width, bool color)
{
	struct page *page = page_create(terminal ? width : 0);

	for (size_t i = 0; i < count; i++) {
		int code = entries[i]->code;
		char *number = buffer_format("%03d", code);

		if (terminal && headings && (!i || entries[i - 1]->code / 100 != code / 100)) {
			if (i)
				page_blank(page);
			page_paragraph(page, ROLE_LABEL, _(class_heading(code / 100)), 0);
		}
		add_row(page, role_of_outcome(outcome_of(code)), number, entries[i]->title, terminal);
		free(number);
	}
	print_page(page, color);
	page_free(page);
}

void print_statuses(const struct status *const *entries, size_t count, bool terminal,
		    bool headings, size_t width, bool color)
{
	struct page *page = page_create(terminal ? width : 0);
	int subject = -1;

	for (size_t i = 0; i < count; i++) {
		struct status_code code;
		char *text;

		status_parse(entries[i]->code, &code);
		text = status_text(entries[i], &code);
		if (terminal && headings && code.subject != subject) {
			char *heading = buffer_format("X.%d %s", code.subject,
						      _(subject_term(code.subject)->label));

			if (i)
				page_blank(page);
			page_paragraph(page, ROLE_LABEL, heading, 0);
			free(heading);
		}
		subject = code.subject;
		add_row(page, ROLE_KEY, text, entries[i]->title, terminal);
		free(text);
	}
	print_page(page, color);
	page_free(page);
}

void print_languages(void)
{
	size_t count;
	const struct language **languages = i18n_languages(true, &count);

	for (size_t i = 0; i < count; i++) {
		char *name = text_degrade(languages[i]->name, i18n_charset());

		printf("%s\t", languages[i]->tag);
		put(name, strlen(name));
		putchar('\n');
		free(name);
	}
	free(languages);
}
