#include "page/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fact.h"
#include "page/glyph.h"
#include "page/section.h"

void page_heading(struct page *page, const char *label)
{
	page_blank(page);
	page->anchor++;
	page_paragraph(page, ROLE_LABEL, label, 0);
}

void page_paragraphs(struct page *page, const char *const *msgids, bool bullets)
{
	for (; *msgids; msgids++) {
		if (bullets) {
			page_add(page, ROLE_BODY, glyph(GLYPH_BULLET));
			page_add(page, ROLE_BODY, " ");
		}
		page_add(page, ROLE_BODY, _(*msgids));
		page_end(page, 2, bullets ? 4 : 2);
		if (!bullets && msgids[1])
			page_blank(page);
	}
}

void page_advice(struct page *page, const struct advice *advice)
{
	for (; advice->text; advice++) {
		if (actor_leads[advice->who]) {
			page_add(page, ROLE_WHO, _(actor_leads[advice->who]));
			page_add(page, ROLE_BODY, " ");
		}
		page_paragraph(page, ROLE_BODY, _(advice->text), 2);
		if (advice[1].text)
			page_blank(page);
	}
}

enum role page_entry_role(const struct entry *entry)
{
	return entry_open(entry) ? ROLE_KEY : role_of_outcome(entry->outcome);
}

void page_entry_title(struct page *page, const struct entry *entry)
{
	size_t column = text_width(entry->name, strlen(entry->name)) + 2;

	page_add(page, page_entry_role(entry), entry->name);
	page_add(page, ROLE_BODY, "  ");
	page_add(page, ROLE_TITLE, _(entry->title));
	page_end(page, 0, column);
	page_paragraph(page, ROLE_BODY,
		       entry->code.kind == CODE_REPLY ? _(class_heading(entry->code.reply / 100))
						      : _(status_heading(entry->code.status.class)),
		       column);
}

void page_sources(struct page *page, const struct source *sources)
{
	size_t first = page->link_count, longest = 0;
	bool one_line = true;

	for (const struct source *source = sources; source->rfc; source++) {
		/* TRANSLATORS: the names of links, "RFC 5321, section 4.2.2". */
		char *name = source->section[0] >= 'A'
				     ? buffer_format(_("RFC %1$d, appendix %2$s"), source->rfc,
						     source->section)
				     : buffer_format(_("RFC %1$d, section %2$s"), source->rfc,
						     source->section);
		char *url = source_url(source);
		size_t columns = text_width(name, strlen(name));

		longest = columns > longest ? columns : longest;
		one_line &= !page->width || longest + strlen(url) + 4 <= page->width;
		page_link(page, name, url);
	}
	for (size_t i = first; i < page->link_count; i++) {
		page_add(page, ROLE_BODY, page->links[i].title);
		if (one_line)
			page_pad(page, longest + 2);
		else
			page_end(page, 2, 2);
		page_add(page, ROLE_LINK, page->links[i].url);
		page_end_whole(page, one_line ? 2 : 4);
	}
}

void page_fact(struct page *page, const char *label, const char *value, size_t column)
{
	bool narrow = page->width && column * 2 > page->width;

	page_add(page, ROLE_FIELD, label);
	if (narrow)
		page_end(page, 0, 0);
	else
		page_pad(page, column);
	page_add(page, ROLE_BODY, value);
	page_end(page, narrow ? 2 : 0, narrow ? 2 : column);
}

void page_facts(struct page *page, const struct entry *entry)
{
	size_t column = fact_label_columns() + 2;

	for (enum fact fact = 0; fact < FACTS; fact++) {
		char *text;

		if (!fact_known(entry, fact))
			continue;
		text = fact_text(entry, fact);
		page_fact(page, _(fact_label(fact)), text, column);
		free(text);
	}
}

static void add_example(struct page *page, const char *const *lines)
{
	for (; *lines; lines++) {
		page_add(page, ROLE_EXAMPLE, *lines);
		page_end(page, 2, 5);
	}
}

void page_statuses(struct page *page, const char *const *codes)
{
	for (; *codes; codes++) {
		struct status_code code;

		status_parse(*codes, &code);
		page_add(page, ROLE_KEY, *codes);
		page_add(page, ROLE_BODY, "  ");
		page_add(page, ROLE_BODY, _(status_entry(&code).title));
		page_end(page, 2, 10);
	}
}

void page_codes(struct page *page, const int *codes)
{
	for (; *codes; codes++) {
		struct reply other = catalogue_reply(*codes);
		char *code = buffer_format("%d", *codes);

		page_add(page, role_of_outcome(outcome_of(*codes)), code);
		page_add(page, ROLE_BODY, "  ");
		page_add(page, ROLE_BODY, _(other.title));
		page_end(page, 2, 7);
		free(code);
	}
}

void page_entry_start(struct page *page, const struct entry *entry)
{
	page_entry_title(page, entry);
	page_blank(page);
	page_paragraph(page, ROLE_BODY, entry->react, 0);
	page_blank(page);
	page->anchor++;
	page_facts(page, entry);
	page_heading(page, _(section_labels[SECTION_DESCRIPTION]));
	page_paragraphs(page, entry->description, false);
}

struct page *page_reply(int code, size_t width)
{
	struct page *page = page_create(width);
	struct code of = code_of_reply(code);
	struct reply reply = catalogue_reply(code);
	struct entry entry;

	entry_create(&entry, &of);
	page_entry_start(page, &entry);
	if (*entry.when) {
		page_heading(page, _(section_labels[SECTION_WHEN]));
		page_paragraphs(page, entry.when, true);
	}
	page_heading(page, _(section_labels[SECTION_FIX]));
	page_advice(page, entry.fix);
	page_heading(page, _(section_labels[SECTION_SEND]));
	page_paragraphs(page, entry.send, false);
	if (*reply.example) {
		page_heading(page, _(section_labels[SECTION_EXAMPLE]));
		add_example(page, reply.example);
	}
	if (*entry.statuses) {
		page_heading(page, _(section_labels[SECTION_STATUSES]));
		page_statuses(page, entry.statuses);
	}
	if (*reply.compare_with) {
		page_heading(page, _(section_labels[SECTION_COMPARE_WITH]));
		page_codes(page, reply.compare_with);
	}
	if (entry.sources->rfc) {
		page_heading(page, _(section_labels[SECTION_LEARN_MORE]));
		page_sources(page, entry.sources);
	}
	entry_free(&entry);
	return page;
}
