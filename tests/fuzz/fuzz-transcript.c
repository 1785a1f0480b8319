/* Feeds the reader with whatever libFuzzer invents: it may neither crash nor leak, its
   texts are UTF-8, its codes are codes, it can be explained, and it finds the same in a text that comes
   whole, byte by byte, and cut in two. Built by "make fuzz CC=clang"; run
   tests/fuzz/fuzz-transcript -max_total_time=60 DIRECTORY. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/transcript.h"
#include "page/pages.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Reads the bytes in pieces: the first, then others of a size. */
static struct transcript *read_in(const uint8_t *data, size_t size, size_t first, size_t piece)
{
	struct transcript_reader *reader = transcript_reader_create();
	size_t length = first < size ? first : size;

	for (size_t at = 0; at < size; at += length, length = piece < size - at ? piece : size - at) {
		/* A copy of its own lets the sanitizer see a read behind the end. */
		char *bytes = malloc(length ? length : 1);

		require(bytes);
		memcpy(bytes, data + at, length);
		transcript_feed(reader, bytes, length);
		free(bytes);
	}
	return transcript_finish(reader);
}

static bool is_utf8(const char *text)
{
	size_t length = strlen(text);

	while (length) {
		unsigned character;
		size_t used = text_decode(text, length, &character);

		/* U+FFFD in one byte stands for a byte that is none. */
		if (character == 0xfffd && used == 1)
			return false;
		text += used;
		length -= used;
	}
	return true;
}

static void check_status(const struct status_code *status)
{
	require(status->class == 0 || status->class == 2 || status->class == 4 || status->class == 5);
	require(status->subject >= 0 && status->subject <= 999);
	require(status->detail >= 0 && status->detail <= 999);
}

static void check(const struct transcript *transcript)
{
	require(transcript->count <= TRANSCRIPT_REPLIES);
	require(transcript->verdict <= transcript->count);
	for (size_t i = 0; i < transcript->count; i++) {
		const struct said *said = &transcript->replies[i];

		require(said->code == 0 || (said->code >= 100 && said->code <= 999));
		require(said->code || said->status.class || said->dsn_status.class);
		check_status(&said->status);
		check_status(&said->dsn_status);
		require(said->text && is_utf8(said->text));
		require(strlen(said->text) <= 3 * (size_t)TRANSCRIPT_TEXT_BYTES);
		require(said->stage <= STAGES && said->by < SAID_BY_COUNT && said->count > 0);
	}
}

static void check_same(const struct transcript *a, const struct transcript *b)
{
	require(a->count == b->count && a->verdict == b->verdict);
	require(a->lines_cut == b->lines_cut && a->replies_lost == b->replies_lost);
	for (size_t i = 0; i < a->count; i++) {
		const struct said *x = &a->replies[i], *y = &b->replies[i];

		require(x->code == y->code && x->stage == y->stage && x->by == y->by &&
			x->count == y->count);
		require(memcmp(&x->status, &y->status, sizeof(x->status)) == 0);
		require(memcmp(&x->dsn_status, &y->dsn_status, sizeof(x->dsn_status)) == 0);
		require(strcmp(x->text, y->text) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct transcript *whole = read_in(data, size, size, 1);
	struct transcript *bytes = read_in(data, size, 1, 1);
	struct transcript *halves = read_in(data, size, size / 2 + 1, size);

	check(whole);
	check_same(whole, bytes);
	check_same(whole, halves);
	if (whole->count)
		page_free(page_explanation(whole, 1 + size % 100));
	transcript_free(whole);
	transcript_free(bytes);
	transcript_free(halves);
	return 0;
}
