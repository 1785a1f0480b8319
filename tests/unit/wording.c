/* Protects what is said of the wording of a reply: that every entry is whole, that its
   codes exist, that it is found by its own words, that a longer match wins, and that
   replies that say nothing more than their code match nothing. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "model/wording.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Fewer letters than this would be met by accident. */
#define LETTERS_MIN 8

static const struct wording *find(const char *text, int code, const char *status)
{
	struct status_code own = { 0 };

	if (status && !status_parse(status, &own))
		fail_msg("not a status: %s", status);
	return wording_find(text, code, &own);
}

static void finds(const char *provider, const char *tells, const char *text, int code,
		  const char *status)
{
	const struct wording *wording = find(text, code, status);

	if (!wording)
		fail_msg("nothing found: %s", text);
	if (!wording->provider != !provider || (provider && strcmp(wording->provider, provider)))
		fail_msg("%s: %s", wording->provider ? wording->provider : "many", text);
	if (!wording->tells != !tells || (tells && strcmp(wording->tells, tells)))
		fail_msg("%s: %s", wording->tells ? wording->tells : "tells nothing", text);
}

static size_t letters(const struct wording *wording)
{
	size_t count = 0;

	for (const char *const *fragment = wording->fragments; *fragment; fragment++)
		count += strlen(*fragment);
	return count;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool same_fragments(const struct wording *a, const struct wording *b)
{
	size_t i = 0;

	while (a->fragments[i] && same(a->fragments[i], b->fragments[i]))
		i++;
	return !a->fragments[i] && !b->fragments[i];
}

static bool is_text(const char *text)
{
	return text && *text && text[strlen(text) - 1] == '.';
}

/* Tells whether somebody has advice; who varies has some for anybody. */
static bool is_advised(const struct wording *wording, enum actor actor)
{
	const struct advice *fix = wording->fix;

	while (fix->text && fix->who != actor && actor != ACTOR_VARIES)
		fix++;
	return fix->text != NULL;
}

static void test_entries(void **state)
{
	(void)state;
	assert_true(wordings_count > 0);
	for (size_t i = 0; i < wordings_count; i++) {
		const struct wording *wording = &wordings[i];

		assert_true(!wording->provider || *wording->provider);
		assert_true(wording->retry < RETRIES);
		assert_true(wording->actor < ACTORS);
		assert_true(is_text(wording->meaning));
		assert_true(*wording->source != '\0');
		if (!is_advised(wording, wording->actor))
			fail_msg("no advice for who has to act: %s", wording->fragments[0]);
		for (const struct advice *fix = wording->fix; fix->text; fix++)
			if (!is_text(fix->text))
				fail_msg("no sentence: %s", fix->text);
		if (letters(wording) < LETTERS_MIN)
			fail_msg("too short: %s", wording->fragments[0]);
		for (const char *const *fragment = wording->fragments; *fragment; fragment++)
			for (const char *c = *fragment; *c; c++)
				if (*c <= ' ' || *c >= 0x7f || (*c >= 'A' && *c <= 'Z'))
					fail_msg("not folded: %s", *fragment);
		for (size_t k = 0; k < i; k++)
			if (wordings[k].code == wording->code &&
			    same(wordings[k].status, wording->status) &&
			    same_fragments(&wordings[k], wording))
				fail_msg("twice: %s", wording->fragments[0]);
	}
}

static void test_codes(void **state)
{
	struct status_code code;

	(void)state;
	for (size_t i = 0; i < wordings_count; i++) {
		const struct wording *wording = &wordings[i];

		if (wording->code && !catalogue_find(wording->code))
			fail_msg("in no list: %d", wording->code);
		if (wording->status) {
			if (!status_parse(wording->status, &code) || code.detail < 0)
				fail_msg("not a status: %s", wording->status);
			if (!code.class && status_entry(&code).standing == STANDING_UNASSIGNED)
				fail_msg("in no list: %s", wording->status);
		}
		if (!wording->tells)
			continue;
		if (!status_parse(wording->tells, &code) || code.class || code.detail < 0 ||
		    status_entry(&code).standing != STANDING_REGISTERED)
			fail_msg("not registered: %s", wording->tells);
	}
}

/* The words of an entry, with an address between, lead to it or to a longer one. */
static void test_own_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < wordings_count; i++) {
		const struct wording *wording = &wordings[i], *found;
		struct status_code code = { 0 };
		struct buffer text = { 0 };
		char *reply;

		for (const char *const *fragment = wording->fragments; *fragment; fragment++)
			buffer_printf(&text, "%s <asha@example.com>\n", *fragment);
		if (wording->status) {
			status_parse(wording->status, &code);
			code.class = code.class ? code.class : 5;
		}
		reply = buffer_take(&text);
		found = wording_find(reply, wording->code, &code);
		if (!found || letters(found) < letters(wording))
			fail_msg("not found by its own words: %s", wording->fragments[0]);
		if (letters(found) == letters(wording) && strcmp(found->meaning, wording->meaning) &&
		    !same_fragments(found, wording))
			fail_msg("%s hides %s", found->fragments[0], wording->fragments[0]);
		free(reply);
	}
}

static void test_space_and_case(void **state)
{
	static const char *const texts[] = {
		"<omar@example.com>: Relay access denied",
		"<omar@example.com>: RELAY ACCESS DENIED",
		"relayaccessdenied",
		"<omar@example.com>: Relay\r\n    access\tdenied",
		"\x7f R e l a y access d\001enied \xe2\x80\xa6 \xff",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		finds("Postfix", "X.7.1", texts[i], 554, "5.7.1");
}

static void test_order(void **state)
{
	(void)state;
	finds("Postfix", "X.4.6", "mail for example.com loops back to myself", 554, "5.4.6");
	/* The fragments the other way round are other words. */
	finds(NULL, "X.4.6", "loops back to myself; mail for example.com", 554, "5.4.6");
}

static void test_precedence(void **state)
{
	(void)state;
	/* More letters win over fewer. */
	finds(NULL, "X.1.1", "no such user", 550, "5.1.1");
	finds(NULL, "X.1.1", "User unknown", 550, NULL);
	finds("Postfix", "X.1.1", "<x@example.com>: Recipient address rejected: User unknown in"
	      " virtual mailbox table", 550, "5.1.1");
	finds(NULL, "X.7.1", "Client host [192.0.2.7] blocked using dnsbl.example.org", 554, "5.7.1");
	finds("Spamhaus", "X.7.1", "Client host [192.0.2.7] blocked using zen.spamhaus.org;"
	      " https://www.spamhaus.org/query/ip/192.0.2.7", 554, "5.7.1");
	finds("Spamhaus", "X.3.5", "Client host [192.0.2.7] blocked using zen.spamhaus.org; Error:"
	      " open resolver; https://www.spamhaus.org/returnc/pub/192.0.2.1", 554, "5.7.1");
	/* Of equals, the one that names more. */
	finds("Outlook.com", "X.1.1", "Requested action not taken: mailbox unavailable", 550, "5.5.0");
	finds("Postfix", "X.7.1", "Recipient address rejected: Access denied", 554, "5.7.1");
	finds("Exchange Online", "X.1.1", "Recipient address rejected: Access denied", 550, "5.4.1");
	finds(NULL, "X.7.8", "no such user", 535, "5.7.8");
}

static void test_agreement(void **state)
{
	(void)state;
	/* A status with its class; X agrees with every class, but not with none. */
	finds("Gmail", "X.2.2", "The email account that you tried to reach is over quota.", 452, "4.2.2");
	assert_int_equal(find("that you tried to reach is over quota", 452, "4.2.2")->retry,
			 RETRY_SAME_LATER);
	assert_int_equal(find("that you tried to reach is over quota", 552, "5.2.2")->retry,
			 RETRY_FIX_FIRST);
	finds("Postfix", "X.7.27", "Domain does not accept mail (nullMX)", 550, "5.7.27");
	finds("Postfix", "X.7.27", "Domain does not accept mail (nullMX)", 450, "4.7.27");
	finds("Postfix", "X.1.10", "Domain does not accept mail (nullMX)", 556, "5.1.10");
	finds("Postfix", "X.1.10", "Domain does not accept mail (nullMX)", 556, NULL);
	assert_ptr_equal(wording_find("Domain does not accept mail (nullMX)", 556,
				      &(struct status_code){ 0, 7, 27 }),
			 find("Domain does not accept mail (nullMX)", 556, NULL));
	/* A code; without it the words say nothing. */
	finds("Oracle Cloud Email Delivery", "X.7.1", "Suppression for user", 254, "4.7.1");
	assert_null(find("Suppression for user", 250, NULL));
	assert_null(find("Suppression for user", 0, NULL));
}

/* Words that look like a failure in a reply that is none. */
static void test_innocent(void **state)
{
	static const struct {
		int code;
		const char *status, *text;
	} samples[] = {
		{ 220, NULL, "mx.example.com ESMTP Postfix" },
		{ 220, "2.0.0", "Ready to start TLS" },
		{ 220, NULL, "mx.example.com greylist try again later no such user" },
		{ 221, "2.0.0", "Bye" },
		{ 235, "2.7.0", "Authentication successful" },
		{ 250, "2.0.0", "Ok: queued as 4ABCDE1234" },
		{ 250, "2.1.5", "<asha@example.com>... Recipient ok" },
		{ 250, NULL, "SIZE 10240000 message too large" },
		{ 251, NULL, "User not local; will forward to <asha@example.net>" },
		{ 252, "2.0.0", "asha" },
		{ 334, NULL, "VXNlcm5hbWU6" },
		{ 354, NULL, "End data with <CR><LF>.<CR><LF>" },
		{ 421, NULL, "mx.example.com closing connection" },
		{ 450, NULL, "not now" },
		{ 500, "5.5.2", "Error: command not recognized" },
		{ 501, "5.5.4", "Syntax: MAIL FROM:<address>" },
		{ 502, "5.5.1", "VRFY command is disabled" },
		{ 503, "5.5.1", "Error: need MAIL command" },
		{ 550, NULL, "No" },
		{ 554, "5.0.0", "Transaction failed" },
		{ 0, NULL, "" },
		{ 0, NULL, "I like greyhounds, spam and the mail of my users" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		const struct wording *wording = find(samples[i].text, samples[i].code, samples[i].status);

		if (wording)
			fail_msg("%s: %s", wording->fragments[0], samples[i].text);
	}
}

/* What the registry says is not what these vendors mean. */
static void test_collisions(void **state)
{
	static const struct {
		int code;
		const char *status, *provider, *tells, *text;
	} samples[] = {
		{ 550, "5.7.27", "Gmail", "X.7.23", "Your email has been blocked because SPF does not pass." },
		{ 421, "4.7.30", "Gmail", "X.7.20", "rate limited because DKIM authentication didn't pass" },
		{ 421, "4.7.29", "Gmail", "X.7.10", "Gmail requires all bulk email senders to use TLS/SSL for SMTP" },
		{ 534, "5.7.14", "Gmail", "X.7.9", "Please log in through your web browser and then try again." },
		{ 553, "5.1.2", "Gmail", "X.1.3", "The recipient address <a b> is not a valid RFC-5321 address." },
		{ 550, "5.1.10", "Exchange Online", "X.1.1", "RESOLVER.ADR.RecipientNotFound; not found" },
		{ 550, "5.4.1", "Exchange Online", "X.1.1", "[x@example.com]: Recipient address rejected: Access denied" },
		{ 550, "5.1.8", "Exchange Online", "X.7.1", "Access denied, bad outbound sender" },
		{ 552, NULL, "Yahoo", "X.1.1", "1 Requested mail action aborted, mailbox not found" },
		{ 553, "5.7.2", "Yahoo", "X.7.1", "[TSS09] All messages from 192.0.2.1 will be permanently deferred" },
		{ 541, "5.4.1", "Zoho", "X.7.1", "Mail rejected by destination domain" },
		{ 452, "4.4.5", "Sendmail", "X.3.1", "Insufficient disk space; try again later" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++)
		finds(samples[i].provider, samples[i].tells, samples[i].text, samples[i].code,
		      samples[i].status);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entries),	       cmocka_unit_test(test_codes),
		cmocka_unit_test(test_own_words),      cmocka_unit_test(test_space_and_case),
		cmocka_unit_test(test_order),	       cmocka_unit_test(test_precedence),
		cmocka_unit_test(test_agreement),      cmocka_unit_test(test_innocent),
		cmocka_unit_test(test_collisions),
	};

	return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
