#include "page/pages.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "model/entry.h"
#include "page/glyph.h"
#include "page/section.h"

void page_readings(struct page *page, const struct entry *entry)
{
	for (const char *const *text = entry->readings; *text; text++) {
		page_add(page, ROLE_BODY, glyph(GLYPH_BULLET));
		page_add(page, ROLE_BODY, " ");
		page_add(page, ROLE_BODY, _(*text));
		page_end(page, 2, 4);
	}
}

void page_vendors(struct page *page, const struct vendor *vendors)
{
	for (; vendors->name; vendors++) {
		char *name = buffer_format(_("%s:"), vendors->name);

		page_add(page, ROLE_WHO, name);
		page_add(page, ROLE_BODY, " ");
		page_add(page, ROLE_BODY, _(vendors->text));
		page_end(page, 2, 4);
		free(name);
	}
}

struct page *page_status(const struct status_code *code, size_t width)
{
	struct page *page = page_create(width);
	struct code of = code_of_status(code);
	struct status status = status_entry(code);
	struct entry entry;

	entry_create(&entry, &of);
	page_entry_start(page, &entry);
	if (*entry.readings) {
		page_heading(page, _(section_labels[SECTION_CLASSES]));
		page_readings(page, &entry);
	}
	if (entry.vendors->name) {
		page_heading(page, _(section_labels[SECTION_VENDORS]));
		page_vendors(page, entry.vendors);
	}
	page_heading(page, _(section_labels[SECTION_FIX]));
	page_advice(page, entry.fix);
	if (*entry.replies) {
		page_heading(page, _(section_labels[SECTION_REPLIES]));
		page_codes(page, entry.replies);
	}
	if (*status.compare_with) {
		page_heading(page, _(section_labels[SECTION_COMPARE_WITH]));
		page_statuses(page, status.compare_with);
	}
	if (entry.sources->rfc) {
		page_heading(page, _(section_labels[SECTION_LEARN_MORE]));
		page_sources(page, entry.sources);
	}
	entry_free(&entry);
	return page;
}

struct page *page_of(const struct code *code, size_t width)
{
	return code->kind == CODE_REPLY ? page_reply(code->reply, width)
					: page_status(&code->status, width);
}
