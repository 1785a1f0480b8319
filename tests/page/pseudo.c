/* Prints every page in whatever language LANGUAGE names and reports each word
   of plain letters that is no dialogue, address or name of the protocol. With a
   catalogue in which every letter of every message is changed, such a word is a
   text that was never marked, or was glued together. Exits with 1 if there is
   one. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "page/pages.h"

static int faults;

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What is the same in every language: RFC, X of a status, an appendix, the stages, and the names
   of vendors. */
static bool name(const char *word, size_t length)
{
	if ((length == 3 && !strncmp(word, "RFC", 3)) || (length == 1 && *word <= 'Z'))
		return true;
	for (size_t i = 0; i < statuses_count; i++)
		for (const struct vendor *vendor = statuses[i].vendors; vendor->name; vendor++)
			if (memmem(vendor->name, strlen(vendor->name), word, length))
				return true;
	for (size_t i = 0; i < wordings_count; i++)
		if (wordings[i].provider &&
		    memmem(wordings[i].provider, strlen(wordings[i].provider), word, length))
			return true;
	for (int stage = 0; stage < STAGES; stage++)
		if (strlen(stage_terms[stage].key) == length &&
		    !strncmp(stage_terms[stage].key, word, length))
			return true;
	return false;
}

static void check_span(const char *text, size_t length, const char *where)
{
	for (size_t i = 0, end; i < length; i = end + 1) {
		for (end = i; end < length && letter(text[end]);)
			end++;
		/* "printf '%s'" keeps its directive, as every format does. */
		if (end > i && !(i && text[i - 1] == '%') && !name(text + i, end - i)) {
			printf("%s: %.*s\n", where, (int)length, text);
			faults++;
			return;
		}
	}
}

static void check_page(struct page *page, const char *where)
{
	for (size_t i = 0; i < page->span_count; i++)
		if (page->spans[i].role != ROLE_EXAMPLE && page->spans[i].role != ROLE_LINK)
			check_span(page_text(page, &page->spans[i]), page->spans[i].length, where);
	page_free(page);
}

static void check_pair(struct code a, struct code b)
{
	struct comparison *comparison;
	char where[32], *name_a, *name_b;

	if (code_same(&a, &b))
		return;
	name_a = code_text(&a);
	name_b = code_text(&b);
	snprintf(where, sizeof(where), "%s %s", name_a, name_b);
	comparison = comparison_create(&a, &b);
	check_page(page_comparison(comparison, 0, LAYOUT_STACKED), where);
	comparison_free(comparison);
	free(name_a);
	free(name_b);
}

/* What a reply with a known wording comes to, and one whose parts contradict it. */
static void check_wording(const struct wording *wording)
{
	static const struct status_code statuses_met[] = { { 0, 0, 0 }, { 4, 2, 2 }, { 5, 7, 1 } };
	static const int codes_met[] = { 0, 254, 450, 550, 552, 699 };

	for (size_t i = 0; i < 18; i++) {
		struct said said = {
			.code = wording->code ? wording->code : codes_met[i % 6],
			.status = statuses_met[i / 6], .dsn_status = { 5, 0, 0 },
			.text = (char *)wording->fragments[0], .stage = STAGES, .count = 2,
		};
		struct judgement judgement;

		judgement_create(&judgement, &said);
		check_page(page_judgement(&judgement, 0), wording->fragments[0]);
		judgement_free(&judgement);
	}
}

int main(void)
{
	char where[32];

	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	for (int number = 100; number <= 999; number++) {
		struct code code = code_of_reply(number);

		snprintf(where, sizeof(where), "%d", number);
		check_page(page_of(&code, 0), where);
	}
	for (size_t i = 0; i < statuses_count; i++) {
		struct code code = code_read(statuses[i].code);

		check_page(page_of(&code, 0), statuses[i].code);
	}
	for (size_t a = 0; a < replies_count; a++)
		for (size_t b = 0; b < replies_count; b++)
			check_pair(code_of_reply(replies[a].code), code_of_reply(replies[b].code));
	for (size_t a = 0; a < statuses_count; a++) {
		struct code of_a = code_read(statuses[a].code), closed = of_a;

		closed.status.class = 5;
		for (size_t b = 0; b < statuses_count; b += 3)
			check_pair(of_a, code_read(statuses[b].code));
		for (size_t b = 0; b < replies_count; b += 3) {
			check_pair(of_a, code_of_reply(replies[b].code));
			check_pair(code_of_reply(replies[b].code), closed);
		}
	}
	for (size_t i = 0; i < wordings_count; i++)
		check_wording(&wordings[i]);
	return faults > 0;
}
