#include "model/conflict.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/judgement.h"

/* Every format of this file is a literal, or its translation, whose directives
   msgfmt --check compares. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The class of the reply code against that of the enhanced code: RFC 2034, section 4,
   wants them to be the same. %1$s is the reply code, %2$s the enhanced one. */
static const char *const between_classes[OUTCOMES][OUTCOMES] = {
	[OUTCOME_DONE] = {
		[OUTCOME_TEMPORARY] = N_("%1$s accepts, but %2$s speaks of a failure for now. A client goes on as after any success; only the receiving side knows what became of the message."),
		[OUTCOME_PERMANENT] = N_("%1$s accepts, but %2$s speaks of a failure for good. A client goes on as after any success; only the receiving side knows what became of the message."),
	},
	[OUTCOME_TEMPORARY] = {
		[OUTCOME_DONE] = N_("%1$s refuses for now, but %2$s speaks of success. A client obeys %1$s and tries again."),
		[OUTCOME_PERMANENT] = N_("%1$s refuses for now, but %2$s speaks of a failure for good. A client obeys %1$s and tries again until its queue gives up."),
	},
	[OUTCOME_PERMANENT] = {
		[OUTCOME_DONE] = N_("%1$s refuses for good, but %2$s speaks of success. A client obeys %1$s and returns the message."),
		[OUTCOME_TEMPORARY] = N_("%1$s refuses for good, but %2$s speaks of a failure for now. A client obeys %1$s and returns the message."),
	},
};

/* Details so general that servers put them where their rule names none. */
static bool general(const struct status_code *status)
{
	return status->detail == 0 || (status->subject == 7 && status->detail == 1);
}

/* Which of the two probably tells the truth, and why; owned by the caller. */
static char *truth(const struct judgement *of, enum outcome of_status, const char *code,
		   const char *status)
{
	enum retry words = of->wording ? of->wording->retry : RETRY_VARIES;
	bool words_wait = words == RETRY_SAME_LATER;

	if (of->outcome == OUTCOME_DONE)
		return buffer_format(_("Believe %s, for a server has no reason to report a failure that did not happen."), status);
	if (of_status == OUTCOME_DONE)
		return buffer_format(_("Believe %s: somebody set the code of a rule and forgot the rest."), code);
	if (words_wait || words == RETRY_FIX_FIRST)
		return buffer_format(_("The words side with %s, so believe that one."),
				     words_wait == (of_status == OUTCOME_TEMPORARY) ? status : code);
	if (general(&of->status.status))
		return buffer_format(_("Believe %1$s, for %2$s is so general that it probably stands there by default."), code, status);
	return buffer_format(_("Believe %s, for it names one cause and nobody writes that by accident."), status);
}

static bool classes_differ(const struct judgement *of)
{
	return of->code.kind && of->said->status.class &&
	       of->outcome != status_outcome(&of->said->status) && of->outcome != OUTCOME_GO_ON &&
	       of->outcome != OUTCOME_NO_REPLY;
}

static void add_classes(struct sentences *list, const struct judgement *of)
{
	enum outcome of_status = status_outcome(&of->said->status);
	char *code = code_text(&of->code), *status = code_text(&of->status);
	char *what = buffer_format(_(between_classes[of->outcome][of_status]), code, status);
	char *why = truth(of, of_status, code, status);

	sentences_add(list, buffer_format("%s %s", what, why));
	free(what);
	free(why);
	free(code);
	free(status);
}

/* Tells whether a list of enhanced codes, "X.2.2" and so on, holds one. */
static bool holds(const char *const *list, const char *code)
{
	for (; *list; list++)
		if (!strcmp(*list, code))
			return true;
	return false;
}

/* Tells whether the cause that the words name is one that the codes are meant for, as a
   full mailbox is for 552. */
static bool expected(const struct judgement *of)
{
	struct code told = code_read(of->wording->tells ? of->wording->tells : "");

	if (told.kind == CODE_NONE)
		return false;
	if (of->status.kind == CODE_STATUS)
		return told.status.subject == of->status.status.subject &&
		       told.status.detail == of->status.status.detail;
	return of->code.kind == CODE_REPLY &&
	       holds(catalogue_reply(of->code.reply).statuses, of->wording->tells);
}

/* The code against what the words say of another attempt. */
static void add_words(struct sentences *list, const struct judgement *of, const char *name)
{
	enum retry words = of->wording->retry;

	if (of->outcome == OUTCOME_TEMPORARY && words == RETRY_FIX_FIRST)
		sentences_add(list, buffer_format(_("%s asks to try again, but the words describe something that does not pass by itself. A client obeys the code and tries until its queue gives up; believe the words, for they were written for this case."), name));
	else if (of->outcome == OUTCOME_PERMANENT && words == RETRY_SAME_LATER && !expected(of))
		sentences_add(list, buffer_format(_("%s refuses for good, but the words describe something that passes. A client obeys the code and returns the message; believe the words, and send it again once the cause is gone."), name));
}

/* The codes that say no more than that it failed; any cause stands beside them. */
static bool says_little(int code)
{
	static const int little[] = { 421, 450, 451, 550, 554 };

	for (size_t i = 0; i < sizeof(little) / sizeof(*little); i++)
		if (little[i] == code)
			return true;
	return false;
}

/* Tells whether the code beside the words names another cause than they do. */
static bool names_another(const struct judgement *of)
{
	const struct status_code *status = &of->said->status;
	struct code told = code_read(of->wording->tells);

	if (status->class)
		return !general(status) && status_entry(status).standing <= STANDING_REGISTERED &&
		       status_entry(status).standing != STANDING_UNASSIGNED &&
		       (told.status.subject != status->subject ||
			told.status.detail != status->detail);
	if (of->code.kind == CODE_NONE || outcome_of(of->code.reply) < OUTCOME_TEMPORARY)
		return false;
	return !says_little(of->code.reply) &&
	       *catalogue_reply(of->code.reply).statuses &&
	       !holds(catalogue_reply(of->code.reply).statuses, of->wording->tells);
}

/* A code against the cause that the words name: a slip, or a vendor's own meaning. */
static void add_cause(struct sentences *list, const struct judgement *of)
{
	bool has_status = of->said->status.class;
	struct code told = code_read(of->wording->tells);
	struct entry named, meant;

	if (!names_another(of))
		return;
	entry_create(&named, has_status ? &of->status : &of->code);
	entry_create(&meant, &told);
	if (has_status && of->wording->provider)
		sentences_add(list, buffer_format(_("In the registry %1$s is \"%2$s\"; here %3$s means \"%4$s\" by it (%5$s). Believe the words."),
						  named.name, _(named.title), of->wording->provider,
						  _(meant.title), meant.name));
	else
		sentences_add(list, buffer_format(_("%1$s is \"%2$s\", but the words say \"%3$s\" (%4$s). A client obeys the first digit either way; believe the words about the cause, for they were written for this case."),
						  named.name, _(named.title), _(meant.title), meant.name));
	entry_free(&named);
	entry_free(&meant);
}

/* The Status: or dsn= field, which the sending system writes itself. */
static void add_report(struct sentences *list, const struct judgement *of, const char *name)
{
	const struct status_code *dsn = &of->said->dsn_status;
	struct code code = code_of_status(dsn);
	char *status;

	if (!dsn->class || of->code.kind == CODE_NONE)
		return;
	status = code_text(&code);
	if (of->outcome == OUTCOME_TEMPORARY && dsn->class == 5)
		sentences_add(list, buffer_format(_("The report or log says %1$s although the server said %2$s: the sending system has stopped trying. To try again, send it anew."), status, name));
	else if (of->outcome == OUTCOME_PERMANENT && dsn->class == 4)
		sentences_add(list, buffer_format(_("The report or log says %1$s although the server said %2$s: the sending system keeps the message and tries again all the same. Believe %2$s."), status, name));
	free(status);
}

void conflict_add(struct sentences *list, const struct judgement *of)
{
	char *name = code_text(of->code.kind ? &of->code : &of->status);

	if (classes_differ(of))
		add_classes(list, of);
	else if (of->wording)
		add_words(list, of, name);
	if (of->wording && of->wording->tells)
		add_cause(list, of);
	add_report(list, of, name);
	free(name);
}
