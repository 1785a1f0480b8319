#include "model/comparison.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/fact.h"

/* Every format of this file is a literal of the tables below, or its
   translation, whose directives msgfmt --check compares. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void add(struct sentences *list, char *text)
{
	list->text = xreallocarray(list->text, list->count + 1, sizeof(*list->text));
	list->text[list->count++] = text;
}

/* What the two classes have to do with each other; %1$d is the code of the
   lower class. Only the fields above the diagonal are used. */
static const char *const between_classes[OUTCOMES][OUTCOMES] = {
	[OUTCOME_DONE] = {
		[OUTCOME_GO_ON] = N_("Neither is a failure: with %1$d the command is finished, with %2$d the server waits for the client to go on."),
		[OUTCOME_TEMPORARY] = N_("So %1$d is a success and %2$d is not yet one: the same attempt may still succeed later."),
		[OUTCOME_PERMANENT] = N_("So %1$d is a success, while %2$d is a refusal that the same attempt will meet again."),
	},
	[OUTCOME_GO_ON] = {
		[OUTCOME_TEMPORARY] = N_("So after %1$d the client goes on at once; after %2$d it stops and waits."),
		[OUTCOME_PERMANENT] = N_("So after %1$d the client goes on; after %2$d it stops, and only a change helps."),
	},
	[OUTCOME_TEMPORARY] = {
		[OUTCOME_PERMANENT] = N_("Both are refusals; the first digit decides what follows: after %1$d the sending server tries again by itself, after %2$d it gives up and returns the message."),
	},
};

/* Two codes of one class: what sets them apart most. */
enum contrast {
	CONTRAST_STAGES,  /* they never answer the same command */
	CONTRAST_ACTOR,   /* somebody else has to act */
	CONTRAST_CAUSE,   /* neither: only what happened differs */
	CONTRASTS
};

static const char *const within_class[OUTCOMES][CONTRASTS] = {
	[OUTCOME_DONE] = {
		[CONTRAST_STAGES] = N_("Both are successes; they belong to different moments of the session."),
		[CONTRAST_ACTOR] = N_("Both are successes; they differ in what the client does next."),
		[CONTRAST_CAUSE] = N_("Both are successes; they differ in what the server promises."),
	},
	[OUTCOME_GO_ON] = {
		[CONTRAST_STAGES] = N_("Both ask the client to go on; they differ in what it has to send next."),
		[CONTRAST_ACTOR] = N_("Both ask the client to go on; they differ in who supplies what comes next."),
		[CONTRAST_CAUSE] = N_("Both ask the client to go on with the same command."),
	},
	[OUTCOME_TEMPORARY] = {
		[CONTRAST_STAGES] = N_("Both refuse for now only; they answer different commands."),
		[CONTRAST_ACTOR] = N_("Both refuse for now only; they differ in where the trouble lies and who can remove it."),
		[CONTRAST_CAUSE] = N_("Both refuse for now only; they differ in the cause that has to pass."),
	},
	[OUTCOME_PERMANENT] = {
		[CONTRAST_STAGES] = N_("Both refuse for good; they answer different commands."),
		[CONTRAST_ACTOR] = N_("Both refuse for good; they differ in who has to change something."),
		[CONTRAST_CAUSE] = N_("Both refuse for good; they differ in what has to change."),
	},
	[OUTCOME_NO_REPLY] = {
		[CONTRAST_STAGES] = N_("Neither number is an SMTP reply."),
		[CONTRAST_ACTOR] = N_("Neither number is an SMTP reply."),
		[CONTRAST_CAUSE] = N_("Neither number is an SMTP reply."),
	},
};

static enum contrast contrast(const struct reply *a, const struct reply *b)
{
	unsigned any = STAGE_BIT(STAGE_ANY);

	if (a->stages && b->stages && !((a->stages | b->stages) & any) &&
	    !(a->stages & b->stages))
		return CONTRAST_STAGES;
	return a->actor != b->actor ? CONTRAST_ACTOR : CONTRAST_CAUSE;
}

static char *relation(const struct reply *a, const struct reply *b)
{
	enum outcome of_a = outcome_of(a->code), of_b = outcome_of(b->code);

	if (of_a == of_b)
		return xstrdup(_(within_class[of_a][contrast(a, b)]));
	if (of_a > of_b)
		return relation(b, a);
	if (of_b == OUTCOME_NO_REPLY)
		return buffer_format(_("Only %1$d can come from a mail server that follows the protocol; %2$d cannot."),
				   a->code, b->code);
	return buffer_format(_(between_classes[of_a][of_b]), a->code, b->code);
}

static char *summary(const struct reply *a, const struct reply *b)
{
	char *brief_a = reply_brief(a), *brief_b = reply_brief(b);
	char *relation_ab = relation(a, b);
	char *text = buffer_format("%s %s %s", brief_a, brief_b, relation_ab);

	free(brief_a);
	free(brief_b);
	free(relation_ab);
	return text;
}

/* One sentence for each value of a field; %d is the code. */
static const char *const outcome_sentences[OUTCOMES] = {
	[OUTCOME_DONE] = N_("%d says that the server did what it was asked to do."),
	[OUTCOME_GO_ON] = N_("%d says that the server accepted the command and waits for what belongs to it."),
	[OUTCOME_TEMPORARY] = N_("%d says that the server refused for now."),
	[OUTCOME_PERMANENT] = N_("%d says that the server refused for good."),
	[OUTCOME_NO_REPLY] = N_("%d says nothing: the protocol has no such first digit."),
};

static const char *const retry_sentences[RETRIES] = {
	[RETRY_NOT_APPLICABLE] = N_("After %d there is nothing to repeat."),
	[RETRY_NEXT_STEP] = N_("After %d the client goes on with its next step."),
	[RETRY_SAME_LATER] = N_("After %d the client tries the same again later."),
	[RETRY_FIX_FIRST] = N_("After %d something has to change before another attempt makes sense."),
	[RETRY_VARIES] = N_("Whether another attempt after %d makes sense depends on the case."),
};

static const char *const closes_sentences[CLOSES_COUNT] = {
	[CLOSES_NO] = N_("The connection stays open after %d."),
	[CLOSES_MAY] = N_("The server may close the connection after %d."),
	[CLOSES_YES] = N_("The server closes the connection after %d."),
};

static const char *const actor_sentences[ACTORS] = {
	[ACTOR_NONE] = N_("Nobody has to act on %d."),
	[ACTOR_CLIENT_SOFTWARE] = N_("The client software has to act on %d."),
	[ACTOR_SENDING_USER] = N_("The sender has to act on %d."),
	[ACTOR_SENDING_ADMIN] = N_("The sending administrator has to act on %d."),
	[ACTOR_RECIPIENT] = N_("The recipient has to act on %d."),
	[ACTOR_RECEIVING_ADMIN] = N_("The receiving administrator has to act on %d."),
	[ACTOR_VARIES] = N_("Who has to act on %d depends on the cause."),
};

static const char *const category_sentences[CATEGORIES] = {
	[CATEGORY_SYNTAX] = N_("The second digit of %d points to syntax: the command itself."),
	[CATEGORY_INFORMATION] = N_("The second digit of %d points to information that was asked for."),
	[CATEGORY_CONNECTIONS] = N_("The second digit of %d points to the connection."),
	[CATEGORY_MAIL_SYSTEM] = N_("The second digit of %d points to the mail system: mailboxes, storage, policy."),
	[CATEGORY_ILLEGAL] = N_("The second digit of %d is outside the grammar."),
};

static const char *const standing_sentences[STANDINGS] = {
	[STANDING_STANDARD] = N_("%1$d belongs to the base protocol; RFC %2$d describes it."),
	[STANDING_EXTENSION] = N_("%1$d exists only with a service extension; RFC %2$d describes it."),
	[STANDING_OBSOLETE] = N_("%1$d is obsolete; RFC %2$d described it."),
	[STANDING_NONSTANDARD] = N_("%d is seen in the wild, but no RFC defines it."),
	[STANDING_UNASSIGNED] = N_("%d is assigned by nobody."),
};

/* Adds one paragraph of two sentences, one for each code. */
static void add_both(struct sentences *list, char *of_a, char *of_b)
{
	add(list, buffer_format("%s %s", of_a, of_b));
	free(of_a);
	free(of_b);
}

static void add_values(struct sentences *list, const struct reply *a, const struct reply *b,
		       const char *msgid_a, const char *msgid_b)
{
	add_both(list, buffer_format(_(msgid_a), a->code), buffer_format(_(msgid_b), b->code));
}

static char *standing_sentence(const struct reply *reply)
{
	const char *msgid = standing_sentences[reply->standing];

	return buffer_format(_(msgid), reply->code, reply->sources->rfc);
}

/* Adds "Only 501 answers QUIT." where there is something only one answers. */
static void add_only(struct buffer *out, int code, unsigned stages)
{
	char *names;

	if (!stages)
		return;
	names = stages_text(stages);
	if (out->length)
		buffer_puts(out, " ");
	buffer_printf(out, _("Only %1$d answers %2$s."), code, names);
	free(names);
}

static char *stages_sentences(const struct reply *a, const struct reply *b)
{
	struct buffer out = { 0 };
	unsigned any = STAGE_BIT(STAGE_ANY);
	char *names;

	if (a->stages & b->stages & any)
		return NULL;
	if (b->stages & any)
		return stages_sentences(b, a);
	if (a->stages & any) {
		names = stages_text(b->stages);
		buffer_printf(&out, _("%1$d can answer any command; %2$d answers only %3$s."),
			      a->code, b->code, names);
	} else if (a->stages & b->stages) {
		names = stages_text(a->stages & b->stages);
		buffer_printf(&out, _("Both can answer %s."), names);
		add_only(&out, a->code, a->stages & ~b->stages);
		add_only(&out, b->code, b->stages & ~a->stages);
	} else {
		char *other = stages_text(b->stages);

		names = stages_text(a->stages);
		buffer_printf(&out, _("The two never answer the same: %1$d answers %2$s; %3$d answers %4$s."),
			      a->code, names, b->code, other);
		free(other);
	}
	free(names);
	return buffer_take(&out);
}

static void add_differences(struct sentences *list, const struct reply *a,
			    const struct reply *b)
{
	if (outcome_of(a->code) != outcome_of(b->code))
		add_values(list, a, b, outcome_sentences[outcome_of(a->code)],
			   outcome_sentences[outcome_of(b->code)]);
	if (a->retry != b->retry)
		add_values(list, a, b, retry_sentences[a->retry], retry_sentences[b->retry]);
	if (a->actor != b->actor)
		add_values(list, a, b, actor_sentences[a->actor], actor_sentences[b->actor]);
	if (fact_known(a, FACT_STAGES) && fact_known(b, FACT_STAGES) &&
	    a->stages != b->stages) {
		char *text = stages_sentences(a, b);

		if (text)
			add(list, text);
	}
	if (fact_known(a, FACT_CLOSES) && fact_known(b, FACT_CLOSES) &&
	    a->closes != b->closes)
		add_values(list, a, b, closes_sentences[a->closes],
			   closes_sentences[b->closes]);
	if (category_of(a->code) != category_of(b->code) &&
	    category_of(a->code) != CATEGORY_UNSPECIFIED &&
	    category_of(b->code) != CATEGORY_UNSPECIFIED)
		add_values(list, a, b, category_sentences[category_of(a->code)],
			   category_sentences[category_of(b->code)]);
	if (a->standing != b->standing)
		add_both(list, standing_sentence(a), standing_sentence(b));
	else if (a->standing == STANDING_EXTENSION && a->sources->rfc != b->sources->rfc)
		add(list, buffer_format(_("They come from different extensions: %1$d from RFC %2$d, %3$d from RFC %4$d."),
				      a->code, a->sources->rfc, b->code, b->sources->rfc));
	if (!list->count)
		add(list, buffer_format(_("Every structured field is the same; what differs is the meaning: %1$d is \"%2$s\", %3$d is \"%4$s\"."),
				      a->code, _(a->title), b->code, _(b->title)));
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

struct comparison *comparison_create(int a, int b)
{
	struct comparison *c = xcalloc(1, sizeof(*c));
	const struct pair *pair = catalogue_pair(a, b);
	const struct reply *sides[] = { &c->a, &c->b };

	c->a = catalogue_reply(a);
	c->b = catalogue_reply(b);
	c->summary = summary(&c->a, &c->b);
	if (pair) {
		for (const char *const *text = pair->differences; *text; text++)
			add(&c->differences, xstrdup(_(*text)));
		for (const char *const *text = pair->use; *text; text++)
			add(&c->rules, xstrdup(_(*text)));
	}
	add_differences(&c->differences, &c->a, &c->b);
	for (size_t i = 0; i < 2; i++) {
		add(&c->receive, reply_react(sides[i]));
		if (sides[i]->use)
			add(&c->send, xstrdup(_(sides[i]->use)));
	}
	c->sources = merged_sources(c->a.sources, c->b.sources);
	return c;
}

static void sentences_free(struct sentences *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->text[i]);
	free(list->text);
}

void comparison_free(struct comparison *c)
{
	if (!c)
		return;
	free(c->summary);
	sentences_free(&c->differences);
	sentences_free(&c->rules);
	sentences_free(&c->receive);
	sentences_free(&c->send);
	free(c->sources);
	free(c);
}
