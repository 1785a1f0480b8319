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

int main(void)
{
	char where[32];

	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	for (int code = 100; code <= 999; code++) {
		struct reply reply = catalogue_reply(code);

		snprintf(where, sizeof(where), "%03d", code);
		check_page(page_reply(&reply, 0), where);
	}
	for (size_t i = 0; i < statuses_count; i++) {
		struct status_code code;

		status_parse(statuses[i].code, &code);
		check_page(page_status(&code, 0), statuses[i].code);
	}
	for (size_t a = 0; a < replies_count; a++)
		for (size_t b = 0; b < replies_count; b++) {
			struct comparison *comparison =
				comparison_create(replies[a].code, replies[b].code);

			snprintf(where, sizeof(where), "%d %d", replies[a].code, replies[b].code);
			check_page(page_comparison(comparison, 0, LAYOUT_STACKED), where);
			comparison_free(comparison);
		}
	return faults > 0;
}
