#include "model/taxonomy.h"

#include "base/buffer.h"
#include "base/i18n.h"

const struct word standing_terms[STANDINGS] = {
	[STANDING_STANDARD] = { "standard", N_("standard") },
	[STANDING_EXTENSION] = { "extension", N_("service extension") },
	[STANDING_OBSOLETE] = { "obsolete", N_("obsolete") },
	[STANDING_NONSTANDARD] = { "nonstandard", N_("seen in the wild, in no RFC") },
	[STANDING_UNASSIGNED] = { "unassigned", N_("unassigned, in no list") },
	[STANDING_REGISTERED] = { "registered", N_("in the registry of IANA") },
	[STANDING_VENDOR] = { "vendor", N_("of one vendor, in no registry") },
};

const struct word retry_terms[RETRIES] = {
	[RETRY_NOT_APPLICABLE] = { "n/a", N_("nothing to repeat") },
	[RETRY_NEXT_STEP] = { "next-step", N_("go on with the next step") },
	[RETRY_SAME_LATER] = { "same-later", N_("yes, the same again later") },
	[RETRY_FIX_FIRST] = { "fix-first", N_("only after a change") },
	[RETRY_VARIES] = { "varies", N_("depends on the case") },
};

const struct word closes_terms[CLOSES_COUNT] = {
	[CLOSES_NO] = { "no", N_("stays open") },
	[CLOSES_MAY] = { "may", N_("may be closed by the server") },
	[CLOSES_YES] = { "yes", N_("closed by the server") },
};

const struct word actor_terms[ACTORS] = {
	[ACTOR_NONE] = { "none", N_("nobody") },
	[ACTOR_CLIENT_SOFTWARE] = { "client-software", N_("the client software") },
	[ACTOR_SENDING_USER] = { "sending-user", N_("the sender") },
	[ACTOR_SENDING_ADMIN] = { "sending-admin", N_("the sending administrator") },
	[ACTOR_RECIPIENT] = { "recipient", N_("the recipient") },
	[ACTOR_RECEIVING_ADMIN] = { "receiving-admin", N_("the receiving administrator") },
	[ACTOR_VARIES] = { "varies", N_("depends on the cause") },
};

const char *const actor_leads[ACTORS] = {
	[ACTOR_CLIENT_SOFTWARE] = N_("Author of the client:"),
	[ACTOR_SENDING_USER] = N_("Sender:"),
	[ACTOR_SENDING_ADMIN] = N_("Sending administrator:"),
	[ACTOR_RECIPIENT] = N_("Recipient:"),
	[ACTOR_RECEIVING_ADMIN] = N_("Receiving administrator:"),
};

/* The names of commands are the same in every language. */
const struct word stage_terms[STAGES] = {
	[STAGE_CONNECT] = { "CONNECT", N_("a new connection") },
	[STAGE_EHLO] = { "EHLO", "EHLO" },
	[STAGE_HELO] = { "HELO", "HELO" },
	[STAGE_MAIL] = { "MAIL", "MAIL" },
	[STAGE_RCPT] = { "RCPT", "RCPT" },
	[STAGE_DATA] = { "DATA", "DATA" },
	[STAGE_END_OF_DATA] = { "end-of-data", N_("end of data") },
	[STAGE_BDAT] = { "BDAT", "BDAT" },
	[STAGE_BURL] = { "BURL", "BURL" },
	[STAGE_RSET] = { "RSET", "RSET" },
	[STAGE_VRFY] = { "VRFY", "VRFY" },
	[STAGE_EXPN] = { "EXPN", "EXPN" },
	[STAGE_HELP] = { "HELP", "HELP" },
	[STAGE_NOOP] = { "NOOP", "NOOP" },
	[STAGE_QUIT] = { "QUIT", "QUIT" },
	[STAGE_AUTH] = { "AUTH", "AUTH" },
	[STAGE_STARTTLS] = { "STARTTLS", "STARTTLS" },
	[STAGE_ETRN] = { "ETRN", "ETRN" },
	[STAGE_ATRN] = { "ATRN", "ATRN" },
	[STAGE_ANY] = { "any", N_("any command") },
};

const struct word outcome_terms[OUTCOMES] = {
	[OUTCOME_DONE] = { "done", N_("done") },
	[OUTCOME_GO_ON] = { "go-on", N_("go on, the server waits for more") },
	[OUTCOME_TEMPORARY] = { "temporary-refusal", N_("temporary refusal") },
	[OUTCOME_PERMANENT] = { "permanent-refusal", N_("permanent refusal") },
	[OUTCOME_NO_REPLY] = { "not-a-reply", N_("not an SMTP reply") },
};

const struct word category_terms[CATEGORIES] = {
	[CATEGORY_SYNTAX] = { "syntax", N_("syntax") },
	[CATEGORY_INFORMATION] = { "information", N_("information") },
	[CATEGORY_CONNECTIONS] = { "connections", N_("connections") },
	[CATEGORY_UNSPECIFIED] = { "unspecified", N_("unspecified") },
	[CATEGORY_MAIL_SYSTEM] = { "mail system", N_("mail system") },
	[CATEGORY_ILLEGAL] = { "outside RFC 5321 grammar", N_("outside the grammar") },
};

enum outcome outcome_of(int code)
{
	switch (code / 100) {
	case 2: return OUTCOME_DONE;
	case 3: return OUTCOME_GO_ON;
	case 4: return OUTCOME_TEMPORARY;
	case 5: return OUTCOME_PERMANENT;
	default: return OUTCOME_NO_REPLY;
	}
}

enum category category_of(int code)
{
	static const enum category categories[] = {
		CATEGORY_SYNTAX, CATEGORY_INFORMATION, CATEGORY_CONNECTIONS,
		CATEGORY_UNSPECIFIED, CATEGORY_UNSPECIFIED, CATEGORY_MAIL_SYSTEM,
	};
	int digit = code / 10 % 10;

	return digit <= 5 ? categories[digit] : CATEGORY_ILLEGAL;
}

const char *class_heading(int first_digit)
{
	switch (first_digit) {
	case 2: return N_("2yz Success");
	case 3: return N_("3yz Go on");
	case 4: return N_("4yz Temporary refusal");
	case 5: return N_("5yz Permanent refusal");
	default: return N_("Not an SMTP reply");
	}
}

char *stages_text(unsigned stages)
{
	struct buffer out = { 0 };

	for (int stage = 0; stage < STAGES; stage++)
		if (stages & STAGE_BIT(stage)) {
			if (out.length)
				buffer_puts(&out, ", ");
			buffer_puts(&out, _(stage_terms[stage].label));
		}
	return buffer_take(&out);
}
