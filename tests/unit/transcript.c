/* Protects what the reader finds in replies as they are pasted, what it never takes
   for a reply, and its limits: however a text is cut, however long its lines and
   however many its replies. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/transcript.h"
#include "transcript-samples.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A reply as a server sent it, and what mail clients and pastes do to one. */
static const struct sample bare[] = {
	{ "550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n"
	  "550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n"
	  "550 5.7.26  For instructions go to https://support.google.com/mail  - gsmtp\n",
	  "*550 5.7.26 - - unknown 1|Your email has been blocked because the sender is "
	  "unauthenticated. Gmail requires all senders to authenticate with either SPF or "
	  "DKIM. For instructions go to https://support.google.com/mail - gsmtp\n" },
	{ "421-4.7.0 [198.51.100.7] Our system has detected an unusual rate of\n"
	  "421 4.7.0 unsolicited mail originating from your IP address.\n",
	  "*421 4.7.0 - - unknown 1|[198.51.100.7] Our system has detected an unusual rate of "
	  "unsolicited mail originating from your IP address.\n" },
	{ "450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see "
	  "http://postgrey.example/help",
	  "*450 4.2.0 - - unknown 1|<bob@example.com>: Recipient address rejected: Greylisted, "
	  "see http://postgrey.example/help\n" },
	{ "status=deferred (host mx.example.net[203.0.113.25] said: 451 4.7.651 The mail "
	  "server [198.51.100.7] has been temporarily rate limited due to IP reputation. "
	  "(S775) (in reply to MAIL FROM command))",
	  "*451 4.7.651 - MAIL remote 1|The mail server [198.51.100.7] has been temporarily "
	  "rate limited due to IP reputation. (S775)\n" },
	{ "Diagnostic-Code: smtp; 550 5.1.1 <x@example.com>: Recipient address\n"
	  "    rejected: User unknown in virtual mailbox table\n",
	  "*550 5.1.1 - - remote 1|<x@example.com>: Recipient address rejected: User unknown "
	  "in virtual mailbox table\n" },
	{ "550 5.1.1 No such user here",
	  "*550 5.1.1 - - unknown 1|No such user here\n" },
	{ "550 No such user here",
	  "*550 - - - unknown 1|No such user here\n" },
	{ "550 messages from you are refused",
	  "*550 - - - unknown 1|messages from you are refused\n" },
	{ "421",
	  "*421 - - - unknown 1|\n" },
	{ "421\n"
	  "\n"
	  "Hello\n",
	  "" },
	{ "452-4.2.2 The box is full.\n"
	  "452 4.2.2 Please try later.\n",
	  "*452 4.2.2 - - unknown 1|The box is full. Please try later.\n" },
	{ "550-First line\n"
	  "550-5.7.1 second line\n"
	  "550 third line\n",
	  "*550 5.7.1 - - unknown 1|First line second line third line\n" },
	{ "550-5.7.26 Unauthenticated mail. 550-5.7.26 See the guide at 550 5.7.26 "
	  "https://help.example.com/550 - x1.2 - mx",
	  "*550 5.7.26 - - unknown 1|Unauthenticated mail. See the guide at "
	  "https://help.example.com/550 - x1.2 - mx\n" },
	{ "550-5.7.26 Unauthenticated mail.\\n550-5.7.26 See the guide.\\n550 5.7.26 Bye.",
	  "*550 5.7.26 - - unknown 1|Unauthenticated mail. See the guide. Bye.\n" },
	{ "> 550-5.7.26 Your mail was blocked because the sender is\n"
	  "> unauthenticated.\n"
	  "> 550 5.7.26 For instructions go to the pages of help that are at\n"
	  "> https://help.example.com/a\n"
	  ">\n"
	  "> Bob",
	  "*550 5.7.26 - - unknown 1|Your mail was blocked because the sender is "
	  "unauthenticated. For instructions go to the pages of help that are at "
	  "https://help.example.com/a\n" },
	{ "550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown\n"
	  "in virtual mailbox table\n",
	  "*550 5.1.1 - - unknown 1|<bob@example.com>: Recipient address rejected: User "
	  "unknown in virtual mailbox table\n" },
	{ "550 5.1.1 <bob@example.com>: Recipient address\n"
	  "    rejected: User unknown\n",
	  "*550 5.1.1 - - unknown 1|<bob@example.com>: Recipient address rejected: User "
	  "unknown\n" },
	{ "  550 5.1.1 no   such\tuser  \r\n"
	  "\r\n"
	  "Hello\r\n",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "550-a\r\n"
	  "550 b\r\n",
	  "*550 - - - unknown 1|a b\n" },
	{ "550\n"
	  "5.1.1 no such user\n",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "one\r550 5.1.1 no such user\rthree\r",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "550 5.1.1 bo\356te inconnue \303\251\n",
	  "*550 5.1.1 - - unknown 1|bo\357\277\275te inconnue \303\251\n" },
	{ "550 550 5.1.1 no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "550: 5.1.1 no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "550 #5.1.1 no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "550 (5.1.1) no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "550-'5.1.1 no such user'",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "552 1 Requested mail action aborted, mailbox not found",
	  "*552 - - - unknown 1|1 Requested mail action aborted, mailbox not found\n" },
	{ "553 sorry, that domain is not in my list (#5.7.1)",
	  "*553 5.7.1 - - unknown 1|sorry, that domain is not in my list (#5.7.1)\n" },
	{ "554 Mail from 198.51.100.7 refused - 5.7.1 [B1] see "
	  "http://example.com/errors/550-b1.html [550]",
	  "*554 5.7.1 - - unknown 1|Mail from 198.51.100.7 refused - 5.7.1 [B1] see "
	  "http://example.com/errors/550-b1.html [550]\n" },
	{ "421 4.7.0 [T1] Messages from 198.51.100.7 deferred - 4.20.31.2; see "
	  "https://example.com/",
	  "*421 4.7.0 - - unknown 1|[T1] Messages from 198.51.100.7 deferred - 4.20.31.2; see "
	  "https://example.com/\n" },
	{ "254 4.7.1 suppressed",
	  "254 4.7.1 - - unknown 1|suppressed\n" },
	{ "5.1.1 <bob@example.com>... User unknown",
	  "*- 5.1.1 - - unknown 1|<bob@example.com>... User unknown\n" },
	{ "Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/",
	  "*- 5.1.1 - - local 1|Sorry, no mailbox here by that name. (#5.1.1)\n" },
	{ "The error: 550 5.1.1 The mailbox that this letter was meant for is not k=\n"
	  "nown here. Please try again later with another address that is right, o=\n"
	  "kay.\n",
	  "*550 5.1.1 - - unknown 1|The mailbox that this letter was meant for is not known "
	  "here. Please try again later with another address that is right, okay.\n" },
	{ "The server said:\n"
	  "\n"
	  "554 Go away\n"
	  "\n"
	  "Bob\n",
	  "*554 - - - remote 1|Go away\n" },
	{ "550\302\2405.1.1\302\240no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "\357\273\277550 5.1.1 no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "\343\202\250\357\274\232550 5.1.1 no such user",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "\351\200\200\344\277\241\357\274\232550 User not found",
	  "*550 - - - unknown 1|User not found\n" },
	{ "The server responded with 550 no such user. It said 452 messages wait.",
	  "*550 - - - remote 1|no such user. It said 452 messages wait.\n" },
	{ "SMTP Error (550): Failed to add recipient (5.1.1 no such user)",
	  "*550 5.1.1 - - unknown 1|Failed to add recipient (5.1.1 no such user)\n" },
	{ "{\"code\":550,\"message\":\"5.1.1 no such user\"}",
	  "*550 5.1.1 - - unknown 1|message\":\"5.1.1 no such user\"}\n" },
	{ "response: '550 5.1.1 no such user',\n"
	  "  responseCode: 550,\n",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
	{ "smtplib: {'bob@example.com': (550, b'5.1.1 no such user')}",
	  "*550 5.1.1 - - unknown 1|no such user\n" },
};

static void test_bare(void **state)
{
	(void)state;
	check_samples(bare, COUNT(bare));
}

/* Numbers that are no codes, each in the place where a log or a mail has it. */
static const char *const traps[] = {
	"Jan  1 10:00:00 mx postfix/smtpd[550]: connect from unknown[198.51.100.250]",
	"Jan  1 10:00:00 mx postfix/smtpd[1]: connect from 203-0-113-250.pool250-60-238.example.com",
	"Jan  1 10:00:00 mx postfix/smtpd[1]: connect from x[2001:db8:550:451::250]",
	"Jan  1 10:00:00 mx postfix/smtp[1]: A1: to=<a@example.com>, relay=x[203.0.113.5]:465, delay=423, "
	"delays=563/250/0.02/3.3, dsn=2.0.0, status=sent (delivered to maildir)",
	"Jan  1 10:00:00 mx postfix/smtpd[1]: disconnect from x[203.0.113.5] ehlo=2 rcpt=0/550 commands=451",
	"Jan  1 10:00:00 mx postfix/smtp[1]: Trusted TLS connection established to x[203.0.113.5]:25: "
	"TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)",
	"Jan  1 10:00:00 mx postfix/anvil[550]: statistics: max connection rate 450/60s for (smtp:198.51.100.5)",
	"Jan  1 10:00:00 mx postfix/smtpd[1]: warning: Connection rate limit exceeded: 551 from x[203.0.113.5]",
	"Jan  1 10:00:00 mx postfix/master[1]: daemon started -- version 2.10.3, configuration 4.8.2",
	"Jan  1 10:00:00 mx postfix/postsuper[1]: Deleted: 450 messages",
	"250 messages wait, 300 bytes each",
	"Jan  1 10:00:00 mx sm-mta[592]: u31: from=www, size=552, class=0, pri=450, ctladdr=www (503/503)",
	"Jan  1 10:00:00 mx sm-mta[592]: u31: to=a, delay=1+14:41:13, dsn=2.0.0, stat=Sent (OK id=550)",
	"Jan  1 10:00:00 mx sendmail[1]: sendmail 8.14.4/8.14.4; daemon 5.1.1 started",
	"2020-01-01 10:00:00 1a-2b <= a@example.org H=x [198.51.100.1]:587 I=[203.0.113.1]:465 "
	"X=TLS1.2:ECDHE-RSA-AES256-SHA:256 CV=no S=250 id=550.451@example.org",
	"2020-01-01 10:00:00 1a-2b == a@example.org R=r T=t defer (-44): retry time not reached (110)",
	"2020-01-01 10:00:00 1a-2b DKIM: d=example.com a=rsa-sha1 b=512 [failed - key too short] bits: 512 h=x",
	"2020-01-01 10:00:00 1a-2b malware acl condition: scanner : 451 engine error 13",
	"2020-01-01 10:00:00 EHLO response must not contain newlines: message truncated: 250 One\\nother",
	"2020-01-01 10:00:00 message too big: read=551 max=512",
	"2020-01-01 10:00:00 1a-2b rejected RCPT <a@example.org>: relay not permitted on port 587",
	"2020-01-01 10:00:00 1a-2b helo \\345\\244\\251?\\250",
	"Jan  1 10:00:00 mx qmail: 1577872800.451250 starting delivery 251: msg 550 to remote a@example.com",
	"Jan  1 10:00:00 mx qmail: 1577872800.451250 info msg 550: bytes 550 from <a@example.com> qp 550 uid 451",
	"Jan  1 10:00:00 mx policyd[1]: action=DUNNO helo=<x> 294",
	"Jan  1 10:00:00 mx amavis[554]: (00554-01) Passed CLEAN, [198.51.100.5] size: 550, 451 ms",
	"Jan  1 10:00:00 mx dovecot: imap(a)<550><x>: Logged out in=550 out=451",
	"Jan  1 10:00:00 mx CRON[550]: (root) CMD (500 -x)",
	"See https://example.com/?code=550&x=5.1.1 and http://example.com/errors/550-b1.html",
	"Call +1 555 550 1234, 1-555-451-5555 or 555-1234",
	"555-1234",
	"On 2024-05-01 at 10:25:50 somebody with 127.0.0.4 wrote 550 words",
	"X-Mailer: 5.1.1 (beta)\nReceived: by x (8.14.4/5.1.1) id 550; Tue, 13 Dec 2016 10:00:00 +0500",
	"Winsock error code: 10061",
	"signer: example.com bits: 512",
	"Listening on: 550",
	"See http://example.com/550 5.1.1 and AB550 5.1.1 of mx-550 5.1.1",
	"Jan  1 10:00:00 mx x[1]: result: 500 uid=5",
	"Jan  1 10:00:00 mx x[1]: library: 5.1.1 loaded",
	"Jan  1 10:00:00 mx postfix/cleanup[1]: A1: hold: header Subject: 550 5.1.1 no from x[203.0.113.5]; "
	"from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<x>: 5.7.1 rule",
	"From: a@example.org\nSubject: what 550 5.1.1 means",
	"Diagnostic-Code: X-Unix; 255",
	"Status: RO",
	"250\n\n300\n",
};

static void test_traps(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(traps); i++) {
		char *found = describe(traps[i], strlen(traps[i]), SIZE_MAX);

		if (*found)
			fail_msg("in:\n%s\ngot:\n%s", traps[i], found);
		free(found);
	}
}

/* Replies that differ in addresses and numbers only are one, and others are not. */
static void test_counts(void **state)
{
	static const struct sample samples[] = {
		{ "550 5.1.1 <a@example.com>: no, see A1B2 at 198.51.100.7\n"
		  "550 5.1.1 <bob@example.net>: no, see FF0 at 2001:db8::1\n"
		  "550 5.1.1 <a@example.com>: not, see A1B2 at 198.51.100.7\n"
		  "550 5.1.2 <a@example.com>: no, see A1B2 at 198.51.100.7\n"
		  "551 5.1.1 <a@example.com>: no, see A1B2 at 198.51.100.7\n",
		  "*550 5.1.1 - - unknown 2|<a@example.com>: no, see A1B2 at 198.51.100.7\n"
		  "550 5.1.1 - - unknown 1|<a@example.com>: not, see A1B2 at 198.51.100.7\n"
		  "550 5.1.2 - - unknown 1|<a@example.com>: no, see A1B2 at 198.51.100.7\n"
		  "551 5.1.1 - - unknown 1|<a@example.com>: no, see A1B2 at 198.51.100.7\n" },
		{ "250 Ok\n250 Ok\n354 Go on\n",
		  "250 - - - unknown 2|Ok\n354 - - - unknown 1|Go on\n" },
	};

	(void)state;
	check_samples(samples, COUNT(samples));
}

static struct transcript *read_all(const char *bytes, size_t length)
{
	struct transcript_reader *reader = transcript_reader_create();

	transcript_feed(reader, bytes, length);
	return transcript_finish(reader);
}

/* NUL and bytes that are no UTF-8 become U+FFFD, control characters stay. */
static void test_bytes(void **state)
{
	static const char bytes[] = "550 5.1.1 a\033[31mb\000c\xee t\xc3\xa9\n";
	struct transcript *transcript = read_all(bytes, sizeof(bytes) - 1);

	(void)state;
	assert_int_equal(transcript->count, 1);
	assert_string_equal(transcript->replies[0].text,
			    "a\033[31mb\xef\xbf\xbd" "c\xef\xbf\xbd t\xc3\xa9");
	transcript_free(transcript);
}

/* Feeds a text again and again. */
static struct transcript *read_repeated(const char *start, const char *text, size_t times)
{
	struct transcript_reader *reader = transcript_reader_create();

	transcript_feed(reader, start, strlen(start));
	for (size_t i = 0; i < times; i++)
		transcript_feed(reader, text, strlen(text));
	return transcript_finish(reader);
}

/* A line without end is cut, and what is kept of it is read. */
static void test_lines(void **state)
{
	static char line[TRANSCRIPT_LINE_BYTES + 2];
	struct transcript *transcript = read_repeated("550 5.1.1 no ", "x ", TRANSCRIPT_LINE_BYTES);

	(void)state;
	assert_int_equal(transcript->count, 1);
	assert_int_equal(transcript->replies[0].code, 550);
	assert_true(transcript->lines_cut);
	transcript_free(transcript);
	memset(line, 'x', sizeof(line));
	line[sizeof(line) - 1] = '\n';
	transcript = read_all(line, sizeof(line));
	assert_true(transcript->lines_cut);
	transcript_free(transcript);
	transcript = read_repeated("", "x", TRANSCRIPT_LINE_BYTES);
	assert_false(transcript->lines_cut);
	transcript_free(transcript);
}

/* A reply without end is one, and its text is cut. */
static void test_texts(void **state)
{
	struct transcript *transcript = read_repeated("", "550-still here\n", 100000);

	(void)state;
	assert_int_equal(transcript->count, 1);
	assert_true(strlen(transcript->replies[0].text) <= TRANSCRIPT_TEXT_BYTES);
	assert_true(strlen(transcript->replies[0].text) > TRANSCRIPT_TEXT_BYTES / 2);
	assert_true(transcript->lines_cut);
	transcript_free(transcript);
	transcript = read_repeated("", "550 a\n550 b\n", 10);
	assert_false(transcript->lines_cut);
	transcript_free(transcript);
}

/* More replies than are kept are counted where they are known, and named as lost. */
static void test_replies(void **state)
{
	struct transcript_reader *reader = transcript_reader_create();
	struct transcript *transcript;

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < TRANSCRIPT_REPLIES + 5; i++) {
			char line[] = "550 no aaaa\n";

			for (int n = i, at = 7; at < 11; at++, n /= 26)
				line[at] += (char)(n % 26);
			transcript_feed(reader, line, strlen(line));
		}
	}
	transcript = transcript_finish(reader);
	assert_int_equal(transcript->count, TRANSCRIPT_REPLIES);
	assert_true(transcript->replies_lost);
	assert_int_equal(transcript->replies[TRANSCRIPT_REPLIES - 1].count, 2);
	assert_string_equal(transcript->replies[TRANSCRIPT_REPLIES - 1].text, "no puoa");
	transcript_free(transcript);
}

/* Noise is read the same whole and in pieces; it may hold anything. */
static void test_noise(void **state)
{
	static const char alphabet[] = "5550..-- \n\r\t()<>[]\"'#:;,=_/\\n1245said: S: C: RCPT TO\xff\xc3";
	static char noise[200000];
	uint32_t random = 1;
	char *whole, *pieces;

	(void)state;
	for (size_t i = 0; i < sizeof(noise); i++) {
		random = random * 1664525 + 1013904223;
		noise[i] = alphabet[(random >> 16) % (sizeof(alphabet) - 1)];
	}
	whole = describe(noise, sizeof(noise), SIZE_MAX);
	pieces = describe(noise, sizeof(noise), 3);
	assert_string_equal(whole, pieces);
	assert_true(*whole);
	free(whole);
	free(pieces);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bare),
		cmocka_unit_test(test_traps),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_replies),
		cmocka_unit_test(test_noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
