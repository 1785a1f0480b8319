/* Protects what the reader finds in the logs, sessions and bounces of this folder: every
   line yields exactly what its expectation says, and a line without a reply yields
   nothing. Prints the share of exact answers; tests/corpus/README.md has the format.

   corpus DIRECTORY */
#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "model/judgement.h"
#include "model/transcript.h"

#define SHOWN 10  /* misses of one file */

/* How many answers there were, and how many were exact. */
static struct {
	unsigned code, status, stage, all, lines, exact;
} share;

static unsigned tests, failed;

static struct transcript *read_text(const char *text, size_t length)
{
	struct transcript_reader *reader = transcript_reader_create();

	transcript_feed(reader, text, length);
	return transcript_finish(reader);
}

static void put_status(struct buffer *out, const struct status_code *status)
{
	struct code code = code_of_status(status);
	char *text = code_text(&code);

	buffer_printf(out, " %s", status->class ? text : "-");
	free(text);
}

/* A reply as the expectations write it. */
static void put_reply(struct buffer *out, const struct said *said)
{
	if (said->code)
		buffer_printf(out, "%d", said->code);
	else
		buffer_puts(out, "-");
	put_status(out, &said->status);
	put_status(out, &said->dsn_status);
	buffer_printf(out, " %s %s", said->stage == STAGES ? "-" : stage_terms[said->stage].key,
		      said_by_terms[said->by].key);
}

/* Counts the fields of two answers that agree, reply by reply. */
static void count_fields(const char *expected, const char *got)
{
	char code[2][16], status[2][16], stage[2][32];
	bool read = sscanf(got, "%15s %15s %*s %31s", code[1], status[1], stage[1]) == 3;

	if (sscanf(expected, "%15s %15s %*s %31s", code[0], status[0], stage[0]) != 3)
		return;
	share.all++;
	share.code += read && !strcmp(code[0], code[1]);
	share.status += read && !strcmp(status[0], status[1]);
	share.stage += read && !strcmp(stage[0], stage[1]);
}

static bool same(const char *expected, const char *got, const char *name, size_t line,
		 unsigned *misses)
{
	count_fields(expected, got);
	share.lines++;
	if (!strcmp(expected, got)) {
		share.exact++;
		return true;
	}
	if ((*misses)++ < SHOWN)
		printf("# %s:%zu\n#   expected %s\n#   got      %s\n", name, line, expected, got);
	return false;
}

/* What one line of a log yields. */
static char *line_answer(const char *line, size_t length)
{
	struct transcript *transcript = read_text(line, length);
	struct buffer out = { 0 };

	for (size_t i = 0; i < transcript->count; i++) {
		if (i)
			buffer_puts(&out, " + ");
		put_reply(&out, &transcript->replies[i]);
	}
	if (!transcript->count)
		buffer_puts(&out, "-");
	transcript_free(transcript);
	return buffer_take(&out);
}

/* What a session or a bounce yields, as its expectation is written. */
static char *file_answer(const char *text, size_t length)
{
	struct transcript *transcript = read_text(text, length);
	struct buffer out = { 0 };

	if (transcript->verdict < transcript->count)
		buffer_printf(&out, "verdict %zu\n", transcript->verdict);
	else
		buffer_puts(&out, "verdict -\n");
	for (size_t i = 0; i < transcript->count; i++) {
		put_reply(&out, &transcript->replies[i]);
		buffer_printf(&out, " %zu\n", transcript->replies[i].count);
	}
	transcript_free(transcript);
	return buffer_take(&out);
}

static char *read_file(const char *name)
{
	struct buffer out = { 0 };
	FILE *file = fopen(name, "r");
	char piece[4096];
	size_t length;

	if (!file) {
		printf("Bail out! cannot read %s\n", name);
		exit(1);
	}
	while ((length = fread(piece, 1, sizeof(piece), file)))
		buffer_add(&out, piece, length);
	fclose(file);
	return buffer_take(&out);
}

/* Compares two texts line by line; made gives the answer for a line of the first. */
static bool compare(const char *name, char *text, char *expected, bool of_lines)
{
	char *rest = expected, *next = text;
	unsigned misses = 0;

	for (size_t line = 1; rest && *rest; line++) {
		char *wanted = strsep(&rest, "\n"), *given = strsep(&next, "\n");
		char *got = of_lines && given ? line_answer(given, strlen(given))
					      : xstrdup(given ? given : "nothing");

		same(wanted, got, name, line, &misses);
		free(got);
	}
	if (next && *next)
		same("nothing", next, name, 0, &misses);
	return misses == 0;
}

/* Checks the file that an expectation stands beside. */
static void check(const char *expectation, bool of_lines)
{
	char *name = xstrndup(expectation, strlen(expectation) - strlen(".expect"));
	char *text = read_file(name), *expected = read_file(expectation);
	char *answer = of_lines ? xstrdup(text) : file_answer(text, strlen(text));
	bool passed = compare(name, answer, expected, of_lines);

	printf("%s %u - %s\n", passed ? "ok" : "not ok", ++tests, strrchr(name, '/') + 1);
	failed += !passed;
	free(answer);
	free(expected);
	free(text);
	free(name);
}

static void check_all(const char *directory, const char *pattern, bool of_lines)
{
	char *path = buffer_format("%s/%s", directory, pattern);
	glob_t files;

	if (glob(path, 0, NULL, &files) != 0) {
		printf("Bail out! nothing in %s\n", path);
		exit(1);
	}
	for (size_t i = 0; i < files.gl_pathc; i++)
		check(files.gl_pathv[i], of_lines);
	globfree(&files);
	free(path);
}

int main(int argc, char **argv)
{
	const char *source = getenv("SRCDIR");
	char *directory = argc > 1 ? xstrdup(argv[1]) : buffer_format("%s/tests/corpus", source ? source : ".");

	check_all(directory, "*.log.expect", true);
	check_all(directory, "sessions/*.txt.expect", false);
	check_all(directory, "bounces/*.eml.expect", false);
	printf("1..%u\n", tests);
	printf("# exact: code %u/%u, status %u/%u, stage %u/%u; lines %u/%u\n", share.code, share.all,
	       share.status, share.all, share.stage, share.all, share.exact, share.lines);
	free(directory);
	return failed > 0;
}
