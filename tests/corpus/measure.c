/* Measures the reader against a corpus of replies and log lines: the share of exact
   answers. Used by hand, on a file with a row a line and tabs between the columns that
   the first line names: text or line; code or codes; status or statuses; perhaps truth
   (the rows are counted by it), stage and id. In the texts \n is a line feed, \t a tab,
   \\ a backslash; a ? is not scored. What is not recognised is a miss.

   measure [-v] FILE...     -v lists the rows that miss */

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/transcript.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

enum column {
	COLUMN_TEXT, COLUMN_CODE, COLUMN_STATUS, COLUMN_TRUTH, COLUMN_STAGE, COLUMN_ID, COLUMNS
};

#define CELLS 32
#define CLASSES 16

/* Rows of one kind of truth: how many were scored, how many were right. */
struct score {
	char *truth;
	unsigned rows, both;
	unsigned codes, code, statuses, status, stages, stage;
	unsigned empty, alarms;  /* rows without a reply; those where one was found */
};

static enum column column_of(const char *name)
{
	static const struct {
		const char *name;
		enum column column;
	} names[] = {
		{ "text", COLUMN_TEXT }, { "line", COLUMN_TEXT },
		{ "code", COLUMN_CODE }, { "codes", COLUMN_CODE },
		{ "status", COLUMN_STATUS }, { "statuses", COLUMN_STATUS },
		{ "truth", COLUMN_TRUTH }, { "stage", COLUMN_STAGE }, { "id", COLUMN_ID },
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(name, names[i].name) == 0)
			return names[i].column;
	return COLUMNS;
}

/* Splits a line at its tabs, in place. */
static size_t split(char *line, char *cells[CELLS])
{
	size_t count = 0;

	line[strcspn(line, "\n")] = '\0';
	while (line && count < CELLS)
		cells[count++] = strsep(&line, "\t");
	return count;
}

/* Undoes the escapes, in place. */
static void unescape(char *text)
{
	char *out = text;

	for (; *text; text++) {
		if (*text == '\\' && text[1] && strchr("nrt\\", text[1])) {
			text++;
			*out++ = *text == 'n' ? '\n' : *text == 'r' ? '\r' : *text == 't' ? '\t' : '\\';
		} else {
			*out++ = *text;
		}
	}
	*out = '\0';
}

static struct score *score_of(struct score *scores, const char *truth)
{
	for (size_t i = 0; i < CLASSES - 1; i++) {
		if (!scores[i].truth)
			scores[i].truth = xstrdup(truth);
		if (strcmp(scores[i].truth, truth) == 0)
			return &scores[i];
	}
	return &scores[CLASSES - 1];
}

/* Counts one cell; gives whether it is right or not scored. */
static bool compare(const char *want, const char *got, unsigned *scored, unsigned *right)
{
	bool same = want && strcmp(want, got) == 0;

	if (!want || strcmp(want, "?") == 0)
		return true;
	++*scored;
	*right += same;
	return same;
}

static void measure(char *cells[COLUMNS], struct score *scores, bool verbose)
{
	const char *truth = cells[COLUMN_TRUTH] ? cells[COLUMN_TRUTH] : "";
	struct score *score = score_of(scores, truth);
	struct transcript_reader *reader = transcript_reader_create();
	struct transcript *transcript;
	char code[16] = "", status[32] = "";
	const char *stage = "";
	bool right;

	unescape(cells[COLUMN_TEXT]);
	transcript_feed(reader, cells[COLUMN_TEXT], strlen(cells[COLUMN_TEXT]));
	transcript = transcript_finish(reader);
	if (transcript->count) {
		const struct said *said =
			&transcript->replies[transcript->verdict < transcript->count ? transcript->verdict : 0];

		if (said->code)
			snprintf(code, sizeof(code), "%d", said->code);
		if (said->status.class)
			snprintf(status, sizeof(status), "%d.%d.%d", said->status.class,
				 said->status.subject, said->status.detail);
		if (said->stage != STAGES)
			stage = stage_terms[said->stage].key;
	}
	right = compare(cells[COLUMN_CODE], code, &score->codes, &score->code);
	right &= compare(cells[COLUMN_STATUS], status, &score->statuses, &score->status);
	score->rows++;
	score->both += right;
	if (cells[COLUMN_STAGE] && *cells[COLUMN_STAGE])
		right &= compare(cells[COLUMN_STAGE], stage, &score->stages, &score->stage);
	if (cells[COLUMN_CODE] && !*cells[COLUMN_CODE] && cells[COLUMN_STATUS] && !*cells[COLUMN_STATUS]) {
		score->empty++;
		score->alarms += *code || *status;
	}
	if (verbose && !right)
		printf("%s\t%s\twant %s %s %s\tgot %s %s %s\n", truth, cells[COLUMN_ID] ? cells[COLUMN_ID] : "",
		       cells[COLUMN_CODE], cells[COLUMN_STATUS],
		       cells[COLUMN_STAGE] ? cells[COLUMN_STAGE] : "", code, status, stage);
	transcript_free(transcript);
}

static double percent(unsigned right, unsigned rows)
{
	return rows ? 100.0 * right / rows : 100.0;
}

static void print(const struct score *score)
{
	printf("%-10s rows %5u  both %6.2f%%  code %6.2f%%  status %6.2f%%", score->truth, score->rows,
	       percent(score->both, score->rows), percent(score->code, score->codes),
	       percent(score->status, score->statuses));
	if (score->stages)
		printf("  stage %6.2f%%", percent(score->stage, score->stages));
	printf("  false alarms %u of %u\n", score->alarms, score->empty);
}

static bool measure_file(const char *name, bool verbose)
{
	struct score scores[CLASSES] = { { .truth = NULL } };
	struct score all = { .truth = (char *)"all" };
	enum column columns[CELLS];
	char *cells[CELLS], *line = NULL;
	size_t size = 0, width = 0, count;
	FILE *file = fopen(name, "r");

	if (!file) {
		fprintf(stderr, "%s: %s\n", name, strerror(errno));
		return false;
	}
	if (getline(&line, &size, file) > 0)
		for (width = split(line, cells), count = 0; count < width; count++)
			columns[count] = column_of(cells[count]);
	while (getline(&line, &size, file) > 0) {
		char *row[COLUMNS + 1] = { NULL };

		count = split(line, cells);
		for (size_t i = 0; i < count && i < width; i++)
			row[columns[i]] = cells[i];
		if (row[COLUMN_TEXT])
			measure(row, scores, verbose);
	}
	printf("%s\n", name);
	for (size_t i = 0; i < CLASSES && scores[i].truth; i++) {
		all.rows += scores[i].rows;
		all.both += scores[i].both;
		all.codes += scores[i].codes;
		all.code += scores[i].code;
		all.statuses += scores[i].statuses;
		all.status += scores[i].status;
		all.stages += scores[i].stages;
		all.stage += scores[i].stage;
		all.empty += scores[i].empty;
		all.alarms += scores[i].alarms;
		print(&scores[i]);
		free(scores[i].truth);
	}
	print(&all);
	free(line);
	fclose(file);
	return true;
}

int main(int argc, char **argv)
{
	bool verbose = argc > 1 && strcmp(argv[1], "-v") == 0, good = argc > 1 + verbose;

	for (int i = 1 + verbose; i < argc; i++)
		good &= measure_file(argv[i], verbose);
	return good ? 0 : 1;
}
