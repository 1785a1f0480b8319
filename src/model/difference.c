#include "model/difference.h"

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

/* What the two classes have to do with each other; %1$s is the code of the
   lower class. Only the fields above the diagonal are used. */
static const char *const between_classes[OUTCOMES][OUTCOMES] = {
	[OUTCOME_DONE] = {
		[OUTCOME_GO_ON] = N_("Neither is a failure: with %1$s the command is finished, with %2$s the server waits for the client to go on."),
		[OUTCOME_TEMPORARY] = N_("So %1$s is a success and %2$s is not yet one: the same attempt may still succeed later."),
		[OUTCOME_PERMANENT] = N_("So %1$s is a success, while %2$s is a refusal that the same attempt will meet again."),
	},
	[OUTCOME_GO_ON] = {
		[OUTCOME_TEMPORARY] = N_("So after %1$s the client goes on at once; after %2$s it stops and waits."),
		[OUTCOME_PERMANENT] = N_("So after %1$s the client goes on; after %2$s it stops, and only a change helps."),
	},
	[OUTCOME_TEMPORARY] = {
		[OUTCOME_PERMANENT] = N_("Both are refusals; the first digit decides what follows: after %1$s the sending server tries again by itself, after %2$s it gives up and returns the message."),
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

static bool is_reply(const struct entry *entry)
{
	return entry->code.kind == CODE_REPLY;
}

static enum contrast contrast(const struct entry *a, const struct entry *b)
{
	unsigned any = STAGE_BIT(STAGE_ANY);

	if (a->stages && b->stages && !((a->stages | b->stages) & any) &&
	    !(a->stages & b->stages))
		return CONTRAST_STAGES;
	return a->actor != b->actor ? CONTRAST_ACTOR : CONTRAST_CAUSE;
}

/* Tells whether the registry names a reply code beside an enhanced one. */
static bool paired(const struct entry *reply, const struct entry *status)
{
	for (const int *code = status->replies; *code; code++)
		if (*code == reply->code.reply)
			return true;
	return false;
}

/* A reply code and an enhanced one: whether they can stand in one reply. */
static char *relation_of_kinds(const struct entry *reply, const struct entry *status)
{
	if (reply->outcome == OUTCOME_GO_ON || reply->outcome == OUTCOME_NO_REPLY)
		return buffer_format(_("They never stand together: an enhanced status code belongs to a reply that begins with 2, 4 or 5 (RFC 2034, section 4), and %s is none."),
				     reply->name);
	if (!entry_open(status) && reply->outcome != status->outcome)
		return buffer_format(_("In one reply they contradict one another, since RFC 2034, section 4, wants the class of %2$s to be the first digit of the reply code; a client obeys %1$s."),
				     reply->name, status->name);
	if (entry_open(status)) {
		struct code code = status->code;
		char *name, *text;

		code.status.class = reply->code.reply / 100;
		name = code_text(&code);
		text = buffer_format(_("An enhanced status code stands behind a reply code and has its class: after %1$s it is %2$s. The client obeys the reply code."),
				     reply->name, name);
		free(name);
		return text;
	}
	return buffer_format(paired(reply, status)
		? _("They belong together in one reply: the client obeys %1$s, and %2$s behind it tells the cause; the registry pairs the two.")
		: _("They can stand in one reply: the client obeys %1$s, and %2$s behind it tells the cause."),
			     reply->name, status->name);
}

char *difference_relation(const struct entry *a, const struct entry *b)
{
	if (is_reply(a) != is_reply(b))
		return is_reply(a) ? relation_of_kinds(a, b) : relation_of_kinds(b, a);
	if (entry_open(a) && entry_open(b))
		return xstrdup(_("Both leave the class open: with 4 in place of the X the attempt failed for now, with 5 for good."));
	if (entry_open(a))
		return buffer_format(_("%1$s leaves the class open, %2$s does not: only the first digit tells whether the attempt failed, and whether for good."),
				     a->name, b->name);
	if (entry_open(b))
		return difference_relation(b, a);
	if (a->outcome == b->outcome)
		return xstrdup(_(within_class[a->outcome][contrast(a, b)]));
	if (a->outcome > b->outcome)
		return difference_relation(b, a);
	if (b->outcome == OUTCOME_NO_REPLY)
		return buffer_format(_("Only %1$s can come from a mail server that follows the protocol; %2$s cannot."),
				   a->name, b->name);
	return buffer_format(_(between_classes[a->outcome][b->outcome]), a->name, b->name);
}

/* One sentence for each value of a field; %s is the code. */
static const char *const outcome_sentences[OUTCOMES] = {
	[OUTCOME_DONE] = N_("%s says that the server did what it was asked to do."),
	[OUTCOME_GO_ON] = N_("%s says that the server accepted the command and waits for what belongs to it."),
	[OUTCOME_TEMPORARY] = N_("%s says that the server refused for now."),
	[OUTCOME_PERMANENT] = N_("%s says that the server refused for good."),
	[OUTCOME_NO_REPLY] = N_("%s says nothing: the protocol has no such first digit."),
};

static const char *const retry_sentences[RETRIES] = {
	[RETRY_NOT_APPLICABLE] = N_("After %s there is nothing to repeat."),
	[RETRY_NEXT_STEP] = N_("After %s the client goes on with its next step."),
	[RETRY_SAME_LATER] = N_("After %s the client tries the same again later."),
	[RETRY_FIX_FIRST] = N_("After %s something has to change before another attempt makes sense."),
	[RETRY_VARIES] = N_("Whether another attempt after %s makes sense depends on the case."),
};

static const char *const closes_sentences[CLOSES_COUNT] = {
	[CLOSES_NO] = N_("The connection stays open after %s."),
	[CLOSES_MAY] = N_("The server may close the connection after %s."),
	[CLOSES_YES] = N_("The server closes the connection after %s."),
};

static const char *const actor_sentences[ACTORS] = {
	[ACTOR_NONE] = N_("Nobody has to act on %s."),
	[ACTOR_CLIENT_SOFTWARE] = N_("The client software has to act on %s."),
	[ACTOR_SENDING_USER] = N_("The sender has to act on %s."),
	[ACTOR_SENDING_ADMIN] = N_("The sending administrator has to act on %s."),
	[ACTOR_RECIPIENT] = N_("The recipient has to act on %s."),
	[ACTOR_RECEIVING_ADMIN] = N_("The receiving administrator has to act on %s."),
	[ACTOR_VARIES] = N_("Who has to act on %s depends on the cause."),
};

static const char *const category_sentences[CATEGORIES] = {
	[CATEGORY_SYNTAX] = N_("The second digit of %s points to syntax: the command itself."),
	[CATEGORY_INFORMATION] = N_("The second digit of %s points to information that was asked for."),
	[CATEGORY_CONNECTIONS] = N_("The second digit of %s points to the connection."),
	[CATEGORY_MAIL_SYSTEM] = N_("The second digit of %s points to the mail system: mailboxes, storage, policy."),
	[CATEGORY_ILLEGAL] = N_("The second digit of %s is outside the grammar."),
};

static const char *const standing_sentences[STANDINGS] = {
	[STANDING_STANDARD] = N_("%1$s belongs to the base protocol; RFC %2$d describes it."),
	[STANDING_EXTENSION] = N_("%1$s exists only with a service extension; RFC %2$d describes it."),
	[STANDING_OBSOLETE] = N_("%1$s is obsolete; RFC %2$d described it."),
	[STANDING_NONSTANDARD] = N_("%s is seen in the wild, but no RFC defines it."),
	[STANDING_UNASSIGNED] = N_("%s is assigned by nobody."),
	[STANDING_REGISTERED] = N_("%1$s is in the registry of enhanced status codes, from RFC %2$d."),
	[STANDING_VENDOR] = N_("%s is not registered; vendors gave it its meaning."),
};

/* What the middle number of an enhanced code points to (RFC 3463, section 3). */
static const char *const subject_sentences[] = {
	N_("The 0 in the middle of %s leaves the subject open."),
	N_("The 1 in the middle of %s points to an address."),
	N_("The 2 in the middle of %s points to the mailbox of the recipient."),
	N_("The 3 in the middle of %s points to the receiving mail system."),
	N_("The 4 in the middle of %s points to the network and the route."),
	N_("The 5 in the middle of %s points to the commands between client and server."),
	N_("The 6 in the middle of %s points to the content of the message."),
	N_("The 7 in the middle of %s points to security or policy."),
};

#define SUBJECTS ((int)(sizeof(subject_sentences) / sizeof(*subject_sentences)))

/* Adds one paragraph of two sentences, one for each code. */
static void add_both(struct sentences *list, char *of_a, char *of_b)
{
	sentences_add(list, buffer_format("%s %s", of_a, of_b));
	free(of_a);
	free(of_b);
}

static void add_values(struct sentences *list, const struct entry *a, const struct entry *b,
		       const char *msgid_a, const char *msgid_b)
{
	add_both(list, buffer_format(_(msgid_a), a->name), buffer_format(_(msgid_b), b->name));
}

static char *standing_sentence(const struct entry *entry)
{
	const char *msgid = standing_sentences[entry->standing];

	return buffer_format(_(msgid), entry->name, entry->sources->rfc);
}

/* Adds "Only 501 answers QUIT." where there is something only one answers. */
static void add_only(struct buffer *out, const char *name, unsigned stages)
{
	char *commands;

	if (!stages)
		return;
	commands = stages_text(stages);
	if (out->length)
		buffer_puts(out, " ");
	buffer_printf(out, _("Only %1$s answers %2$s."), name, commands);
	free(commands);
}

static char *stages_sentences(const struct entry *a, const struct entry *b)
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
		buffer_printf(&out, _("%1$s can answer any command; %2$s answers only %3$s."),
			      a->name, b->name, names);
	} else if (a->stages & b->stages) {
		names = stages_text(a->stages & b->stages);
		buffer_printf(&out, _("Both can answer %s."), names);
		add_only(&out, a->name, a->stages & ~b->stages);
		add_only(&out, b->name, b->stages & ~a->stages);
	} else {
		char *other = stages_text(b->stages);

		names = stages_text(a->stages);
		buffer_printf(&out, _("The two never answer the same: %1$s answers %2$s; %3$s answers %4$s."),
			      a->name, names, b->name, other);
		free(other);
	}
	free(names);
	return buffer_take(&out);
}

static void add_category(struct sentences *list, const struct entry *a, const struct entry *b)
{
	if (is_reply(a)) {
		enum category of_a = category_of(a->code.reply), of_b = category_of(b->code.reply);

		if (of_a != of_b && of_a != CATEGORY_UNSPECIFIED && of_b != CATEGORY_UNSPECIFIED)
			add_values(list, a, b, category_sentences[of_a], category_sentences[of_b]);
	} else {
		int of_a = a->code.status.subject, of_b = b->code.status.subject;

		if (of_a != of_b && of_a < SUBJECTS && of_b < SUBJECTS)
			add_values(list, a, b, subject_sentences[of_a], subject_sentences[of_b]);
	}
}

/* The reply codes of an enhanced code: "450, 550". */
static char *codes_text(const int *codes)
{
	struct buffer out = { 0 };

	for (; *codes; codes++)
		buffer_printf(&out, "%s%d", out.length ? ", " : "", *codes);
	return buffer_take(&out);
}

static void add_pairing(struct sentences *list, const struct entry *a, const struct entry *b)
{
	char *of_a = codes_text(a->replies), *of_b = codes_text(b->replies);

	if (*of_a && *of_b && strcmp(of_a, of_b) != 0)
		sentences_add(list, buffer_format(_("The registry pairs %1$s with %2$s, and %3$s with %4$s."),
						  a->name, of_a, b->name, of_b));
	free(of_a);
	free(of_b);
}

static bool differ(const struct entry *a, const struct entry *b, enum fact fact)
{
	return fact_known(a, fact) && fact_known(b, fact) && !fact_same(a, b, fact);
}

void difference_add(struct sentences *list, const struct entry *a, const struct entry *b)
{
	char *stages;

	if (differ(a, b, FACT_OUTCOME))
		add_values(list, a, b, outcome_sentences[a->outcome], outcome_sentences[b->outcome]);
	if (a->retry != b->retry)
		add_values(list, a, b, retry_sentences[a->retry], retry_sentences[b->retry]);
	if (a->actor != b->actor)
		add_values(list, a, b, actor_sentences[a->actor], actor_sentences[b->actor]);
	if (differ(a, b, FACT_STAGES) && (stages = stages_sentences(a, b)))
		sentences_add(list, stages);
	if (differ(a, b, FACT_CLOSES))
		add_values(list, a, b, closes_sentences[a->closes], closes_sentences[b->closes]);
	if (is_reply(a) == is_reply(b))
		add_category(list, a, b);
	if (a->standing != b->standing)
		add_both(list, standing_sentence(a), standing_sentence(b));
	else if (a->standing == STANDING_EXTENSION && a->sources->rfc != b->sources->rfc)
		sentences_add(list, buffer_format(_("They come from different extensions: %1$s from RFC %2$d, %3$s from RFC %4$d."),
						  a->name, a->sources->rfc, b->name, b->sources->rfc));
	add_pairing(list, a, b);
	if (!list->count)
		sentences_add(list, buffer_format(_("Every structured field is the same; what differs is the meaning: %1$s is \"%2$s\", %3$s is \"%4$s\"."),
						  a->name, _(a->title), b->name, _(b->title)));
}
