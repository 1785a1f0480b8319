#include "model/comparison.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/difference.h"

/* What each is, or what both are where they are readings of one entry; then what they
   have to do with each other. */
static char *summary(const struct entry *a, const struct entry *b)
{
	char *relation = difference_relation(a, b);
	char *text = entry_shared(a, b) ? buffer_format("%s %s", a->brief, relation)
					: buffer_format("%s %s %s", a->brief, b->brief, relation);

	free(relation);
	return text;
}

/* The sources of both: the RFCs in order of first mention, the sections of each
   in ascending order. */
static struct source *merged_sources(const struct source *a, const struct source *b)
{
	struct source *merged = NULL;
	size_t count = 0;
	const struct source *lists[] = { a, b };

	for (size_t i = 0; i < 2; i++)
		for (const struct source *s = lists[i]; s->rfc; s++) {
			size_t at = count;
			bool known = false;

			for (size_t k = 0; k < count; k++) {
				known |= merged[k].rfc == s->rfc &&
					 !strcmp(merged[k].section, s->section);
				if (merged[k].rfc == s->rfc &&
				    strverscmp(merged[k].section, s->section) < 0)
					at = k + 1;
				else if (merged[k].rfc == s->rfc && at == count)
					at = k;
			}
			if (known)
				continue;
			merged = xreallocarray(merged, count + 1, sizeof(*merged));
			memmove(merged + at + 1, merged + at, (count - at) * sizeof(*merged));
			merged[at] = *s;
			count++;
		}
	merged = xreallocarray(merged, count + 1, sizeof(*merged));
	merged[count] = (struct source){ 0 };
	return merged;
}

struct comparison *comparison_create(const struct code *a, const struct code *b)
{
	struct comparison *c = xcalloc(1, sizeof(*c));
	const struct pair *pair = catalogue_pair(a, b);
	const struct entry *sides[] = { &c->a, &c->b };

	entry_create(&c->a, a);
	entry_create(&c->b, b);
	c->summary = summary(&c->a, &c->b);
	if (pair) {
		for (const char *const *text = pair->differences; *text; text++)
			sentences_add(&c->differences, xstrdup(_(*text)));
		for (const char *const *text = pair->use; *text; text++)
			sentences_add(&c->rules, xstrdup(_(*text)));
	}
	difference_add(&c->differences, &c->a, &c->b);
	for (size_t i = 0; i < 2; i++) {
		/* Readings of one entry share it. */
		if (!i || strcmp(c->a.react, c->b.react) != 0)
			sentences_add(&c->receive, xstrdup(sides[i]->react));
		if (sides[i]->use)
			sentences_add(&c->send, xstrdup(_(sides[i]->use)));
	}
	c->sources = merged_sources(c->a.sources, c->b.sources);
	return c;
}

bool comparison_knows(const struct comparison *c, enum fact fact)
{
	return fact_known(&c->a, fact) || fact_known(&c->b, fact);
}

void comparison_free(struct comparison *c)
{
	if (!c)
		return;
	entry_free(&c->a);
	entry_free(&c->b);
	free(c->summary);
	sentences_free(&c->differences);
	sentences_free(&c->rules);
	sentences_free(&c->receive);
	sentences_free(&c->send);
	free(c->sources);
	free(c);
}
