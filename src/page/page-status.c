#include "page/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fact.h"
#include "page/glyph.h"
#include "page/section.h"

static void add_title(struct page *page, const struct status *status,
		      const struct status_code *code)
{
	char *text = status_text(status, code);

	page_add(page, code->class ? role_of_outcome(status_outcome(code)) : ROLE_KEY, text);
	page_add(page, ROLE_BODY, "  ");
	page_add(page, ROLE_TITLE, _(status->title));
	page_end(page, 0, text_width(text, strlen(text)) + 2);
	free(text);
}

static void add_facts(struct page *page, const struct status *status,
		      const struct status_code *code)
{
	size_t column = fact_label_columns() + 2;

	if (code->class)
		page_fact(page, _(fact_label(FACT_OUTCOME)), _(outcome_terms[status_outcome(code)].label),
			  column);
	page_fact(page, _(fact_label(FACT_RETRY)), _(retry_terms[status_retry(code)].label), column);
	page_fact(page, _(fact_label(FACT_ACTOR)), _(actor_terms[status->actor].label), column);
	page_fact(page, _(fact_label(FACT_CATEGORY)), _(subject_label(code->subject)), column);
	page_fact(page, _(fact_label(FACT_STANDING)), _(standing_terms[status->standing].label), column);
}

static void add_class(struct page *page, const char *text, bool wanted)
{
	if (!text || !wanted)
		return;
	page_add(page, ROLE_BODY, glyph(GLYPH_BULLET));
	page_add(page, ROLE_BODY, " ");
	page_add(page, ROLE_BODY, _(text));
	page_end(page, 2, 4);
}

/* How the class that was asked for reads, or every class. A class in which the code
   does not occur says nothing, and then there is no section. */
static void add_classes(struct page *page, const struct status *status, int class)
{
	bool any = class == 0;

	if (!((any || class == 2) && status->success) && !((any || class == 4) && status->transient) &&
	    !((any || class == 5) && status->permanent))
		return;
	page_heading(page, _(section_labels[SECTION_CLASSES]));
	add_class(page, status->success, any || class == 2);
	add_class(page, status->transient, any || class == 4);
	add_class(page, status->permanent, any || class == 5);
}

static void add_vendors(struct page *page, const struct vendor *vendors)
{
	if (!vendors->name)
		return;
	page_heading(page, _(section_labels[SECTION_VENDORS]));
	for (; vendors->name; vendors++) {
		char *name = buffer_format(_("%s:"), vendors->name);

		page_add(page, ROLE_WHO, name);
		page_add(page, ROLE_BODY, " ");
		page_add(page, ROLE_BODY, _(vendors->text));
		page_end(page, 2, 4);
		free(name);
	}
}

static void add_origin(struct page *page, const struct status *status)
{
	if (!status->sources->rfc && !*status->seen)
		return;
	page_heading(page, _(section_labels[SECTION_LEARN_MORE]));
	for (const char *const *seen = status->seen; *seen; seen++)
		page_paragraph(page, ROLE_BODY, _(*seen), 2);
	page_sources(page, status->sources);
}

struct page *page_status(const struct status_code *code, size_t width)
{
	struct page *page = page_create(width);
	struct status status = status_entry(code);

	add_title(page, &status, code);
	if (status.react) {
		page_blank(page);
		page_paragraph(page, ROLE_BODY, _(status.react), 0);
	}
	page_blank(page);
	page->anchor++;
	add_facts(page, &status, code);
	page_heading(page, _(section_labels[SECTION_DESCRIPTION]));
	page_paragraphs(page, status.description, false);
	add_classes(page, &status, code->class);
	add_vendors(page, status.vendors);
	page_heading(page, _(section_labels[SECTION_FIX]));
	page_advice(page, status.fix);
	if (*status.replies) {
		page_heading(page, _(section_labels[SECTION_REPLIES]));
		page_codes(page, status.replies);
	}
	if (*status.compare_with) {
		page_heading(page, _(section_labels[SECTION_COMPARE_WITH]));
		page_statuses(page, status.compare_with);
	}
	add_origin(page, &status);
	return page;
}
