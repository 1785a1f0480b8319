/* Protects what the reader finds in bounces, logs and sessions of every mail system:
   code, status, field, stage, who said it, and that one event is counted once. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "transcript-samples.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Bounces: the part for people and the delivery status tell one event. */
static const struct sample mails[] = {
	{ "<bob@example.com>: host mx.example.com[203.0.113.25] said: 550 5.1.1\n"
	  "    <bob@example.com>: Recipient address rejected: User unknown in virtual\n"
	  "    mailbox table (in reply to RCPT TO command)\n"
	  "\n"
	  "<ann@example.com>: host mx.example.com[203.0.113.25] said: 550 5.1.1\n"
	  "    <ann@example.com>: Recipient address rejected: User unknown in virtual\n"
	  "    mailbox table (in reply to RCPT TO command)\n"
	  "\n"
	  "<eve@example.net>: connect to mx.example.net[203.0.113.80]:25: Connection\n"
	  "    timed out\n"
	  "\n"
	  "Reporting-MTA: dns; mail.example.org\n"
	  "\n"
	  "Final-Recipient: rfc822; bob@example.com\n"
	  "Action: failed\n"
	  "Status: 5.1.1\n"
	  "Diagnostic-Code: smtp; 550 5.1.1 <bob@example.com>: Recipient address rejected:\n"
	  "    User unknown in virtual mailbox table\n"
	  "\n"
	  "Final-Recipient: rfc822; ann@example.com\n"
	  "Action: failed\n"
	  "Status: 5.1.1\n"
	  "Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>: Recipient address rejected:\n"
	  "    User unknown in virtual mailbox table\n"
	  "\n"
	  "Final-Recipient: rfc822; eve@example.net\n"
	  "Action: delayed\n"
	  "Status: 4.4.1\n"
	  "Diagnostic-Code: X-Postfix; connect to mx.example.net[203.0.113.80]:25:\n"
	  "    Connection timed out\n",
	  "*550 5.1.1 5.1.1 RCPT remote 2|<bob@example.com>: Recipient address rejected: User "
	  "unknown in virtual mailbox table\n"
	  "- - 4.4.1 - local 1|connect to mx.example.net[203.0.113.80]:25: Connection timed "
	  "out\n" },
	{ "<bob@example.com>: host mx.example.com[203.0.113.25] refused to talk to\n"
	  "    me: 554 IP=198.51.100.7 bad reputation\n",
	  "*554 - - - remote 1|IP=198.51.100.7 bad reputation\n" },
	{ "   ----- The following addresses had permanent fatal errors -----\n"
	  "<bob@example.com>\n"
	  "    (reason: 550-5.7.1 Unauthenticated mail is not)\n"
	  "\n"
	  "   ----- Transcript of session follows -----\n"
	  "... while talking to mx.example.com.:\n"
	  ">>> DATA\n"
	  "<<< 550-5.7.1 Unauthenticated mail is not\n"
	  "<<< 550 5.7.1 accepted.\n"
	  "554 5.0.0 Service unavailable\n"
	  "\n"
	  "Final-Recipient: RFC822; bob@example.com\n"
	  "Status: 5.7.1\n"
	  "Diagnostic-Code: SMTP; 550-5.7.1 Unauthenticated mail is not\n",
	  "*550 5.7.1 5.7.1 DATA remote 1|Unauthenticated mail is not accepted.\n"
	  "554 5.0.0 - - local 1|Service unavailable\n" },
	{ "    (reason: 550 unknown user)\n"
	  "\n"
	  "   ----- Transcript of session follows -----\n"
	  ">>> RCPT To:<bob@example.com>\n"
	  "<<< 550 unknown user\n"
	  "550 5.1.1 <bob@example.com>... User unknown\n",
	  "*550 5.1.1 - RCPT remote 1|unknown user\n" },
	{ "  bob@example.com\n"
	  "    host mx.example.com [203.0.113.25]\n"
	  "    SMTP error from remote mail server after RCPT TO:<bob@example.com>:\n"
	  "    550-Verification failed\n"
	  "    550 Sender verify failed\n"
	  "  ann@example.net\n"
	  "    SMTP error from remote mail server after end of data:\n"
	  "    host mx.example.net [203.0.113.26]: 552 5.2.2 mailbox full\n"
	  "  dave@example.net\n"
	  "    retry timeout exceeded\n"
	  "\n"
	  "Action: failed\n"
	  "Final-Recipient: rfc822;bob@example.com\n"
	  "Status: 5.0.0\n"
	  "Diagnostic-Code: smtp; 550-Verification failed\n"
	  " 550 Sender verify failed\n",
	  "*550 - 5.0.0 RCPT remote 1|Verification failed Sender verify failed\n"
	  "552 5.2.2 - end-of-data remote 1|mailbox full\n" },
	{ "<bob@example.com>:\n"
	  "203.0.113.25 does not like recipient.\n"
	  "Remote host said: 550 5.1.1 No such user\n"
	  "Giving up on 203.0.113.25.\n"
	  "\n"
	  "<ann@example.org>:\n"
	  "Sorry, no mailbox here by that name. (#5.1.1)\n"
	  "\n"
	  "Received: (qmail 550 invoked by uid 451); 1 Jan 2020 10:00:00 -0000\n",
	  "*550 5.1.1 - RCPT remote 1|No such user\n"
	  "- 5.1.1 - - local 1|Sorry, no mailbox here by that name. (#5.1.1)\n" },
	{ "mx.example.com rejected your message:\n"
	  "Remote Server returned '550 5.4.1 Recipient's address rejected: Access denied'\n"
	  "\n"
	  "#550 5.7.1 Unable to relay ##\n"
	  "#< #5.1.1 smtp;550 5.1.2 <bob@example.com>... Host unknown> #SMTP#\n",
	  "*550 5.4.1 - - remote 1|Recipient's address rejected: Access denied\n"
	  "550 5.7.1 - - unknown 1|Unable to relay\n"
	  "550 5.1.2 - - remote 1|<bob@example.com>... Host unknown\n" },
	{ "Fix it as told for error code 5.1.10 in the manual\n"
	  "\n"
	  "Status code: 550 5.1.10\n",
	  "*550 5.1.10 - - unknown 1|\n" },
	{ "This is about error code 5.1.10 in the manual\n",
	  "*- 5.1.10 - - unknown 1|in the manual\n" },
	{ "Status: 5.2.1\n"
	  "Diagnostic-Code: X-Unix; 77\n",
	  "*- - 5.2.1 - local 1|77\n" },
	{ "Status: 4.4.1 (no answer)\n"
	  "Diagnostic-Code: X-Postfix; host mx.example.com[203.0.113.25] said:\n"
	  " 450 4.7.1 try later (in reply to\n"
	  " end of DATA command)\n",
	  "*450 4.7.1 4.4.1 end-of-data remote 1|try later\n" },
	{ "Status: 5.2.2\n"
	  "Diagnostic-Code: lmtp; 552 5.2.2 full\n",
	  "*552 5.2.2 5.2.2 - remote 1|full\n" },
	{ "Diagnostic-Code: smtp;550-5.7.1 one 550 5.7.1 two\n",
	  "*550 5.7.1 - - remote 1|one two\n" },
	{ "Diagnostic-Code: smtp; 550 5.1.1 <bob@example.com>: Recipient address\n"
	  "rejected: User unknown\n"
	  "Status: 5.1.1\n",
	  "*550 5.1.1 5.1.1 - remote 1|<bob@example.com>: Recipient address rejected: User "
	  "unknown\n" },
	{ "<bob@example.com>: host mx.example.com said: 550 no such user\n"
	  "Status: 5.1.1\n",
	  "*550 - 5.1.1 - remote 1|no such user\n" },
	{ "Status: 550\n"
	  "Diagnostic-Code: SMTP;\n",
	  "" },
	{ "Action: failed\n"
	  "Status: 5.4.4\n"
	  "\n"
	  "Status: 2.0.0\n",
	  "*- - 5.4.4 - local 1|\n" },
	{ "Diagnostic-Code: smtp; 220-mx 421 4.2.1 try later\n",
	  "*421 4.2.1 - - remote 1|try later\n" },
	{ "Your mail was refused.\n"
	  "550 no such user\n"
	  "\n"
	  "Status: 5.1.1\n"
	  "\n"
	  "Status: 5.1.2\n",
	  "*550 - 5.1.1 - unknown 1|no such user\n"
	  "- - 5.1.2 - local 1|\n" },
	{ "{\"status\":\"5.1.1\",\"diagnosticCode\":\"smtp; 550 5.1.1 user "
	  "unknown\"}],\"timestamp\":\"2020-01-01T10:00:00.451Z\"}",
	  "*550 5.1.1 - - remote 1|user unknown\n" },
	{ "<p>The server said:</p><p>550 User unknown</p>",
	  "*550 - - - remote 1|User unknown\n" },
	{ "refused with the following error message: [554 5.4.6 Too many hops]",
	  "*554 5.4.6 - - unknown 1|Too many hops\n" },
	{ "smtp; 5.1.0 - some other error 550-'5.2.2 mailbox full' (delivery attempts: 0)",
	  "*550 5.2.2 - - unknown 1|mailbox full\n" },
	{ "Unexpected SMTP response \"553\", expecting code starting with \"2\", response was "
	  "['#5.1.8 no such domain']",
	  "*553 5.1.8 - - remote 1|expecting code starting with \"2\", response was ['#5.1.8 "
	  "no such domain']\n" },
};

/* Log lines of each program: reply, who said it, stage. */
static const struct sample logs[] = {
	{ "Jan  1 10:00:00 mx postfix/smtp[550]: AB12: to=<bob@example.com>, "
	  "relay=mx.example.com[203.0.113.25]:25, delay=451, delays=0.1/0/450/1, dsn=5.1.1, "
	  "status=bounced (host mx.example.com[203.0.113.25] said: 550 5.1.1 "
	  "<bob@example.com>: no (in reply to RCPT TO command))",
	  "*550 5.1.1 5.1.1 RCPT remote 1|<bob@example.com>: no\n" },
	{ "Jan  1 10:00:00 mx postfix/smtp[550]: AB12: to=<bob@example.com>, dsn=4.7.0, "
	  "status=deferred (host mx.example.com[203.0.113.25] refused to talk to me: 421-4.7.0 "
	  "later 421 4.7.0 please)",
	  "*421 4.7.0 4.7.0 - remote 1|later please\n" },
	{ "Jan  1 10:00:00 mx postfix/smtp[550]: AB12: to=<bob@example.com>, "
	  "relay=127.0.0.1[127.0.0.1]:10024, dsn=2.0.0, status=sent (250 2.0.0 from "
	  "MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 5D3A)",
	  "250 2.0.0 2.0.0 - remote 1|from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued "
	  "as 5D3A\n" },
	{ "Jan  1 10:00:00 mx postfix/smtp[550]: AB12: host mx.example.com[203.0.113.25] said: "
	  "450 4.7.1 later (in reply to RCPT TO command)\n"
	  "Jan  1 10:00:01 mx postfix/smtp[550]: AB12: dsn=4.7.1, status=deferred (host "
	  "mx.example.com[203.0.113.25] said: 450 4.7.1 later (in reply to RCPT TO command))",
	  "*450 4.7.1 4.7.1 RCPT remote 1|later\n" },
	{ "Jan  1 10:00:00 mx postfix/smtp[550]: AB12: to=<bob@example.com>, delay=451, "
	  "dsn=4.4.1, status=deferred (connect to mx.example.net[203.0.113.99]:25: Connection "
	  "timed out)",
	  "*- - 4.4.1 - local 1|connect to mx.example.net[203.0.113.99]:25: Connection timed "
	  "out\n" },
	{ "NOQUEUE: reject: RCPT from unknown[198.51.100.7]: 554 5.7.1 <bob@example.org>: "
	  "Relay access denied; from=<a@example.net> to=<bob@example.org> proto=ESMTP helo=<x>",
	  "*554 5.7.1 - RCPT ours 1|<bob@example.org>: Relay access denied\n" },
	{ "2024-01-01T10:00:00.451+00:00 mx postfix/smtpd[1]: NOQUEUE: reject_warning: VRFY "
	  "from a.example[2001:db8:550::1]: 450 4.1.1 <x>: unverified address: host b.example "
	  "said: 550 5.1.1 no; to=<x> proto=SMTP",
	  "*450 4.1.1 - VRFY ours 1|<x>: unverified address: host b.example said: 550 5.1.1 "
	  "no\n" },
	{ "AB12: milter-reject: END-OF-MESSAGE from a.example[198.51.100.7]: 5.7.1 Spam; "
	  "from=<a@example.net> to=<bob@example.org>",
	  "*- 5.7.1 - end-of-data ours 1|Spam\n" },
	{ "proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as 5D3A; from=<a@example.net>",
	  "250 2.0.0 - end-of-data ours 1|Ok: queued as 5D3A\n" },
	{ "2020-01-01 10:00:00 1a-2b-3c ** bob@example.com R=r T=t H=mx.example.com "
	  "[203.0.113.25]: SMTP error from remote mail server after RCPT TO:<bob@example.com>: "
	  "550-Here's a\\n550-5.1.1 long\\n550 end",
	  "*550 5.1.1 - RCPT remote 1|Here's a long end\n" },
	{ "2020-01-01 10:00:00 1a-2b-3c H=mx.example.com [203.0.113.25]: SMTP error from "
	  "remote mail server after end of data: 451 later\n"
	  "2020-01-01 10:00:01 1a-2b-3c == bob@example.com R=r T=t defer (-46) "
	  "H=mx.example.com [203.0.113.25]: SMTP error from remote mail server after end of "
	  "data: 451 later",
	  "*451 - - end-of-data remote 1|later\n" },
	{ "2020-01-01 10:00:00 1a-2b-3c => bob@example.com R=r T=t H=mx.example.com "
	  "[203.0.113.25] X=TLS1.2:ECDHE-RSA-AES256-SHA:256 CV=no C=\"250 OK id=1a-550-2b\"",
	  "250 - - - remote 1|OK id=1a-550-2b\n" },
	{ "2020-01-01 10:00:00 H=(x) [198.51.100.5]:587 F=<a@example.org> rejected RCPT "
	  "<bob@example.com>: 550 5.7.1 go away",
	  "*550 5.7.1 - RCPT ours 1|go away\n" },
	{ "2020-01-01 10:00:00 login authenticator failed for (x) [198.51.100.5]:465: 535 "
	  "Incorrect authentication data (set_id=bob)",
	  "*535 - - AUTH ours 1|Incorrect authentication data\n" },
	{ "2020-01-01 10:00:00 H=(x) [198.51.100.5] sender verify fail for <a@example.org>: "
	  "mx.example.org [203.0.113.9] : response to \"MAIL FROM:<>\" was: 550 no",
	  "*550 - - MAIL remote 1|no\n" },
	{ "Jan  1 10:00:00 mx sm-mta[592]: u31: ruleset=check_mail, arg1=<a@example.org>, "
	  "relay=x [198.51.100.7], reject=553 5.1.8 <a@example.org>... Domain does not exist",
	  "*553 5.1.8 - MAIL ours 1|<a@example.org>... Domain does not exist\n" },
	{ "Jan  1 10:00:00 mx sm-mta[592]: u31: to=<bob@example.com>, delay=1+14:41:13, "
	  "mailer=esmtp, pri=450, dsn=4.7.1, stat=Deferred: 421-4.7.1 not now",
	  "*421 4.7.1 4.7.1 - remote 1|not now\n" },
	{ "Jan  1 10:00:00 mx sm-mta[592]: u31: to=<bob@example.com>, ctladdr=www (503/503), "
	  "pri=550, dsn=5.1.1, stat=User unknown",
	  "*- - 5.1.1 - local 1|User unknown\n" },
	{ "Jan  1 10:00:00 mx sm-mta[592]: u31: Milter: data, reject=511 5.7.1 no",
	  "*511 5.7.1 - DATA ours 1|no\n" },
	{ "Jan  1 10:00:00 mx smtpd[4711]: 2b4 smtp failed-command command=\"RCPT "
	  "TO:<bob@example.com>\" result=\"550 Invalid recipient\"",
	  "*550 - - RCPT ours 1|Invalid recipient\n" },
	{ "Jan  1 10:00:00 mx smtpd[4711]: 2b4 mta delivery evpid=1 to=<bob@example.com> "
	  "relay=\"203.0.113.4 (mx)\" delay=0s result=\"PermFail\" stat=\"550 5.1.1: No such "
	  "user\"",
	  "*550 5.1.1 - - remote 1|No such user\n" },
	{ "Jan  1 10:00:00 mx smtpd[4711]: smtp-in: Failed command on session 2b4d: \"MAIL "
	  "FROM:<a@example.org>\" => 421 4.3.0: Temporary Error",
	  "*421 4.3.0 - MAIL ours 1|Temporary Error\n" },
	{ "@400000005e0c8a2a0f1e2d3c delivery 12: failure: "
	  "203.0.113.9_does_not_like_recipient./Remote_host_said:_550-5.1.1_a_b/550-5.1.1_c/550_5.1.1_d/Giving_up_on_203.0.113.9./",
	  "*550 5.1.1 - RCPT remote 1|a b c d\n" },
	{ "@400000005e0c8a2a0f1e2d3c delivery 13: deferral: "
	  "CNAME_lookup_failed_temporarily._(#4.4.3)/",
	  "*- 4.4.3 - - local 1|CNAME lookup failed temporarily. (#4.4.3)\n" },
	{ "2020-01-01T10:00:00.000Z,EX\\Send,08D,6,198.51.100.1:25,203.0.113.5:25,<,250-mx.example.com,\n"
	  "2020-01-01T10:00:00.000Z,EX\\Send,08D,7,198.51.100.1:25,203.0.113.5:25,<,250 HELP,\n"
	  "2020-01-01T10:00:00.000Z,EX\\Send,08D,9,198.51.100.1:25,203.0.113.5:25,<,\"550 "
	  "5.7.1 no, not you\",",
	  "250 - - - remote 1|mx.example.com HELP\n"
	  "*550 5.7.1 - - remote 1|no, not you\n" },
	{ "Jan  1 10:00:00 mx courieresmtpd: error,relay=::ffff:198.51.100.7,from=<>,to=<>: "
	  "550 User unknown.",
	  "*550 - - - ours 1|User unknown.\n" },
};

/* A reply answers the command before it, also when several were sent at once. */
static const struct sample sessions[] = {
	{ "=== Connected to mx.example.com.\n"
	  "<-  220 mx ESMTP\n"
	  " -> EHLO x\n"
	  "<-  250-mx\n"
	  "<-  250 HELP\n"
	  " -> RCPT TO:<b@example.com>\n"
	  "<** 550 5.1.1 no\n"
	  " ~> QUIT\n"
	  "<~  221 Bye\n",
	  "220 - - CONNECT remote 1|mx ESMTP\n"
	  "250 - - EHLO remote 1|mx HELP\n"
	  "*550 5.1.1 - RCPT remote 1|no\n"
	  "221 - - QUIT remote 1|Bye\n" },
	{ "220 mx ESMTP\n"
	  "ehlo x\n"
	  "250 mx\n"
	  "mail from:<a@example.org>\n"
	  "250 Ok\n"
	  "data\n"
	  "354 Go on\n"
	  ".\n"
	  "554 5.7.1 Spam\n"
	  "quit\n"
	  "221 Bye\n",
	  "220 - - CONNECT remote 1|mx ESMTP\n"
	  "250 - - EHLO remote 1|mx\n"
	  "250 - - MAIL remote 1|Ok\n"
	  "354 - - DATA remote 1|Go on\n"
	  "*554 5.7.1 - end-of-data remote 1|Spam\n"
	  "221 - - QUIT remote 1|Bye\n" },
	{ "* Connected\n"
	  "< 220 mx ESMTP\n"
	  "> EHLO x\n"
	  "< 250 mx\n"
	  "> RCPT TO:<b@example.com>\n"
	  "< 451 4.7.1 later\n"
	  "* RCPT failed: 451\n",
	  "220 - - CONNECT remote 1|mx ESMTP\n"
	  "250 - - EHLO remote 1|mx\n"
	  "*451 4.7.1 - RCPT remote 1|later\n" },
	{ "S: 250 mx\n"
	  "C: MAIL FROM:<a@example.org>\n"
	  "C: RCPT TO:<b@example.com>\n"
	  "C: DATA\n"
	  "S: 250 2.1.0 Ok\n"
	  "S: 550 5.1.1 no\n"
	  "S: 503 5.5.1 no recipients\n",
	  "250 - - - unknown 1|mx\n"
	  "250 2.1.0 - MAIL unknown 1|Ok\n"
	  "*550 5.1.1 - RCPT unknown 1|no\n"
	  "503 5.5.1 - DATA unknown 1|no recipients\n" },
	{ "S: 220 mx\n"
	  "C: STARTTLS\n"
	  "S: 220 go on\n"
	  "C: QUIT\n"
	  "S: 220 mx\n"
	  "C: EHLO x\n"
	  "S: 250 mx\n",
	  "220 - - CONNECT unknown 2|mx\n"
	  "220 - - STARTTLS unknown 1|go on\n"
	  "250 - - EHLO unknown 1|mx\n" },
	{ "Out: 250 mx\n"
	  "In:  RCPT TO:<b@example.com>\n"
	  "Out: 451 4.3.0 no\n",
	  "250 - - - ours 1|mx\n"
	  "*451 4.3.0 - RCPT ours 1|no\n" },
	{ "  SMTP<< 220 mx\n"
	  "  SMTP>> MAIL FROM:<a@example.org>\n"
	  "  SMTP<< 451 4.7.1 later\n",
	  "220 - - CONNECT remote 1|mx\n"
	  "*451 4.7.1 - MAIL remote 1|later\n" },
	{ "send: 'rcpt TO:<b@example.com>\\r\\n'\n"
	  "reply: b'550 5.1.1 no\\r\\n'\n"
	  "reply: retcode (550); Msg: b'5.1.1 no'\n",
	  "*550 5.1.1 - RCPT remote 1|no\n" },
	{ "C: AUTH LOGIN\n"
	  "S: 334 VXNlcm5hbWU6\n"
	  "C: Ym9i\n"
	  "S: 334 UGFzc3dvcmQ6\n"
	  "C: eA==\n"
	  "S: 535 5.7.8 no\n",
	  "334 - - AUTH unknown 1|VXNlcm5hbWU6\n"
	  "334 - - AUTH unknown 1|UGFzc3dvcmQ6\n"
	  "*535 5.7.8 - AUTH unknown 1|no\n" },
};

static void test_mails(void **state)
{
	(void)state;
	check_samples(mails, COUNT(mails));
}

static void test_logs(void **state)
{
	(void)state;
	check_samples(logs, COUNT(logs));
}

static void test_sessions(void **state)
{
	(void)state;
	check_samples(sessions, COUNT(sessions));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mails),
		cmocka_unit_test(test_logs),
		cmocka_unit_test(test_sessions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
