#include "transcript-samples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "model/transcript.h"

static void describe_status(struct buffer *found, const struct status_code *status)
{
	if (status->class)
		buffer_printf(found, "%d.%d.%d ", status->class, status->subject, status->detail);
	else
		buffer_puts(found, "- ");
}

static void describe_reply(struct buffer *found, const struct said *said)
{
	static const char *const who[SAID_BY_COUNT] = { "unknown", "ours", "remote", "local" };

	if (said->code)
		buffer_printf(found, "%d ", said->code);
	else
		buffer_puts(found, "- ");
	describe_status(found, &said->status);
	describe_status(found, &said->dsn_status);
	buffer_printf(found, "%s %s %zu|%s\n",
		      said->stage == STAGES ? "-" : stage_terms[said->stage].key, who[said->by],
		      said->count, said->text);
}

char *describe(const char *text, size_t length, size_t piece)
{
	struct transcript_reader *reader = transcript_reader_create();
	struct transcript *transcript;
	struct buffer found = { 0 };

	for (size_t at = 0; at < length; at += piece)
		transcript_feed(reader, text + at, piece < length - at ? piece : length - at);
	transcript = transcript_finish(reader);
	for (size_t i = 0; i < transcript->count; i++) {
		buffer_puts(&found, i == transcript->verdict ? "*" : "");
		describe_reply(&found, &transcript->replies[i]);
	}
	transcript_free(transcript);
	return buffer_take(&found);
}

void check_samples(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(samples[i].text);

		for (size_t piece = length + 1; piece; piece = piece == 1 ? 0 : piece > 7 ? 7 : 1) {
			char *found = describe(samples[i].text, length, piece);

			if (strcmp(found, samples[i].found))
				fail_msg("in pieces of %zu:\n%s\nwant:\n%s\ngot:\n%s", piece,
					 samples[i].text, samples[i].found, found);
			free(found);
		}
	}
}
