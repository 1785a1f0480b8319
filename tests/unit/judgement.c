/* Protects what a reply is judged to come to: the first digit of the reply code decides,
   words and status say who acts and what to do, and every contradiction is told with
   which to obey and which to believe. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/xalloc.h"
#include "model/judgement.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct said said(int code, const char *status, const char *dsn, const char *text)
{
	struct said reply = { .code = code, .text = xstrdup(text), .stage = STAGES, .count = 1 };

	if (*status)
		assert_true(status_parse(status, &reply.status));
	if (*dsn)
		assert_true(status_parse(dsn, &reply.dsn_status));
	return reply;
}

static void test_outcome(void **state)
{
	static const struct {
		int code;
		const char *status, *text;
		enum retry retry;
		const char *verdict;
	} cases[] = {
		{ 250, "2.0.0", "Ok", RETRY_NEXT_STEP, "Success" },
		{ 354, "", "go ahead", RETRY_NEXT_STEP, "No failure" },
		{ 450, "", "busy", RETRY_SAME_LATER, "Refused for now" },
		{ 550, "", "no", RETRY_FIX_FIRST, "Refused for good" },
		{ 599, "", "no", RETRY_FIX_FIRST, "Refused for good" },
		{ 650, "", "what", RETRY_FIX_FIRST, "No SMTP reply" },
		{ 0, "4.4.1", "timed out", RETRY_SAME_LATER, "Refused for now" },
		{ 0, "5.1.1", "nobody", RETRY_FIX_FIRST, "Refused for good" },
		{ 0, "5.7.100", "in no list", RETRY_FIX_FIRST, "Refused for good" },
		/* A client obeys the reply code, whatever stands beside it. */
		{ 450, "5.1.1", "no", RETRY_SAME_LATER, "Refused for now" },
		{ 550, "4.7.1", "no", RETRY_FIX_FIRST, "Refused for good" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct said reply = said(cases[i].code, cases[i].status, "", cases[i].text);
		struct judgement judgement;

		judgement_create(&judgement, &reply);
		assert_int_equal(judgement.retry, cases[i].retry);
		assert_non_null(strstr(judgement.verdict, cases[i].verdict));
		/* What went well needs no repair. */
		assert_non_null(judgement.fix);
		assert_int_equal(judgement.fix->text != NULL, judgement.outcome > OUTCOME_GO_ON);
		judgement_free(&judgement);
		free(reply.text);
	}
}

/* Expects one contradiction that holds all of the texts; with a NULL, none. */
static void assert_conflict(int code, const char *status, const char *dsn, const char *text,
			    const char *what, const char *believe)
{
	struct said reply = said(code, status, dsn, text);
	struct judgement judgement;

	judgement_create(&judgement, &reply);
	if (!what && judgement.conflicts.count)
		fail_msg("%d %s %s: %s", code, status, text, judgement.conflicts.text[0]);
	if (what) {
		assert_int_equal(judgement.conflicts.count, 1);
		if (!strstr(judgement.conflicts.text[0], what) ||
		    !strstr(judgement.conflicts.text[0], believe))
			fail_msg("%d %s %s: %s", code, status, text, judgement.conflicts.text[0]);
	}
	judgement_free(&judgement);
	free(reply.text);
}

static void test_conflicts(void **state)
{
	(void)state;
	/* Class against class. */
	assert_conflict(550, "4.2.2", "", "no", "refuses for good, but 4.2.2", "Believe 4.2.2");
	assert_conflict(550, "4.7.1", "", "no", "refuses for good, but 4.7.1", "Believe 550");
	assert_conflict(450, "5.1.1", "", "no", "refuses for now, but 5.1.1", "Believe 5.1.1");
	assert_conflict(550, "4.7.1", "", "Greylisted, please try again later", "but 4.7.1",
			"side with 4.7.1");
	assert_conflict(450, "5.1.1", "", "User unknown", "but 5.1.1", "side with 5.1.1");
	assert_conflict(254, "4.7.1", "", "suppressed", "254 accepts", "Believe 4.7.1");
	assert_conflict(550, "2.0.0", "", "no", "speaks of success", "Believe 550");
	/* A code against its words. */
	assert_conflict(450, "", "", "User unknown", "450 asks to try again", "believe the words");
	assert_conflict(552, "", "", "mailbox not found", "552 is", "believe the words");
	/* The report against the reply. */
	assert_conflict(450, "4.2.0", "5.0.0", "busy", "says 5.0.0 although", "stopped trying");
	assert_conflict(550, "5.1.1", "4.1.1", "no", "says 4.1.1 although", "Believe 550");
	/* A vendor against the registry. */
	assert_conflict(550, "5.4.1", "", "Recipient address rejected: Access denied",
			"In the registry 5.4.1 is", "Believe the words");
}

static void test_no_conflict(void **state)
{
	(void)state;
	assert_conflict(550, "5.1.1", "", "User unknown", NULL, NULL);
	assert_conflict(550, "5.1.1", "5.1.1", "User unknown", NULL, NULL);
	assert_conflict(550, "", "5.0.0", "User unknown", NULL, NULL);
	assert_conflict(450, "4.2.0", "4.2.0", "Greylisted", NULL, NULL);
	assert_conflict(552, "5.2.2", "", "mailbox full", NULL, NULL);
	assert_conflict(554, "5.7.1", "", "<a@example.com>: Relay access denied", NULL, NULL);
	assert_conflict(250, "2.1.5", "", "Ok", NULL, NULL);
	assert_conflict(0, "5.1.1", "", "no mailbox here by that name", NULL, NULL);
}

/* Whatever the words: where the client gives up, somebody has to act, and where it tries
   again, the verdict does not say that it gives up. */
static void test_wordings(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * wordings_count; i++) {
		const struct wording *wording = &wordings[i / 2];
		struct said reply = {
			.code = wording->code ? wording->code : i % 2 ? 450 : 550, .stage = STAGES,
			.text = (char *)wording->fragments[0], .count = 1,
		};
		struct judgement judgement;

		judgement_create(&judgement, &reply);
		assert_non_null(judgement.verdict);
		if (judgement.outcome == OUTCOME_PERMANENT && judgement.actor == ACTOR_NONE)
			fail_msg("%d %s: nobody acts", reply.code, reply.text);
		assert_int_equal(judgement.retry == RETRY_SAME_LATER,
				 judgement.outcome == OUTCOME_TEMPORARY);
		judgement_free(&judgement);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_outcome),
		cmocka_unit_test(test_conflicts),
		cmocka_unit_test(test_no_conflict),
		cmocka_unit_test(test_wordings),
	};

	return cmocka_run_group_tests_name("judgement", tests, NULL, NULL);
}
