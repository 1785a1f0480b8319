#include "model/fact.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"

static const struct {
	const char *key, *label;
} names[FACTS] = {
	[FACT_OUTCOME] = { "outcome", N_("Outcome") },
	[FACT_RETRY] = { "retry", N_("Retry") },
	[FACT_CLOSES] = { "closes", N_("Connection") },
	[FACT_ACTOR] = { "actor", N_("Who acts") },
	[FACT_STAGES] = { "stages", N_("Replies to") },
	[FACT_CATEGORY] = { "category", N_("Category") },
	[FACT_STANDING] = { "standing", N_("Standing") },
	[FACT_SOURCES] = { "sources", N_("Defined in") },
};

const char *fact_label(enum fact fact)
{
	return names[fact].label;
}

const char *fact_key(enum fact fact)
{
	return names[fact].key;
}

/* Gives the word for a field that holds one, or NULL. */
static const struct word *term_of(const struct entry *entry, enum fact fact)
{
	switch (fact) {
	case FACT_OUTCOME: return &outcome_terms[entry->outcome];
	case FACT_RETRY: return &retry_terms[entry->retry];
	case FACT_CLOSES: return &closes_terms[entry->closes];
	case FACT_ACTOR: return &actor_terms[entry->actor];
	case FACT_CATEGORY:
		return entry->code.kind == CODE_REPLY
			       ? &category_terms[category_of(entry->code.reply)]
			       : subject_term(entry->code.status.subject);
	case FACT_STANDING: return &standing_terms[entry->standing];
	default: return NULL;
	}
}

/* "RFC 5321 (3.4, 4.3.2), RFC 1985 (5.1)" */
static char *sources_text(const struct source *sources)
{
	struct buffer out = { 0 };

	for (const struct source *s = sources; s->rfc; s++) {
		if (s != sources && s->rfc == s[-1].rfc)
			buffer_printf(&out, ", %s", s->section);
		else
			buffer_printf(&out, "%sRFC %d (%s", s == sources ? "" : ", ",
				      s->rfc, s->section);
		if (s[1].rfc != s->rfc)
			buffer_puts(&out, ")");
	}
	return buffer_take(&out);
}

size_t fact_label_columns(void)
{
	size_t widest = 0;

	for (enum fact fact = 0; fact < FACTS; fact++) {
		const char *label = _(names[fact].label);
		size_t columns = text_width(label, strlen(label));

		widest = columns > widest ? columns : widest;
	}
	return widest;
}

bool fact_known(const struct entry *entry, enum fact fact)
{
	switch (fact) {
	case FACT_OUTCOME: return !entry_open(entry);
	case FACT_CLOSES:
	case FACT_STAGES:
		return entry->code.kind == CODE_REPLY &&
		       entry->standing != STANDING_UNASSIGNED;
	case FACT_SOURCES:
		return entry->standing != STANDING_UNASSIGNED &&
		       (entry->sources->rfc || *entry->seen);
	default: return true;
	}
}

/* Where a code comes from: RFCs, or who was seen to send it. */
static char *origin_text(const struct entry *entry)
{
	struct buffer out = { 0 };
	char *sources = sources_text(entry->sources);

	buffer_puts(&out, sources);
	free(sources);
	for (const char *const *seen = entry->seen; *seen; seen++)
		buffer_printf(&out, "%s%s", out.length ? "; " : "", _(*seen));
	return buffer_take(&out);
}

char *fact_text(const struct entry *entry, enum fact fact)
{
	const struct word *term = term_of(entry, fact);

	if (!fact_known(entry, fact))
		return xstrdup("-");
	if (term)
		return xstrdup(_(term->label));
	return fact == FACT_STAGES ? stages_text(entry->stages) : origin_text(entry);
}

const char *fact_value(const struct entry *entry, enum fact fact)
{
	const struct word *term = fact_known(entry, fact) ? term_of(entry, fact) : NULL;

	return term ? term->key : NULL;
}

bool fact_same(const struct entry *a, const struct entry *b, enum fact fact)
{
	char *left, *right;
	bool same;

	if (fact_known(a, fact) != fact_known(b, fact))
		return false;
	if (fact == FACT_STAGES)
		return a->stages == b->stages;
	if (fact != FACT_SOURCES)
		return term_of(a, fact) == term_of(b, fact);
	left = fact_text(a, fact);
	right = fact_text(b, fact);
	same = !strcmp(left, right);
	free(left);
	free(right);
	return same;
}
