#include "page/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fact.h"
#include "page/glyph.h"
#include "page/section.h"

/* The widest line of a list that is not cut to a width. */
#define UNCUT 1000000

/* Columns of a list: where the codes, the status and the words begin. */
enum { COLUMN_CODE = 7, COLUMN_STATUS = 12, COLUMN_TEXT = 22 };

static void add_code(struct page *page, const struct code *code)
{
	char *name = code_text(code);
	enum outcome outcome = code->kind == CODE_REPLY ? outcome_of(code->reply)
							: status_outcome(&code->status);

	page_add(page, role_of_outcome(outcome), name);
	free(name);
}

/* The code whose title says what happened: what the words name, else the enhanced code
   if it is in a list and has a subject, else the reply code. */
static struct code telling(const struct judgement *of)
{
	if (of->wording && of->wording->tells)
		return code_read(of->wording->tells);
	if (!of->code.kind || (of->status.kind && of->status.status.subject &&
	    status_entry(&of->status.status).standing != STANDING_UNASSIGNED))
		return of->status;
	return of->code;
}

static void add_title(struct page *page, const struct judgement *of)
{
	struct code code = telling(of);
	struct entry entry;

	entry_create(&entry, &code);
	if (of->code.kind)
		add_code(page, &of->code);
	if (of->code.kind && of->status.kind)
		page_add(page, ROLE_BODY, " ");
	if (of->status.kind)
		add_code(page, &of->status);
	page_add(page, ROLE_BODY, "  ");
	page_add(page, ROLE_TITLE, _(entry.title));
	page_end(page, 0, 4);
	entry_free(&entry);
	page->fixed = page->line_count;
}

/* The cause: what is known of the words, or what the code is. */
static void add_cause(struct page *page, const struct judgement *of)
{
	struct code code = telling(of);
	struct entry entry;

	if (of->wording) {
		if (of->wording->provider) {
			char *name = buffer_format(_("%s:"), of->wording->provider);

			page_add(page, ROLE_WHO, name);
			page_add(page, ROLE_BODY, " ");
			free(name);
		}
		page_paragraph(page, ROLE_BODY, _(of->wording->meaning), 0);
		return;
	}
	entry_create(&entry, &code);
	page_paragraph(page, ROLE_BODY, entry.brief, 0);
	entry_free(&entry);
}

static void add_facts(struct page *page, const struct judgement *of)
{
	const struct said *said = of->said;
	struct code dsn = code_of_status(&said->dsn_status);
	bool reported = said->status.class && said->dsn_status.class;
	char *status = code_text(&dsn), *count = buffer_format("%zu", said->count);
	const struct {
		const char *label, *value;
	} rows[] = {
		{ _(fact_label(FACT_RETRY)), _(retry_terms[of->retry].label) },
		{ _(fact_label(FACT_ACTOR)), _(actor_terms[of->actor].label) },
		{ _(fact_label(FACT_STAGES)), said->stage == STAGES ? _("the text does not say")
								     : _(stage_terms[said->stage].label) },
		{ _("Said by"), _(said_by_terms[said->by].label) },
		{ _("Its words"), of->wording ? NULL : _("not known here") },
		{ _("In the report"), reported ? status : NULL },
		{ _("Count"), said->count > 1 ? count : NULL },
	};
	const size_t all = sizeof(rows) / sizeof(*rows);
	size_t column = 0;

	for (size_t i = 0; i < all; i++) {
		size_t columns = text_width(rows[i].label, strlen(rows[i].label)) + 2;

		column = rows[i].value && columns > column ? columns : column;
	}
	for (size_t i = 0; i < all; i++)
		if (rows[i].value)
			page_fact(page, rows[i].label, rows[i].value, column);
	free(status);
	free(count);
}

/* The reply as it was sent, its lines rejoined. */
static void add_said(struct page *page, const struct judgement *of)
{
	const struct said *said = of->said;
	char *text = text_visible(said->text, strlen(said->text), UNCUT);

	if (of->code.kind) {
		add_code(page, &of->code);
		page_add(page, ROLE_EXAMPLE, " ");
	}
	if (said->status.class) {
		add_code(page, &of->status);
		page_add(page, ROLE_EXAMPLE, " ");
	}
	page_add(page, ROLE_EXAMPLE, text);
	page_end(page, 2, 4);
	free(text);
}

static void add_part(struct page *page, const struct code *code)
{
	struct entry entry;

	if (!code->kind)
		return;
	entry_create(&entry, code);
	add_code(page, code);
	page_add(page, ROLE_BODY, "  ");
	page_add(page, ROLE_TITLE, _(entry.title));
	page_end(page, 2, 4);
	page_paragraph(page, ROLE_BODY, entry.brief, 4);
	entry_free(&entry);
}

/* Where the sending system gave up, nobody is told to let it work. */
static void add_fix(struct page *page, const struct judgement *of)
{
	const struct advice *fix = of->fix;

	page_heading(page, _(section_labels[SECTION_FIX]));
	page_advice(page, of->again);
	if (of->again->text)
		while (fix->text && fix->who == ACTOR_NONE)
			fix++;
	if (of->again->text && fix->text)
		page_blank(page);
	page_advice(page, fix);
}

static void add_conflicts(struct page *page, const struct sentences *conflicts)
{
	for (size_t i = 0; i < conflicts->count; i++) {
		page_add(page, ROLE_BODY, glyph(GLYPH_BULLET));
		page_add(page, ROLE_BODY, " ");
		page_add(page, ROLE_BODY, conflicts->text[i]);
		page_end(page, 2, 4);
	}
}

static void add_origin(struct page *page, const struct judgement *of)
{
	struct entry entry;

	if (of->wording && !strncmp(of->wording->source, "https://", 8)) {
		page_link(page, buffer_format("%s", of->wording->source),
			  buffer_format("%s", of->wording->source));
		page_add(page, ROLE_LINK, of->wording->source);
		page_end_whole(page, 2);
	} else if (of->wording) {
		page_paragraph(page, ROLE_EXAMPLE, of->wording->source, 2);
	}
	entry_create(&entry, of->status.kind ? &of->status : &of->code);
	page_sources(page, entry.sources);
	entry_free(&entry);
}

struct page *page_judgement(const struct judgement *of, size_t width)
{
	struct page *page = page_create(width);

	add_title(page, of);
	page_blank(page);
	page_paragraph(page, ROLE_TITLE, of->verdict, 0);
	page_blank(page);
	add_cause(page, of);
	if (of->fix->text)
		add_fix(page, of);
	if (of->conflicts.count) {
		page_heading(page, _(section_labels[SECTION_CONFLICTS]));
		add_conflicts(page, &of->conflicts);
	}
	if (of->code.kind || *of->said->text) {
		page_heading(page, _(section_labels[SECTION_SAID]));
		add_said(page, of);
	}
	page_heading(page, _(section_labels[SECTION_GLANCE]));
	add_facts(page, of);
	page_heading(page, _(section_labels[SECTION_PARTS]));
	add_part(page, &of->code);
	add_part(page, &of->status);
	page_heading(page, _(section_labels[SECTION_LEARN_MORE]));
	add_origin(page, of);
	return page;
}

/* Writes one reply of a list. */
static void add_row(struct page *page, const struct said *said, bool verdict, size_t columns)
{
	struct code code = code_of_reply(said->code);
	const struct status_code *status = said->status.class ? &said->status : &said->dsn_status;
	struct code of_status = code_of_status(status);
	char *count = buffer_format("%5zu", said->count);
	char *text = text_visible(said->text, strlen(said->text), columns);

	page_add(page, ROLE_KEY, verdict ? glyph(GLYPH_MARK) : " ");
	page_add(page, ROLE_BODY, count);
	page_pad(page, COLUMN_CODE);
	if (said->code)
		add_code(page, &code);
	page_pad(page, COLUMN_STATUS);
	if (status->class)
		add_code(page, &of_status);
	page_pad(page, COLUMN_TEXT);
	page_add(page, ROLE_BODY, text);
	free(count);
	free(text);
}

struct page *page_transcript(const struct transcript *transcript, size_t width, bool cut)
{
	struct page *page = page_create(width);

	for (size_t i = 0; i < transcript->count; i++) {
		size_t room = width > COLUMN_TEXT ? width - COLUMN_TEXT : 1;

		add_row(page, &transcript->replies[i], i == transcript->verdict,
			cut ? (room > 3 ? room - 3 : 0) : UNCUT);
		if (cut)
			page_end_whole(page, 0);
		else
			page_end(page, 0, COLUMN_TEXT);
	}
	return page;
}

char *transcript_losses(const struct transcript *transcript)
{
	struct buffer out = { 0 };

	if (transcript->replies_lost)
		buffer_printf(&out, _("More than %d replies differ; the others are left out."),
			      TRANSCRIPT_REPLIES);
	if (transcript->replies_lost && transcript->lines_cut)
		buffer_puts(&out, " ");
	if (transcript->lines_cut)
		buffer_puts(&out, _("Very long lines or replies were cut."));
	return out.length ? buffer_take(&out) : NULL;
}

struct page *page_explanation(const struct transcript *transcript, size_t width)
{
	size_t chosen = transcript->verdict < transcript->count ? transcript->verdict : 0;
	struct page *page = page_create(width);
	struct judgement judgement;
	char *losses = transcript_losses(transcript);

	if (losses) {
		page_paragraph(page, ROLE_BODY, losses, 0);
		page_blank(page);
	}
	free(losses);
	if (transcript->count > 1) {
		char *legend = buffer_format(_("The one with %s is explained below; --json explains all."),
					     glyph(GLYPH_MARK));

		page_append(page, page_transcript(transcript, width, false));
		page_blank(page);
		if (transcript->verdict < transcript->count)
			page_paragraph(page, ROLE_BODY, legend, 0);
		free(legend);
		page_rule(page, 0);
		page_blank(page);
	}
	judgement_create(&judgement, &transcript->replies[chosen]);
	page_append(page, page_judgement(&judgement, width));
	judgement_free(&judgement);
	return page;
}
