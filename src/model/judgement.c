#include "model/judgement.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/conflict.h"

const struct word said_by_terms[SAID_BY_COUNT] = {
	[SAID_BY_UNKNOWN] = { "unknown", N_("the text does not say") },
	[SAID_BY_OURS] = { "ours", N_("the server that wrote this log, to its client") },
	[SAID_BY_REMOTE] = { "remote", N_("the receiving server") },
	[SAID_BY_LOCAL] = { "local", N_("no server: the sending system found it by itself") },
};

/* Whether to send it again, by what the client obeys. */
static const char *const verdicts[OUTCOMES] = {
	[OUTCOME_DONE] = N_("Success: nothing failed, and nothing has to be sent again."),
	[OUTCOME_GO_ON] = N_("No failure: the server waits for the client to go on."),
	[OUTCOME_TEMPORARY] = N_("Refused for now: the sending server tries again by itself."),
	[OUTCOME_PERMANENT] = N_("Refused for good: never send it again unchanged."),
	[OUTCOME_NO_REPLY] = N_("No SMTP reply begins with this digit; a client counts it as refused for good."),
};

/* The same for what the sending system found by itself. */
static const char *const findings[OUTCOMES] = {
	[OUTCOME_TEMPORARY] = N_("Failed for now: the sending server tries again by itself."),
	[OUTCOME_PERMANENT] = N_("Failed for good: never send it again unchanged."),
};

/* Tells whether the words speak of something that passes, or of something that does not. */
static bool words_say(const struct judgement *of, enum retry retry)
{
	return of->wording && of->wording->retry == retry;
}

static const char *verdict_of(const struct judgement *of)
{
	const struct said *said = of->said;
	bool later = of->outcome == OUTCOME_TEMPORARY, never = of->outcome == OUTCOME_PERMANENT;

	if (of->outcome == OUTCOME_DONE && said->status.class > 2)
		return N_("The reply code says success, but the enhanced status code speaks of a failure: find out whether the message arrived.");
	if (later && (said->gave_up || said->dsn_status.class == 5))
		return N_("It failed for now only, but the sending system has stopped trying: once the cause is gone, send it anew.");
	if (never && said->code && said->dsn_status.class == 4)
		return N_("Refused for good, but the sending system tries again all the same.");
	if (later && words_say(of, RETRY_FIX_FIRST))
		return N_("Refused for now, so the sending server tries again; by its words that will not help before something changes.");
	if (never && words_say(of, RETRY_SAME_LATER))
		return N_("Refused for good, so the sending server gives up; by its words the cause passes, so send it again later by hand.");
	return said->by == SAID_BY_LOCAL && (later || never) ? findings[of->outcome]
							      : verdicts[of->outcome];
}

static enum retry retry_of(const struct judgement *of)
{
	switch (of->outcome) {
	case OUTCOME_TEMPORARY: return RETRY_SAME_LATER;
	case OUTCOME_PERMANENT:
	case OUTCOME_NO_REPLY: return RETRY_FIX_FIRST;
	case OUTCOME_GO_ON: return RETRY_NEXT_STEP;
	default: break;
	}
	return of->code.kind == CODE_REPLY ? catalogue_reply(of->code.reply).retry
					   : RETRY_NOT_APPLICABLE;
}

static void find_actor_and_fix(struct judgement *of)
{
	static const struct advice nothing[] = { { 0, NULL } };
	static const struct advice again[] = {
		{ ACTOR_SENDING_USER, N_("Send it again later; the sending server has given it up and does not do so by itself.") },
		{ 0, NULL },
	};
	struct reply reply = { .actor = ACTOR_VARIES };
	struct status status = { .actor = ACTOR_VARIES };
	bool given_up;

	if (of->code.kind == CODE_REPLY) {
		reply = catalogue_reply(of->code.reply);
		of->actor = reply.actor;
		of->fix = reply.fix;
	}
	if (of->status.kind == CODE_STATUS)
		status = status_entry(&of->status.status);
	if (status.fix && (status.standing != STANDING_UNASSIGNED || !of->code.kind)) {
		of->actor = status.actor == ACTOR_VARIES && of->code.kind ? of->actor : status.actor;
		of->fix = status.fix;
	}
	/* What went well needs no repair. */
	if (of->outcome <= OUTCOME_GO_ON && of->said->status.class <= 2)
		of->fix = nothing;
	if (of->wording) {
		of->actor = of->wording->actor;
		of->fix = of->wording->fix;
	}
	/* That a cause passes helps nobody whose message was given up. */
	given_up = (of->outcome == OUTCOME_TEMPORARY && of->said->gave_up) ||
		   (of->outcome == OUTCOME_PERMANENT && words_say(of, RETRY_SAME_LATER));
	of->again = given_up ? again : nothing;
	if ((given_up || of->outcome == OUTCOME_PERMANENT) && of->actor == ACTOR_NONE)
		of->actor = ACTOR_SENDING_USER;
}

static const struct status_code *status_of(const struct said *said)
{
	return said->status.class ? &said->status : &said->dsn_status;
}

size_t judgement_codes(const struct said *said, struct code codes[2])
{
	size_t count = 0;

	if (said->code)
		codes[count++] = code_of_reply(said->code);
	if (status_of(said)->class)
		codes[count++] = code_of_status(status_of(said));
	return count;
}

void judgement_create(struct judgement *of, const struct said *said)
{
	const struct status_code *status = status_of(said);

	*of = (struct judgement){ .said = said, .actor = ACTOR_VARIES };
	if (said->code)
		of->code = code_of_reply(said->code);
	if (status->class)
		of->status = code_of_status(status);
	of->outcome = said->code ? outcome_of(said->code) : status_outcome(status);
	of->wording = wording_find(said->text, said->code, &said->status);
	of->retry = retry_of(of);
	find_actor_and_fix(of);
	of->verdict = xstrdup(_(verdict_of(of)));
	conflict_add(&of->conflicts, of);
}

void judgement_free(struct judgement *of)
{
	free(of->verdict);
	sentences_free(&of->conflicts);
}
