#include "model/entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xalloc.h"

static const char *const no_text[] = { NULL };
static const int no_codes[] = { 0 };
static const struct vendor no_vendors[] = { { NULL, NULL } };

/* An enhanced code in no list; %s is the code. */
static const struct {
	const char *brief, *react;
} by_outcome[OUTCOMES] = {
	[OUTCOME_DONE] = {
		N_("%s is in no list of enhanced status codes; its first digit, 2, says that the attempt succeeded."),
		N_("If you get %s, the attempt succeeded, and there is nothing to repair."),
	},
	[OUTCOME_TEMPORARY] = {
		N_("%s is in no list of enhanced status codes; its first digit, 4, says that the attempt failed for now."),
		N_("If you get %s, let the mail server try again, and read the text of the reply for the cause."),
	},
	[OUTCOME_PERMANENT] = {
		N_("%s is in no list of enhanced status codes; its first digit, 5, says that the attempt failed for good."),
		N_("If you get %s, do not send the same again before the text of the reply told you what to change."),
	},
	[OUTCOME_NO_REPLY] = {
		N_("%s is in no list of enhanced status codes; a server puts 2, 4 or 5 in place of the X."),
		N_("If you get %s, act on the digit in place of the X: 4 lets the mail server try again, 5 is for good."),
	},
};

static void fill_reply(struct entry *entry, int code)
{
	struct reply reply = catalogue_reply(code);

	entry->name = code_text(&entry->code);
	entry->title = reply.title;
	entry->brief = reply_brief(&reply);
	entry->react = reply_react(&reply);
	entry->use = reply.use;
	entry->standing = reply.standing;
	entry->outcome = outcome_of(code);
	entry->retry = reply.retry;
	entry->actor = reply.actor;
	entry->closes = reply.closes;
	entry->stages = reply.stages;
	entry->description = reply.description;
	entry->when = reply.when;
	entry->send = reply.send;
	entry->fix = reply.fix;
	entry->vendors = no_vendors;
	entry->replies = no_codes;
	entry->statuses = reply.statuses;
	entry->sources = reply.sources;
	entry->seen = reply.seen;
}

/* A sentence of an entry, or for a code in no list the format that names it. */
static char *sentence(const struct entry *entry, const char *msgid, const char *format)
{
	if (msgid)
		return xstrdup(_(msgid));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	/* One of the formats above, or its translation, checked by msgfmt. */
	return buffer_format(_(format), entry->name);
#pragma GCC diagnostic pop
}

/* Lists the readings of the class that was asked for, or of all. */
static void fill_readings(struct entry *entry, const struct status *status)
{
	const char *const texts[] = { status->success, status->transient, status->permanent };
	static const int classes[] = { 2, 4, 5 };
	size_t count = 0;

	for (size_t i = 0; i < 3; i++)
		if (texts[i] && (entry_open(entry) || entry->code.status.class == classes[i]))
			entry->readings[count++] = texts[i];
}

static void fill_status(struct entry *entry, const struct status_code *code)
{
	struct status status = status_entry(code);

	entry->name = status_text(&status, code);
	entry->title = status.title;
	entry->outcome = status_outcome(code);
	entry->brief = sentence(entry, status.brief, by_outcome[entry->outcome].brief);
	entry->react = sentence(entry, status.react, by_outcome[entry->outcome].react);
	entry->standing = status.standing;
	entry->retry = status_retry(code);
	entry->actor = status.actor;
	entry->description = status.description;
	fill_readings(entry, &status);
	entry->when = entry->send = entry->statuses = no_text;
	entry->fix = status.fix;
	entry->vendors = status.vendors;
	entry->replies = status.replies;
	entry->sources = status.sources;
	entry->seen = status.seen;
}

void entry_create(struct entry *entry, const struct code *code)
{
	*entry = (struct entry){ .code = *code };
	if (code->kind == CODE_REPLY)
		fill_reply(entry, code->reply);
	else
		fill_status(entry, &code->status);
}

void entry_free(struct entry *entry)
{
	free(entry->name);
	free(entry->brief);
	free(entry->react);
}

/* How well the digits fit an enhanced code, 0 not at all; class is then that which was
   typed, or 0. */
static int fit(const struct status *status, const char *digits, int *class)
{
	struct status_code code;
	char *numbers;
	size_t length = strlen(digits);
	int fits = 0;

	status_parse(status->code, &code);
	numbers = buffer_format("%d%d", code.subject, code.detail);
	*class = 0;
	if (!strncmp(numbers, digits, length)) {
		fits = strlen(numbers) == length ? 4 : 2;
	} else if (strchr("245", *digits) && !strncmp(numbers, digits + 1, length - 1) &&
		   (!code.class || code.class == *digits - '0')) {
		fits = strlen(numbers) == length - 1 ? 3 : 1;
		*class = *digits - '0';
	}
	free(numbers);
	return fits;
}

static struct code status_begin(const char *digits)
{
	struct code best = { .kind = CODE_NONE };
	int best_fit = 0;

	for (size_t i = 0; i < statuses_count; i++) {
		int class, fits = fit(&statuses[i], digits, &class);

		if (fits <= best_fit)
			continue;
		best_fit = fits;
		best = code_read(statuses[i].code);
		if (class)
			best.status.class = class;
	}
	return best;
}

struct code entry_begin(enum code_kind kind, const char *digits)
{
	struct code code = { .kind = kind };
	struct code_range range;

	if (kind == CODE_STATUS)
		return status_begin(digits);
	if (!code_range_begin(digits, &range) || (code.reply = catalogue_first(&range)) < 0)
		code.kind = CODE_NONE;
	return code;
}

static struct code reply_neighbour(int code, int step)
{
	size_t after = 0;

	while (after < replies_count && replies[after].code <= code)
		after++;
	if (step > 0)
		return code_of_reply(after < replies_count ? replies[after].code : code);
	while (after > 0 && replies[after - 1].code >= code)
		after--;
	return code_of_reply(after > 0 ? replies[after - 1].code : code);
}

/* Where a code stands among those of any class. */
static int rank(const struct status_code *code)
{
	return code->subject * 1000 + code->detail;
}

/* The class stays where the neighbour occurs in it. */
static struct code status_neighbour(const struct code *code, int step)
{
	for (size_t i = 0; i < statuses_count; i++) {
		size_t at = step > 0 ? i : statuses_count - 1 - i;
		struct code other = code_read(statuses[at].code);

		if ((rank(&other.status) - rank(&code->status)) * step <= 0)
			continue;
		if (!other.status.class && code->status.class &&
		    strchr(statuses[at].classes, '0' + code->status.class))
			other.status.class = code->status.class;
		return other;
	}
	return *code;
}

struct code entry_neighbour(const struct code *code, int step)
{
	return code->kind == CODE_REPLY ? reply_neighbour(code->reply, step)
					: status_neighbour(code, step);
}

bool entry_shared(const struct entry *a, const struct entry *b)
{
	return a->code.kind == CODE_STATUS && b->code.kind == CODE_STATUS &&
	       a->description == b->description && a->standing != STANDING_UNASSIGNED;
}

bool entry_open(const struct entry *entry)
{
	return entry->code.kind == CODE_STATUS && !entry->code.status.class;
}
