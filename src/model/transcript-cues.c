#include "model/transcript-cues.h"

#include <limits.h>
#include <string.h>

#include "model/transcript-lines.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#define TEXT(literal) .text = (literal), .length = sizeof(literal) - 1

/* What stands directly before a reply. The longest that fits counts. */
static const struct anchor anchors[] = {
	/* Postfix. */
	{ TEXT("status=sent ("), .by = SAID_BY_REMOTE, .flags = ANCHOR_SETTLED },
	{ TEXT("refused to talk to me: "), .by = SAID_BY_REMOTE, .flags = ANCHOR_EARLY },
	{ TEXT("said: "), .by = SAID_BY_REMOTE, .flags = ANCHOR_EARLY },
	{ TEXT("out: "), .by = SAID_BY_OURS, .flags = ANCHOR_SESSION },
	/* Exim. */
	{ TEXT("c=\""), .by = SAID_BY_REMOTE },
	{ TEXT("smtp<< "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	/* Sendmail. */
	{ TEXT("reject="), .by = SAID_BY_OURS },
	{ TEXT("stat=deferred: "), .by = SAID_BY_REMOTE },
	{ TEXT("reason from remote:"), .by = SAID_BY_REMOTE },
	{ TEXT("(reason: "), .by = SAID_BY_REMOTE, .flags = ANCHOR_ECHO },
	{ TEXT("<<< "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	/* OpenSMTPD. */
	{ TEXT("result=\""), .by = SAID_BY_OURS },
	{ TEXT("stat=\""), .by = SAID_BY_REMOTE },
	{ TEXT("\" => "), .by = SAID_BY_OURS },
	{ TEXT(": >>> "), .by = SAID_BY_OURS },
	/* qmail. */
	{ TEXT("remote_host_said:_"), .by = SAID_BY_REMOTE },
	{ TEXT("remote host said: "), .by = SAID_BY_REMOTE },
	{ TEXT("qmail-smtpd: "), .by = SAID_BY_OURS },
	/* Exchange: the column of the event before the column of the data. */
	{ TEXT(",<,"), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT(",<,\""), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT(",>,"), .by = SAID_BY_OURS, .flags = ANCHOR_SESSION },
	{ TEXT(",>,\""), .by = SAID_BY_OURS, .flags = ANCHOR_SESSION },
	{ TEXT("returned '"), .by = SAID_BY_REMOTE },
	/* Courier, ASSP, Cisco, Zoho. */
	{ TEXT(",msg=\""), .by = SAID_BY_OURS },
	{ TEXT("[smtp error] "), .by = SAID_BY_OURS },
	{ TEXT("after reply: "), .by = SAID_BY_OURS },
	{ TEXT("smtp response \""), .by = SAID_BY_REMOTE, .flags = ANCHOR_ALONE },
	{ TEXT("smtp response '"), .by = SAID_BY_REMOTE, .flags = ANCHOR_ALONE },
	{ TEXT("error_code :"), .by = SAID_BY_REMOTE, .flags = ANCHOR_ALONE },
	/* The field Diagnostic-Code (RFC 3464, section 2.3.6), also in prose. */
	{ TEXT("smtp:"), .by = SAID_BY_UNKNOWN },
	{ TEXT("smtp;"), .by = SAID_BY_REMOTE },
	{ TEXT("smtp; "), .by = SAID_BY_REMOTE },
	{ TEXT("lmtp;"), .by = SAID_BY_REMOTE },
	{ TEXT("lmtp; "), .by = SAID_BY_REMOTE },
	/* Sessions: swaks, curl, PHPMailer, smtplib, and by hand. */
	{ TEXT("<-  "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("<** "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("<~  "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("<~* "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("<- "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("< "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("server -> client: "), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("server: "), .by = SAID_BY_UNKNOWN, .flags = ANCHOR_SESSION },
	{ TEXT("s: "), .by = SAID_BY_UNKNOWN, .flags = ANCHOR_SESSION },
	{ TEXT("reply: b'"), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	{ TEXT("reply: '"), .by = SAID_BY_REMOTE, .flags = ANCHOR_SESSION },
	/* Prose. */
	{ TEXT("error ("), .flags = ANCHOR_WORD | ANCHOR_ALONE },
	{ TEXT("\"code\":"), .flags = ANCHOR_WORD | ANCHOR_ALONE },
	{ TEXT("\"code\": "), .flags = ANCHOR_WORD | ANCHOR_ALONE },
	{ TEXT("responsecode: "), .flags = ANCHOR_WORD | ANCHOR_ALONE },
	{ TEXT("error "), .flags = ANCHOR_WORD },
	{ TEXT("error: "), .flags = ANCHOR_WORD },
	{ TEXT("code "), .flags = ANCHOR_WORD | ANCHOR_ALONE },
	{ TEXT("code: "), .flags = ANCHOR_WORD | ANCHOR_ALONE },
	{ TEXT("reply "), .flags = ANCHOR_WORD },
	{ TEXT("said "), .flags = ANCHOR_WORD },
	{ TEXT("returned "), .flags = ANCHOR_WORD },
	{ TEXT("replied "), .flags = ANCHOR_WORD },
	{ TEXT("responded with "), .flags = ANCHOR_WORD },
	{ TEXT("rejected with "), .flags = ANCHOR_WORD },
	{ TEXT("response "), .flags = ANCHOR_WORD },
};

const struct anchor *anchor_before(const char *start, const char *at)
{
	const struct anchor *best = NULL;
	size_t longest = 0;

	if (at == start || is_alnum(at[-1]))
		return NULL;
	for (size_t i = 0; i < COUNT(anchors); i++) {
		size_t length = anchors[i].length;
		const char *from;

		if (length <= longest || (size_t)(at - start) < length)
			continue;
		from = at - length;
		if (at[-1] != anchors[i].text[length - 1] || !begins_with(from, at, anchors[i].text))
			continue;
		/* It is no part of a longer word or mark. */
		if (from > start && ((is_alnum(*from) && is_alnum(from[-1])) ||
				     (anchors[i].flags & ANCHOR_SESSION && is_one_of(from[-1], "<-"))))
			continue;
		best = &anchors[i];
		longest = length;
	}
	return best;
}

/* What stands anywhere in a line before a reply. */
static const struct {
	const char *text;        /* begins a word; lower case matches either case */
	enum said_by by;
	enum { SAYS_WHO, BEFORE_STAGE, IS_STAGE, IS_EARLY, IS_OUTCOME, BEFORE_CONTENT, NO_REPLY } tells;
	enum stage stage;
} cues[] = {
	{ "smtp error from remote", SAID_BY_REMOTE, IS_EARLY, STAGES },
	{ "refused to talk to", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "refused to start tls", SAID_BY_REMOTE, IS_STAGE, STAGE_STARTTLS },
	{ "sasl authentication failed; server", SAID_BY_REMOTE, IS_STAGE, STAGE_AUTH },
	{ "said:", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "lmtp error", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "lmtp server error", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "remote ", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "other server", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "response to ", SAID_BY_REMOTE, BEFORE_STAGE, STAGES },
	{ "responded ", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "mta delivery ", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "mta event=delivery ", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "mta error reason=", SAID_BY_REMOTE, BEFORE_STAGE, STAGES },
	{ "remote_host", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "c=\"", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "status=", SAID_BY_REMOTE, IS_OUTCOME, STAGES },
	{ "** ", SAID_BY_REMOTE, IS_OUTCOME, STAGES },
	{ "== ", SAID_BY_REMOTE, IS_OUTCOME, STAGES },
	{ "sender verify ", SAID_BY_REMOTE, IS_OUTCOME, STAGES },
	{ "callout: ", SAID_BY_REMOTE, IS_OUTCOME, STAGES },
	/* Exim: the router alone refused, or the transport spoke to a server. */
	{ "r=", SAID_BY_LOCAL, SAYS_WHO, STAGES },
	{ "t=", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	{ "host ", SAID_BY_REMOTE, SAYS_WHO, STAGES },
	/* Postfix quotes a line of the message behind what it does with it: "reject: header". */
	{ "header ", SAID_BY_UNKNOWN, BEFORE_CONTENT, STAGES },
	{ "body ", SAID_BY_UNKNOWN, BEFORE_CONTENT, STAGES },
	{ "reject: ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "reject_warning: ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "milter-reject: ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "proxy-reject: ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "proxy-accept: ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "authenticator failed h=", SAID_BY_REMOTE, IS_STAGE, STAGE_AUTH },
	{ "authenticator failed", SAID_BY_OURS, IS_STAGE, STAGE_AUTH },
	{ "\"", SAID_BY_UNKNOWN, BEFORE_STAGE, STAGES },
	/* Postfix: proxy ... rejected "RCPT TO:<x>". */
	{ "rejected \"", SAID_BY_REMOTE, BEFORE_STAGE, STAGES },
	/* Exim names the command before the message; "rejected DATA" is the command. */
	{ "rejected after data", SAID_BY_OURS, IS_STAGE, STAGE_END_OF_DATA },
	{ "rejected after ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "rejected ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "ruleset=check_rcpt", SAID_BY_OURS, IS_STAGE, STAGE_RCPT },
	{ "ruleset=check_mail", SAID_BY_OURS, IS_STAGE, STAGE_MAIL },
	{ "ruleset=check_relay", SAID_BY_OURS, IS_STAGE, STAGE_CONNECT },
	{ "milter: ", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "command=\"", SAID_BY_OURS, BEFORE_STAGE, STAGES },
	{ "failed command on session", SAID_BY_OURS, SAYS_WHO, STAGES },
	{ "bad-input", SAID_BY_OURS, SAYS_WHO, STAGES },
	{ "courieresmtpd", SAID_BY_OURS, SAYS_WHO, STAGES },
	{ "rblsmtpd: ", SAID_BY_OURS, SAYS_WHO, STAGES },
	{ "after ", SAID_BY_UNKNOWN, BEFORE_STAGE, STAGES },
	{ "following ", SAID_BY_UNKNOWN, BEFORE_STAGE, STAGES },
	{ "in reply to ", SAID_BY_REMOTE, BEFORE_STAGE, STAGES },
	{ "does_not_like_recipient", SAID_BY_REMOTE, IS_STAGE, STAGE_RCPT },
	{ "does not like recipient", SAID_BY_REMOTE, IS_STAGE, STAGE_RCPT },
	{ "sender_was_rejected", SAID_BY_REMOTE, IS_STAGE, STAGE_MAIL },
	{ "sender was rejected", SAID_BY_REMOTE, IS_STAGE, STAGE_MAIL },
	{ "greeting_failed", SAID_BY_REMOTE, IS_STAGE, STAGE_CONNECT },
	{ "greeting failed", SAID_BY_REMOTE, IS_STAGE, STAGE_CONNECT },
	{ "failed_on_data_command", SAID_BY_REMOTE, IS_STAGE, STAGE_DATA },
	{ "failed on data command", SAID_BY_REMOTE, IS_STAGE, STAGE_DATA },
	{ "failed_after_i_sent", SAID_BY_REMOTE, IS_STAGE, STAGE_END_OF_DATA },
	{ "failed after i sent", SAID_BY_REMOTE, IS_STAGE, STAGE_END_OF_DATA },
	{ "acl condition: ", SAID_BY_UNKNOWN, NO_REPLY, STAGES },
	{ "reply: retcode ", SAID_BY_UNKNOWN, NO_REPLY, STAGES },
	{ "message truncated: ", SAID_BY_UNKNOWN, NO_REPLY, STAGES },
};

/* Takes what the cue with an index tells; behind stands what follows it. */
static void take_cue(size_t index, const char *behind, const char *end, struct context *context)
{
	enum stage stage = cues[index].stage;

	switch (cues[index].tells) {
	case NO_REPLY: context->no_reply = true; break;
	case IS_EARLY: context->early = true; break;
	case IS_OUTCOME: context->outcome = true; break;
	case BEFORE_CONTENT: context->content = true; break;
	case BEFORE_STAGE: stage = stage_read(behind, end); break;
	default: break;
	}
	if (stage != STAGES)
		context->stage = stage;
	/* The last wins: a rejection may quote the server a callout asked. */
	if (cues[index].by != SAID_BY_UNKNOWN)
		context->by = cues[index].by;
}

/* The cues by their first letter: which is the first, and which comes after each.
   They count from 1; 0 is the end. */
static struct {
	bool made;
	unsigned char first[UCHAR_MAX + 1], next[COUNT(cues) + 1];
} by_letter;

static void make_by_letter(void)
{
	for (size_t i = COUNT(cues); i > 0; i--) {
		unsigned char *first = &by_letter.first[(unsigned char)cues[i - 1].text[0]];

		by_letter.next[i] = *first;
		*first = (unsigned char)i;
	}
	by_letter.made = true;
}

void cues_read(const char *start, const char *end, struct context *context)
{
	if (!by_letter.made)
		make_by_letter();
	for (const char *at = start; at < end; at++) {
		unsigned char letter = (unsigned char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);

		if (*at == ' ' || (at > start && (is_alnum(at[-1]) || at[-1] == '-')))
			continue;
		for (size_t number = by_letter.first[letter]; number; number = by_letter.next[number]) {
			size_t i = number - 1;

			if (!begins_with(at, end, cues[i].text))
				continue;
			if (cues[i].tells == BEFORE_CONTENT && (at - start < 2 || at[-2] != ':'))
				continue;
			at += strlen(cues[i].text) - 1;
			take_cue(i, at + 1, end, context);
			break;
		}
	}
}

/* The names of commands and moments. The longest of one beginning come first. */
static const struct {
	const char *name;
	enum stage stage;
	enum { MOMENT, BARE, ALONE, TAKES, TAKES_COLON } form;  /* what follows it in a command */
} stages[] = {
	{ "end of data", STAGE_END_OF_DATA, MOMENT },
	{ "end-of-message", STAGE_END_OF_DATA, MOMENT },
	{ "end_of_data", STAGE_END_OF_DATA, MOMENT },
	{ "message body", STAGE_END_OF_DATA, MOMENT },
	{ "initial connection", STAGE_CONNECT, MOMENT },
	{ "initial server greeting", STAGE_CONNECT, MOMENT },
	{ "connection", STAGE_CONNECT, MOMENT },
	{ "connect", STAGE_CONNECT, MOMENT },
	{ "banner", STAGE_CONNECT, MOMENT },
	{ "mail from", STAGE_MAIL, TAKES_COLON },
	{ "rcpt to", STAGE_RCPT, TAKES_COLON },
	{ "mail", STAGE_MAIL, BARE },
	{ "rcpt", STAGE_RCPT, BARE },
	{ "ehlo", STAGE_EHLO, TAKES },
	{ "lhlo", STAGES, TAKES },
	{ "helo", STAGE_HELO, TAKES },
	{ "data", STAGE_DATA, ALONE },
	{ "bdat", STAGE_BDAT, TAKES },
	{ "burl", STAGE_BURL, TAKES },
	{ "rset", STAGE_RSET, ALONE },
	{ "vrfy", STAGE_VRFY, TAKES },
	{ "expn", STAGE_EXPN, TAKES },
	{ "help", STAGE_HELP, ALONE },
	{ "noop", STAGE_NOOP, ALONE },
	{ "quit", STAGE_QUIT, ALONE },
	{ "auth", STAGE_AUTH, TAKES },
	{ "starttls", STAGE_STARTTLS, ALONE },
	{ "etrn", STAGE_ETRN, TAKES },
	{ "atrn", STAGE_ATRN, TAKES },
};

enum stage stage_read(const char *at, const char *end)
{
	static const char *const fillers[] = { "pipelined ", "sending ", "the ", "\"", "'" };

	for (size_t i = 0; i < COUNT(fillers); i++)
		if (begins_with(at, end, fillers[i]))
			at += strlen(fillers[i]);
	for (size_t i = 0; i < COUNT(stages); i++) {
		const char *after = at + strlen(stages[i].name);

		if (!begins_with(at, end, stages[i].name) ||
		    (after < end && (is_alnum(*after) ||
				     (*after == '.' && end - after > 1 && is_alnum(after[1])))))
			continue;
		/* "EHLO or HELO" tells of neither. */
		return begins_with(after, end, " or ") ? STAGES : stages[i].stage;
	}
	return STAGES;
}

/* Tells whether what follows the name of a command is what it takes; where it may be
   malformed, anything that is no part of the name. */
static bool follows(int form, bool loose, const char *after, const char *end)
{
	if (loose && form != MOMENT)
		return after == end || is_one_of(*after, " \t:\\");
	switch (form) {
	case ALONE: return after == end || *after == '\\';
	case TAKES: return after < end && is_blank(*after);
	case TAKES_COLON: return after < end && *after == ':';
	default: return false;
	}
}

bool connection_read(const char *at, const char *end)
{
	static const char *const marks[] = { "=== ", "* " };
	static const char openssl[] = "connected(", telnet[] = "connected to ";

	if (at == end || !is_one_of(*at, "Cc=*"))
		return false;
	for (size_t i = 0; i < COUNT(marks); i++)
		if (begins_with(at, end, marks[i]))
			at += strlen(marks[i]);
	if (begins_with(at, end, openssl))
		return end[-1] == ')';
	if (!begins_with(at, end, telnet))
		return false;
	/* "Connected to 192.0.2.1 but my name was rejected." is none. */
	for (at += strlen(telnet); at < end && !is_blank(*at);)
		at++;
	return at == end ? at[-1] == '.' : begins_with(at, end, " (");
}

bool command_read(const char *at, const char *end, bool message, enum stage *stage)
{
	static const char *const marks[] = {
		"-> ", "~> ", "c: ", "in: ", "client: ", "client -> server: ", "smtp>> ", "send: '",
	};
	bool loose = false;

	if (at == end || !is_one_of(*at, "-~cisCISmrehdbvnqaMREHDBVNQA"))
		return false;
	for (size_t i = 0; i < COUNT(marks); i++) {
		if (begins_with(at, end, marks[i])) {
			at += strlen(marks[i]);
			loose = !message;
			break;
		}
	}
	while (at < end && is_blank(*at))
		at++;
	for (size_t i = 0; i < COUNT(stages); i++) {
		if (!begins_with(at, end, stages[i].name) ||
		    !follows(stages[i].form, loose, at + strlen(stages[i].name), end))
			continue;
		*stage = stages[i].stage;
		return true;
	}
	return false;
}
