/* Protects the languages that are complete: no sentence of any page may come out in
   English in French or Hindi. Dialogues, addresses and names are the same in all; what
   else is the same stands in the list below. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "page/pages.h"

/* Shorter texts are titles, labels and quotations, many of them the same. */
#define SHORTEST 20

/* The texts of a page that a translation changes. */
struct texts {
	char **list;
	size_t count;
};

/* Beginnings. The word section is French too; sources that are no RFC are cited by the
   names of documents. */
static const char *const same_in_all[] = { "RFC " };

static int faults;

static bool excepted(const char *text)
{
	/* Lists of commands are in capitals. */
	if (!strpbrk(text, "abcdefghijklmnopqrstuvwxyz"))
		return true;
	for (size_t i = 0; i < sizeof(same_in_all) / sizeof(*same_in_all); i++)
		if (!strncmp(text, same_in_all[i], strlen(same_in_all[i])))
			return true;
	return false;
}

static struct texts texts_of(struct page *page)
{
	struct texts texts = { 0 };

	for (size_t i = 0; i < page->span_count; i++) {
		const struct span *span = &page->spans[i];

		if (span->role == ROLE_EXAMPLE || span->role == ROLE_LINK ||
		    span->role == ROLE_WHO || span->columns < SHORTEST)
			continue;
		texts.list = xreallocarray(texts.list, texts.count + 1, sizeof(*texts.list));
		texts.list[texts.count++] = xstrndup(page_text(page, span), span->length);
	}
	page_free(page);
	return texts;
}

static void free_texts(struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		free(texts->list[i]);
	free(texts->list);
}

static struct page *page_number(size_t i)
{
	struct code code;
	struct comparison *comparison;
	struct page *page;

	if (i < 900) {
		code = code_of_reply(100 + (int)i);
		return page_of(&code, 0);
	}
	i -= 900;
	if (i < statuses_count) {
		code = code_read(statuses[i].code);
		return page_of(&code, 0);
	}
	i -= statuses_count;
	if (i < pairs_count) {
		struct code a = code_read(pairs[i].a), b = code_read(pairs[i].b);

		comparison = comparison_create(&a, &b);
		page = page_comparison(comparison, 0, LAYOUT_STACKED);
		comparison_free(comparison);
		return page;
	}
	i -= pairs_count;
	if (i < wordings_count) {
		struct said said = {
			.code = wordings[i].code ? wordings[i].code : 550, .stage = STAGES,
			.text = (char *)wordings[i].fragments[0], .count = 2,
		};
		struct judgement judgement;

		judgement_create(&judgement, &said);
		judgement.wording = &wordings[i];
		judgement.fix = wordings[i].fix;
		page = page_judgement(&judgement, 0);
		judgement_free(&judgement);
		return page;
	}
	return NULL;
}

static void check(const char *tag, const struct texts *english, size_t number)
{
	struct texts texts = texts_of(page_number(number));

	for (size_t i = 0; i < texts.count; i++)
		for (size_t k = 0; k < english->count; k++)
			if (!strcmp(texts.list[i], english->list[k]) && !excepted(texts.list[i])) {
				printf("%s: in English: %s\n", tag, texts.list[i]);
				faults++;
				break;
			}
	free_texts(&texts);
}

int main(void)
{
	size_t count, pages = 900 + statuses_count + pairs_count + wordings_count;
	struct texts *english = xcalloc(pages, sizeof(*english));
	const struct language **languages;

	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	for (size_t i = 0; i < pages; i++)
		english[i] = texts_of(page_number(i));
	languages = i18n_languages(true, &count);
	for (size_t l = 0; l < count; l++) {
		if (strcmp(languages[l]->tag, "fr") != 0 && strcmp(languages[l]->tag, "hi") != 0)
			continue;
		i18n_switch(languages[l]);
		for (size_t i = 0; i < pages; i++)
			check(languages[l]->tag, &english[i], i);
	}
	for (size_t i = 0; i < pages; i++)
		free_texts(&english[i]);
	free(english);
	free(languages);
	return faults > 0;
}
