#include "model/catalogue.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xalloc.h"

static int compare_codes(const void *key, const void *entry)
{
	return *(const int *)key - ((const struct reply *)entry)->code;
}

const struct reply *catalogue_find(int code)
{
	return bsearch(&code, replies, replies_count, sizeof(*replies), compare_codes);
}

int catalogue_first(const struct code_range *range)
{
	if (range->first == range->last)
		return range->first;
	for (size_t i = 0; i < replies_count; i++)
		if (code_in_range(replies[i].code, range))
			return replies[i].code;
	return -1;
}

/* How exactly a code of a note names one: 2 by the code itself, 1 by X for its
   class, 0 not at all. */
static int names(const char *text, const struct code *code)
{
	struct code named = code_read(text), open = *code;

	if (code_same(&named, code))
		return 2;
	open.status.class = 0;
	return code->kind == CODE_STATUS && code_same(&named, &open);
}

const struct pair *catalogue_pair(const struct code *a, const struct code *b)
{
	const struct pair *best = NULL;
	int exact = 0;

	for (size_t i = 0; i < pairs_count; i++) {
		int in_order = names(pairs[i].a, a) * names(pairs[i].b, b);
		int turned = names(pairs[i].a, b) * names(pairs[i].b, a);
		int fits = in_order > turned ? in_order : turned;

		if (fits > exact) {
			exact = fits;
			best = &pairs[i];
		}
	}
	return best;
}

/* A code in no list: what its first digit obliges to. */
static const struct reply by_outcome[OUTCOMES] = {
	[OUTCOME_DONE] = {
		.retry = RETRY_NEXT_STEP,
		.title = N_("Unassigned success"),
		.brief = N_("%d is in no list of reply codes; its first digit, 2, says that the command succeeded."),
		.react = N_("If you get %d, treat it as 250: the command was done."),
	},
	[OUTCOME_GO_ON] = {
		.retry = RETRY_NEXT_STEP,
		.actor = ACTOR_CLIENT_SOFTWARE,
		.title = N_("Unassigned go-ahead"),
		.brief = N_("%d is in no list of reply codes; its first digit, 3, says that the server waits for more."),
		.react = N_("If you get %d and your client does not know what the server waits for, give the command up and send RSET or QUIT."),
	},
	[OUTCOME_TEMPORARY] = {
		.retry = RETRY_SAME_LATER,
		.title = N_("Unassigned temporary refusal"),
		.brief = N_("%d is in no list of reply codes; its first digit, 4, says that the command failed for now."),
		.react = N_("If you get %d, treat it as 450: keep the message and try the same again later."),
	},
	[OUTCOME_PERMANENT] = {
		.retry = RETRY_FIX_FIRST,
		.actor = ACTOR_VARIES,
		.title = N_("Unassigned permanent refusal"),
		.brief = N_("%d is in no list of reply codes; its first digit, 5, says that the command failed for good."),
		.react = N_("If you get %d, treat it as 550: do not send the same again, and return the message to its sender with the text of the reply."),
	},
	[OUTCOME_NO_REPLY] = {
		.retry = RETRY_FIX_FIRST,
		.actor = ACTOR_VARIES,
		.title = N_("A number without a meaning in SMTP"),
		.brief = N_("%d is no SMTP reply: a reply code starts with 2, 3, 4 or 5."),
		.react = N_("If you get %d, end the mail transaction and count the command as refused for good; then look at the program that printed the number, for it may have made it up itself."),
	},
};

#define DONE N_("No RFC and no list assigns this number. RFC 5321 tells a client to act on the first digit alone when it does not know the rest, so the command counts as done.")
#define GO_ON N_("No RFC and no list assigns this number. The first digit says that the server accepted the command so far and waits for more, but nobody has written down what it waits for.")
#define TEMPORARY N_("No RFC and no list assigns this number. RFC 5321 tells a client to act on the first digit alone when it does not know the rest: the command failed for now, the sending server keeps the message and tries again.")
#define PERMANENT N_("No RFC and no list assigns this number. RFC 5321 tells a client to act on the first digit alone when it does not know the rest: the command failed, and the same command will fail again.")
#define NO_REPLY N_("The grammar of SMTP has no reply code with this first digit. RFC 5321, section 4.2, says that a client should treat such a reply as fatal and end the mail transaction.")

#define SYNTAX N_("The second digit, 0, puts it among the replies about syntax: commands that are malformed, unknown or not implemented.")
#define INFORMATION N_("The second digit, 1, puts it among the replies that give information, such as help.")
#define CONNECTIONS N_("The second digit, 2, puts it among the replies about the connection itself.")
#define UNSPECIFIED N_("RFC 5321 leaves the meaning of the second digits 3 and 4 open; extensions use 3 for authentication.")
#define MAIL_SYSTEM N_("The second digit, 5, puts it among the replies about the mail system: mailboxes, storage, policy.")
#define ILLEGAL N_("The second digit breaks the grammar, which stops at 5, so a strict client may call the whole reply malformed. Such numbers often are an enhanced status code whose dots were dropped.")

#define BY_CATEGORY(outcome) {                                             \
	[CATEGORY_SYNTAX] = { outcome, SYNTAX, NULL },                     \
	[CATEGORY_INFORMATION] = { outcome, INFORMATION, NULL },           \
	[CATEGORY_CONNECTIONS] = { outcome, CONNECTIONS, NULL },           \
	[CATEGORY_UNSPECIFIED] = { outcome, UNSPECIFIED, NULL },           \
	[CATEGORY_MAIL_SYSTEM] = { outcome, MAIL_SYSTEM, NULL },           \
	[CATEGORY_ILLEGAL] = { outcome, ILLEGAL, NULL },                   \
}

static const char *const unassigned_description[OUTCOMES][CATEGORIES][3] = {
	[OUTCOME_DONE] = BY_CATEGORY(DONE),
	[OUTCOME_GO_ON] = BY_CATEGORY(GO_ON),
	[OUTCOME_TEMPORARY] = BY_CATEGORY(TEMPORARY),
	[OUTCOME_PERMANENT] = BY_CATEGORY(PERMANENT),
	[OUTCOME_NO_REPLY] = {
		[CATEGORY_SYNTAX] = { NO_REPLY }, [CATEGORY_INFORMATION] = { NO_REPLY },
		[CATEGORY_CONNECTIONS] = { NO_REPLY }, [CATEGORY_UNSPECIFIED] = { NO_REPLY },
		[CATEGORY_MAIL_SYSTEM] = { NO_REPLY }, [CATEGORY_ILLEGAL] = { NO_REPLY },
	},
};

struct reply catalogue_reply(int code)
{
	static const char *const no_text[] = { NULL };
	static const struct advice fix[] = {
		{ ACTOR_VARIES, N_("Read the text behind the number, and an enhanced status code if there is one: they are all that tells the cause.") },
		{ 0, NULL },
	};
	static const char *const send[] = {
		N_("Do not send it. RFC 5321, section 4.2.1, asks servers to use the codes there are and not to invent new ones."),
		NULL,
	};
	static const int no_codes[] = { 0 };
	static const struct source sources[] = {
		{ 5321, "4.2" }, { 5321, "4.2.1" }, { 5321, "4.3.2" }, { 0, NULL },
	};
	const struct reply *entry = catalogue_find(code);
	struct reply reply;

	if (entry)
		return *entry;
	reply = by_outcome[outcome_of(code)];
	reply.code = code;
	reply.standing = STANDING_UNASSIGNED;
	reply.description = unassigned_description[outcome_of(code)][category_of(code)];
	reply.when = no_text;
	reply.fix = fix;
	reply.send = send;
	reply.example = no_text;
	reply.statuses = no_text;
	reply.compare_with = no_codes;
	reply.sources = sources;
	reply.seen = no_text;
	return reply;
}

static char *with_code(const struct reply *reply, const char *msgid)
{
	if (reply->standing != STANDING_UNASSIGNED)
		return xstrdup(_(msgid));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	/* One of the formats above, or its translation, checked by msgfmt. */
	return buffer_format(_(msgid), reply->code);
#pragma GCC diagnostic pop
}

char *reply_brief(const struct reply *reply)
{
	return with_code(reply, reply->brief);
}

char *reply_react(const struct reply *reply)
{
	return with_code(reply, reply->react);
}

char *advice_text(const struct advice *advice)
{
	const char *lead = actor_leads[advice->who];

	return lead ? buffer_format("%s %s", _(lead), _(advice->text)) : xstrdup(_(advice->text));
}

char *source_url(const struct source *source)
{
	bool appendix = source->section[0] >= 'A';

	return buffer_format("https://www.rfc-editor.org/rfc/rfc%d.html#%s-%s", source->rfc,
			     appendix ? "appendix" : "section", source->section);
}
