#include "model/status.h"

#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"

static const struct {
	struct word term;
	const char *description[2];  /* of a code in no list */
} subjects[] = {
	{ { "other", N_("other or undefined") }, { N_("No list assigns this code. The zero in the middle says only that the cause has no category."), NULL } },
	{ { "addresses", N_("addresses") }, { N_("No list assigns this code. The 1 in the middle says that the address of the sender or of the recipient is the cause."), NULL } },
	{ { "mailbox", N_("the mailbox") }, { N_("No list assigns this code. The 2 in the middle says that the mailbox was found and its own state is the cause."), NULL } },
	{ { "mail system", N_("the receiving mail system") }, { N_("No list assigns this code. The 3 in the middle says that the receiving mail system as a whole is the cause: its storage, its features or its configuration."), NULL } },
	{ { "network and routing", N_("network and routing") }, { N_("No list assigns this code. The 4 in the middle says that the way to the destination is the cause: connection, DNS, routing, loops or age."), NULL } },
	{ { "protocol", N_("the mail protocol") }, { N_("No list assigns this code. The 5 in the middle says that the conversation between client and server is the cause: commands, arguments or limits."), NULL } },
	{ { "content", N_("message content") }, { N_("No list assigns this code. The 6 in the middle says that the content could not be carried or converted as it is."), NULL } },
	{ { "security and policy", N_("security and policy") }, { N_("No list assigns this code. The 7 in the middle says that a policy, a filter or a check of identity said no."), NULL } },
};

#define SUBJECTS ((int)(sizeof(subjects) / sizeof(*subjects)))

bool status_matches(const struct status *status, const struct status_code *code)
{
	struct status_code first, last;

	status_parse(status->code, &first);
	last = first;
	if (status->last)
		status_parse(status->last, &last);
	return (!first.class || !code->class || first.class == code->class) &&
	       first.subject == code->subject &&
	       (code->detail < 0 || (code->detail >= first.detail && code->detail <= last.detail));
}

/* Gives how many details an entry takes in. */
static int breadth(const struct status *status)
{
	struct status_code first, last;

	status_parse(status->code, &first);
	if (!status->last)
		return 1;
	status_parse(status->last, &last);
	return last.detail - first.detail + 1;
}

struct status status_entry(const struct status_code *code)
{
	static const struct advice fix[] = {
		{ ACTOR_VARIES, N_("Read the text of the reply: it is all that tells the cause. The documentation of the mail system that sent it may explain the number.") },
		{ 0, NULL },
	};
	static const struct vendor no_vendors[] = { { NULL, NULL } };
	static const char *const no_text[] = { NULL };
	static const int no_codes[] = { 0 };
	static const struct source sources[] = { { 3463, "2" }, { 3463, "3" }, { 0, NULL } };
	static const char *const unknown[] = {
		N_("No list assigns this code, and RFC 3463 defines no such number in the middle."), NULL,
	};
	const struct status *best = NULL;

	for (size_t i = 0; i < statuses_count; i++)
		if (status_matches(&statuses[i], code) &&
		    (!best || breadth(&statuses[i]) < breadth(best)))
			best = &statuses[i];
	if (best)
		return *best;
	return (struct status){
		.standing = STANDING_UNASSIGNED,
		.actor = ACTOR_VARIES,
		.title = N_("Unassigned enhanced status code"),
		.description = code->subject < SUBJECTS ? subjects[code->subject].description : unknown,
		.success = N_("The first digit, 2, says that the attempt succeeded."),
		.transient = N_("The first digit, 4, says that the attempt failed for now and may be repeated."),
		.permanent = N_("The first digit, 5, says that the attempt failed for good: the same again fails again."),
		.fix = fix,
		.vendors = no_vendors,
		.replies = no_codes,
		.compare_with = no_text,
		.sources = sources,
		.seen = no_text,
	};
}

char *status_text(const struct status *status, const struct status_code *code)
{
	struct status_code first;

	if (status->code && status->last) {
		status_parse(status->code, &first);
		if (code->detail == first.detail)
			return buffer_format(_("%1$s to %2$s"), status->code, status->last);
	}
	if (code->class)
		return buffer_format("%d.%d.%d", code->class, code->subject, code->detail);
	return buffer_format("X.%d.%d", code->subject, code->detail);
}

const struct word *subject_term(int subject)
{
	static const struct word unknown = { "unknown", N_("unknown") };

	return subject < SUBJECTS ? &subjects[subject].term : &unknown;
}

const char *status_heading(int class)
{
	switch (class) {
	case 2: return N_("2.y.z Success");
	case 4: return N_("4.y.z Persistent transient failure");
	case 5: return N_("5.y.z Permanent failure");
	default: return N_("X.y.z Any class");
	}
}

enum retry status_retry(const struct status_code *code)
{
	switch (code->class) {
	case 2: return RETRY_NOT_APPLICABLE;
	case 4: return RETRY_SAME_LATER;
	case 5: return RETRY_FIX_FIRST;
	default: return RETRY_VARIES;
	}
}

enum outcome status_outcome(const struct status_code *code)
{
	return outcome_of(code->class * 100);
}
