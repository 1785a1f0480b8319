#include "model/transcript-ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/transcript-lines.h"
#include "model/transcript-numbers.h"

/* How many replies back the same one is looked for under less strict rules, when one
   of two was written down in a place that tells less. A bounce has few. */
#define RECENT 16

/* The bytes between words. */
static const bool ends_word[256] = {
	[' '] = true, ['<'] = true, ['>'] = true, ['('] = true, [')'] = true, ['['] = true,
	[']'] = true, ['{'] = true, ['}'] = true, [','] = true, [';'] = true, ['"'] = true,
	['\''] = true,
};

/* Writes what is compared of a text: a word with a digit or an "@" in it, which is an
   address, a number or an identifier, is as good as any other. A challenge is not made
   of words (RFC 4954, section 4). */
static void write_key(const struct said *said, struct buffer *key)
{
	const char *at = said->text;

	key->length = 0;
	buffer_add(key, "", 0);
	if (said->code == 334)
		buffer_puts(key, at);
	while (*at && said->code != 334) {
		const char *word = at;
		bool varies = false;

		while (*at && !ends_word[(unsigned char)*at]) {
			varies = varies || is_digit(*at) || *at == '@';
			at++;
		}
		if (varies)
			buffer_add(key, "0", 1);
		else
			buffer_add(key, word, (size_t)(at - word));
		if (*at)
			buffer_add(key, at++, 1);
	}
}

/* FNV-1a over the codes that count and the key. */
static uint64_t hash_of(const struct buffer *key, const struct said *said)
{
	const struct status_code *status =
		said->code || said->status.class ? &said->status : &said->dsn_status;
	uint64_t hash = UINT64_C(14695981039346656037) ^ (unsigned)said->code;

	hash ^= (uint64_t)status->class << 20 ^ (uint64_t)status->subject << 30 ^
		(uint64_t)status->detail << 40;
	for (size_t i = 0; i < key->length; i++)
		hash = (hash ^ (unsigned char)key->data[i]) * UINT64_C(1099511628211);
	return hash ^ hash >> 32;
}

/* Tells whether two replies have the same code and status; without either, what
   counts is the field. */
static bool same_codes(const struct said *a, const struct said *b)
{
	if (a->code != b->code || !same_status(&a->status, &b->status))
		return false;
	return a->code || a->status.class || same_status(&a->dsn_status, &b->dsn_status);
}

static bool same_key(const struct buffer *a, const struct buffer *b)
{
	return a->length == b->length && memcmp(a->data, b->data, a->length) == 0;
}

/* Tells whether two values are equal, as far as both are known. */
static bool agree(int a, int b, int unknown)
{
	return a == b || a == unknown || b == unknown;
}

/* Tells whether the same event was written down twice: what one place does not tell
   of stage and sender, another may, and a list gives the first line only. */
static bool is_echo(struct ledger *ledger, const struct tally *tally, const struct said *said,
		    enum place place)
{
	const struct buffer *longer = &ledger->key, *shorter = &ledger->other;
	bool reason = tally->counts[PLACE_REASON];

	if (place != PLACE_FIELD && place != PLACE_REASON && !tally->counts[PLACE_FIELD] && !reason)
		return false;
	if (tally->said.code != said->code || !agree(tally->said.stage, said->stage, STAGES) ||
	    !agree(tally->said.by, said->by, SAID_BY_UNKNOWN))
		return false;
	/* Sendmail lists the reason without the status that it found itself. */
	if (!same_codes(&tally->said, said) && !(reason && !tally->said.status.class && said->code))
		return false;
	write_key(&tally->said, &ledger->other);
	if (longer->length < shorter->length) {
		longer = &ledger->other;
		shorter = &ledger->key;
	}
	return shorter->length && memmem(longer->data, longer->length, shorter->data, shorter->length);
}

/* Gives the index of the reply that is the same, TRANSCRIPT_REPLIES where none is. */
static size_t find(struct ledger *ledger, const struct said *said, uint64_t hash, enum place place)
{
	size_t recent = ledger->count > RECENT ? ledger->count - RECENT : 0;

	for (size_t i = ledger->slots[hash % LEDGER_SLOTS]; i; i = ledger->tallies[i - 1].next) {
		const struct tally *tally = &ledger->tallies[i - 1];

		if (tally->hash != hash || !same_codes(&tally->said, said) ||
		    tally->said.stage != said->stage || tally->said.by != said->by)
			continue;
		write_key(&tally->said, &ledger->other);
		if (same_key(&ledger->other, &ledger->key))
			return i - 1;
	}
	for (size_t i = ledger->count; i > recent; i--)
		if (is_echo(ledger, &ledger->tallies[i - 1], said, place))
			return i - 1;
	return TRANSCRIPT_REPLIES;
}

/* Puts a reply into its slot. */
static void chain(struct ledger *ledger, size_t index)
{
	struct tally *tally = &ledger->tallies[index];
	size_t *slot = &ledger->slots[tally->hash % LEDGER_SLOTS];

	tally->next = *slot;
	*slot = index + 1;
}

/* Takes it out. */
static void unchain(struct ledger *ledger, size_t index)
{
	size_t *link = &ledger->slots[ledger->tallies[index].hash % LEDGER_SLOTS];

	while (*link != index + 1)
		link = &ledger->tallies[*link - 1].next;
	*link = ledger->tallies[index].next;
}

/* Files a reply anew after a change. */
static void refile(struct ledger *ledger, size_t index)
{
	struct tally *tally = &ledger->tallies[index];

	unchain(ledger, index);
	write_key(&tally->said, &ledger->other);
	tally->hash = hash_of(&ledger->other, &tally->said);
	chain(ledger, index);
}

/* Takes over what a second record of a reply tells that the first did not. */
static void complete(struct ledger *ledger, size_t index, const struct said *said, uint64_t hash)
{
	struct said *known = &ledger->tallies[index].said;
	bool longer = ledger->tallies[index].hash != hash && strlen(said->text) > strlen(known->text);

	if (known->stage == STAGES)
		known->stage = said->stage;
	if (known->by == SAID_BY_UNKNOWN)
		known->by = said->by;
	if (!known->dsn_status.class)
		known->dsn_status = said->dsn_status;
	if (!longer && (known->status.class || !said->status.class))
		return;
	if (!known->status.class)
		known->status = said->status;
	if (longer) {
		free(known->text);
		known->text = xstrdup(said->text);
	}
	refile(ledger, index);
}

bool ledger_restate(struct ledger *ledger, size_t index, const struct said *said)
{
	struct said *known;

	if (index >= ledger->count)
		return false;
	known = &ledger->tallies[index].said;
	if (known->code != said->code || known->status.class || !said->status.class)
		return false;
	known->status = said->status;
	refile(ledger, index);
	return true;
}

size_t ledger_add(struct ledger *ledger, const struct said *said, enum place place,
		  uint64_t recipient)
{
	uint64_t hash;
	size_t index;

	write_key(said, &ledger->key);
	hash = hash_of(&ledger->key, said);
	index = find(ledger, said, hash, place);
	if (index != TRANSCRIPT_REPLIES) {
		complete(ledger, index, said, hash);
		ledger->tallies[index].counts[place]++;
		return index;
	}
	if (ledger->count == TRANSCRIPT_REPLIES) {
		ledger->lost = true;
		return TRANSCRIPT_REPLIES;
	}
	if (ledger->count == ledger->size) {
		ledger->size = ledger->size ? ledger->size * 2 : 16;
		ledger->tallies = xreallocarray(ledger->tallies, ledger->size, sizeof(*ledger->tallies));
	}
	index = ledger->count++;
	ledger->tallies[index] = (struct tally){ .said = *said, .hash = hash, .recipient = recipient };
	ledger->tallies[index].said.text = xstrdup(said->text);
	ledger->tallies[index].counts[place] = 1;
	chain(ledger, index);
	return index;
}

/* Tells whether a reply says that something failed. */
static bool is_failure(const struct said *said)
{
	return said->code >= 400 ||
	       (!said->code && (said->status.class ? said->status.class : said->dsn_status.class) >= 4);
}

void ledger_close(struct ledger *ledger, struct transcript *transcript)
{
	transcript->count = ledger->count;
	transcript->verdict = ledger->count;
	transcript->replies = xcalloc(ledger->count ? ledger->count : 1, sizeof(*transcript->replies));
	transcript->replies_lost = ledger->lost;
	for (size_t i = 0; i < ledger->count; i++) {
		struct tally *tally = &ledger->tallies[i];
		size_t most = 0;

		/* The same events stand in several places. */
		for (int place = 0; place < PLACES; place++)
			if (tally->counts[place] > most)
				most = tally->counts[place];
		transcript->replies[i] = tally->said;
		transcript->replies[i].count = most;
		if (transcript->verdict == ledger->count && is_failure(&tally->said))
			transcript->verdict = i;
	}
	free(ledger->tallies);
	buffer_free(&ledger->key);
	buffer_free(&ledger->other);
	*ledger = (struct ledger){ 0 };
}
