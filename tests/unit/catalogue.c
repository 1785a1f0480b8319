/* Protects the catalogue: every entry is whole, well formed and says nothing
   twice, its facts are those of the reference table replies.tsv, and there is an
   entry for every number that can be asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/catalogue.h"

#define ENTRIES 87

/* Every text that a person wrote, collected once. */
static const char *texts[4096];
static size_t text_count;

static void collect(const char *text)
{
	if (!text)
		return;
	assert_true(text_count < sizeof(texts) / sizeof(*texts));
	texts[text_count++] = text;
}

static void collect_list(const char *const *list)
{
	assert_non_null(list);
	for (; *list; list++)
		collect(*list);
}

static int collect_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < replies_count; i++) {
		const struct reply *reply = &replies[i];

		collect(reply->title);
		collect(reply->brief);
		collect(reply->react);
		collect(reply->use);
		collect_list(reply->description);
		collect_list(reply->when);
		for (const struct advice *fix = reply->fix; fix->text; fix++)
			collect(fix->text);
		collect_list(reply->send);
	}
	for (size_t i = 0; i < pairs_count; i++) {
		collect_list(pairs[i].differences);
		collect_list(pairs[i].use);
	}
	return 0;
}

/* Checks for ASCII without blanks at the ends or two in a row. */
static void assert_clean(const char *text)
{
	bool clean = *text && *text != ' ' && text[strlen(text) - 1] != ' ' &&
		     !strstr(text, "  ");

	for (const char *c = text; *c; c++)
		clean &= *c >= 0x20 && *c < 0x7f;
	if (!clean)
		fail_msg("not clean: \"%s\"", text);
}

static void test_order(void **state)
{
	(void)state;
	assert_int_equal(replies_count, ENTRIES);
	for (size_t i = 0; i < replies_count; i++) {
		assert_in_range(replies[i].code, 101, 599);
		if (i)
			assert_true(replies[i - 1].code < replies[i].code);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(replies[k].title, replies[i].title);
	}
}

static void assert_whole(const struct reply *reply)
{
	assert_true((int)reply->standing >= 0 && reply->standing < STANDING_UNASSIGNED);
	assert_true((int)reply->retry >= 0 && reply->retry < RETRIES);
	assert_true((int)reply->closes >= 0 && reply->closes < CLOSES_COUNT);
	assert_true((int)reply->actor >= 0 && reply->actor < ACTORS);
	assert_true(reply->stages > 0 && reply->stages < STAGE_BIT(STAGES));
	assert_non_null(reply->title);
	assert_non_null(reply->brief);
	assert_non_null(reply->react);
	assert_non_null(reply->use);
	assert_non_null(reply->description[0]);
	assert_non_null(reply->when[0]);
	assert_non_null(reply->fix[0].text);
	assert_non_null(reply->send[0]);
	assert_non_null(reply->statuses);
	assert_true(reply->compare_with[0] > 0);
	/* Every source is a section of an RFC, or names who was seen to send it. */
	if (reply->standing == STANDING_NONSTANDARD) {
		assert_true(reply->seen[0] || reply->sources[0].rfc > 0);
	} else {
		assert_non_null(reply->example[0]);
		assert_true(reply->sources[0].rfc > 0);
	}
}

static void test_fields(void **state)
{
	(void)state;
	for (size_t i = 0; i < replies_count; i++) {
		const struct reply *reply = &replies[i];
		char digits[16], react[32], use[32];

		assert_whole(reply);
		snprintf(digits, sizeof(digits), "%d ", reply->code);
		snprintf(react, sizeof(react), "If you get %d", reply->code);
		snprintf(use, sizeof(use), reply->standing == STANDING_NONSTANDARD ? "Do not send %d" :
					   reply->standing == STANDING_OBSOLETE ? "Do not send %d" :
										"Send %d when", reply->code);
		assert_memory_equal(reply->brief, digits, strlen(digits));
		assert_memory_equal(reply->react, react, strlen(react));
		assert_memory_equal(reply->use, use, strlen(use));
		for (const struct advice *fix = reply->fix; fix->text; fix++)
			assert_true((int)fix->who >= 0 && fix->who < ACTORS);
	}
}

static void test_lists(void **state)
{
	(void)state;
	for (size_t i = 0; i < replies_count; i++) {
		const struct reply *reply = &replies[i];

		for (const int *other = reply->compare_with; *other; other++) {
			if (!catalogue_find(*other) || *other == reply->code)
				fail_msg("%d cannot be compared with %d", reply->code, *other);
			for (const int *before = reply->compare_with; before < other; before++)
				assert_int_not_equal(*before, *other);
		}
		for (const struct source *source = reply->sources; source->rfc; source++) {
			assert_in_range(source->rfc, 700, 9999);
			assert_non_null(source->section);
			assert_clean(source->section);
		}
		for (const char *const *line = reply->example; *line; line++) {
			assert_clean(*line);
			/* The client may send an empty line. */
			assert_true(!strncmp(*line, "C: ", 3) || !strncmp(*line, "S: ", 3) ||
				    !strcmp(*line, "C:"));
		}
		for (const char *const *status = reply->statuses; *status; status++)
			assert_memory_equal(*status, "X.", 2);
	}
}

static void test_texts_are_clean(void **state)
{
	(void)state;
	for (size_t i = 0; i < text_count; i++)
		assert_clean(texts[i]);
}

/* A sentence of a text, without the blank behind it. */
struct sentence {
	const char *start;
	size_t length;
};

static int compare_sentences(const void *left, const void *right)
{
	const struct sentence *a = left, *b = right;
	size_t shorter = a->length < b->length ? a->length : b->length;
	int order = strncmp(a->start, b->start, shorter);

	return order ? order : (a->length > b->length) - (a->length < b->length);
}

static size_t sentence_length(const char *text)
{
	for (size_t i = 0; text[i]; i++)
		if (strchr(".?!", text[i]) && (text[i + 1] == ' ' || !text[i + 1]))
			return i + 1;
	return strlen(text);
}

static void test_no_sentence_twice(void **state)
{
	static struct sentence sentences[8192];
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < text_count; i++)
		for (const char *rest = texts[i]; *rest; count++) {
			size_t length = sentence_length(rest);

			assert_true(count < sizeof(sentences) / sizeof(*sentences));
			sentences[count] = (struct sentence){ rest, length };
			rest += length + (rest[length] == ' ');
		}
	qsort(sentences, count, sizeof(*sentences), compare_sentences);
	for (size_t i = 1; i < count; i++)
		if (compare_sentences(&sentences[i - 1], &sentences[i]) == 0)
			fail_msg("said twice: \"%.*s\"", (int)sentences[i].length,
				 sentences[i].start);
	assert_true(count > 1000);
}

static void assert_unassigned(const struct reply *reply, int code)
{
	char *brief = reply_brief(reply), *react = reply_react(reply), number[16];

	snprintf(number, sizeof(number), "%d", code);
	assert_int_equal(reply->standing, STANDING_UNASSIGNED);
	assert_memory_equal(brief, number, strlen(number));
	assert_non_null(strstr(react, number));
	assert_null(strchr(brief, '%'));
	assert_null(strchr(react, '%'));
	assert_clean(brief);
	assert_clean(react);
	assert_null(reply->use);
	for (const char *const *text = reply->description; *text; text++)
		assert_clean(*text);
	assert_non_null(reply->description[0]);
	assert_non_null(reply->fix[0].text);
	assert_non_null(reply->send[0]);
	assert_null(reply->when[0]);
	assert_null(reply->example[0]);
	assert_null(reply->statuses[0]);
	assert_int_equal(reply->compare_with[0], 0);
	assert_true(reply->sources[0].rfc > 0);
	free(brief);
	free(react);
}

static void test_every_code(void **state)
{
	size_t assigned = 0;

	(void)state;
	for (int code = 100; code <= 999; code++) {
		const struct reply *entry = catalogue_find(code);
		struct reply reply = catalogue_reply(code);

		assert_int_equal(reply.code, code);
		assert_non_null(reply.title);
		if (entry) {
			assert_int_equal(entry->code, code);
			assert_memory_equal(&reply, entry, sizeof(reply));
			assigned++;
		} else {
			assert_unassigned(&reply, code);
		}
	}
	assert_int_equal(assigned, ENTRIES);
	assert_null(catalogue_find(-1));
	assert_null(catalogue_find(1000));
	assert_int_equal(catalogue_reply(299).retry, RETRY_NEXT_STEP);
	assert_int_equal(catalogue_reply(399).retry, RETRY_NEXT_STEP);
	assert_int_equal(catalogue_reply(499).retry, RETRY_SAME_LATER);
	assert_int_equal(catalogue_reply(599).retry, RETRY_FIX_FIRST);
	assert_int_equal(catalogue_reply(999).retry, RETRY_FIX_FIRST);
}

static void test_first(void **state)
{
	(void)state;
	assert_int_equal(catalogue_first(&(struct code_range){ 210, 299 }), 211);
	assert_int_equal(catalogue_first(&(struct code_range){ 550, 559 }), 550);
	assert_int_equal(catalogue_first(&(struct code_range){ 251, 259 }), 251);
	assert_int_equal(catalogue_first(&(struct code_range){ 599, 599 }), 599);
	assert_int_equal(catalogue_first(&(struct code_range){ 600, 699 }), -1);
}

static void test_words(void **state)
{
	const struct advice to_sender = { ACTOR_SENDING_USER, "Wait." };
	const struct advice to_all = { ACTOR_VARIES, "Wait." };
	const struct source source = { 5321, "4.2.2" };
	char *text = advice_text(&to_sender);

	(void)state;
	assert_string_equal(text, "Sender: Wait.");
	free(text);
	text = advice_text(&to_all);
	assert_string_equal(text, "Wait.");
	free(text);
	text = source_url(&source);
	assert_string_equal(text, "https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.2");
	free(text);
}

/* The columns of replies.tsv. */
enum { CODE, CLASS, CATEGORY, STANDING, STAGE_SET, ENHANCED, RETRY, CLOSES, ACTOR, COLUMNS };

static unsigned stages_of(char *list)
{
	unsigned stages = 0;

	for (char *name, *rest = list; (name = strtok_r(rest, ";", &rest));) {
		int stage = 0;

		while (stage < STAGES && strcmp(stage_terms[stage].key, name) != 0)
			stage++;
		assert_true(stage < STAGES);
		stages |= STAGE_BIT(stage);
	}
	return stages;
}

static void assert_row(char *const *row)
{
	const struct reply *reply = catalogue_find(atoi(row[CODE]));
	char statuses[512] = "";

	assert_non_null(reply);
	for (const char *const *status = reply->statuses; *status; status++)
		snprintf(statuses + strlen(statuses), sizeof(statuses) - strlen(statuses),
			 "%s%s", *statuses ? ";" : "", *status);
	assert_string_equal(*statuses ? statuses : "-", row[ENHANCED]);
	assert_int_equal(reply->code / 100, atoi(row[CLASS]));
	assert_string_equal(category_terms[category_of(reply->code)].key, row[CATEGORY]);
	assert_string_equal(standing_terms[reply->standing].key, row[STANDING]);
	assert_int_equal(reply->stages, stages_of(row[STAGE_SET]));
	assert_string_equal(retry_terms[reply->retry].key, row[RETRY]);
	assert_string_equal(closes_terms[reply->closes].key, row[CLOSES]);
	assert_string_equal(actor_terms[reply->actor].key, row[ACTOR]);
}

static void test_reference(void **state)
{
	const char *folder = getenv("SRCDIR");
	char path[4096], line[1024];
	size_t rows = 0;
	FILE *file;

	(void)state;
	snprintf(path, sizeof(path), "%s/tests/unit/replies.tsv", folder ? folder : ".");
	file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file));
	while (fgets(line, sizeof(line), file)) {
		char *row[COLUMNS], *rest = line;

		line[strcspn(line, "\n")] = '\0';
		for (int column = 0; column < COLUMNS; column++) {
			row[column] = strtok_r(rest, "\t", &rest);
			assert_non_null(row[column]);
		}
		assert_row(row);
		rows++;
	}
	fclose(file);
	assert_int_equal(rows, ENTRIES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_texts_are_clean),
		cmocka_unit_test(test_no_sentence_twice),
		cmocka_unit_test(test_every_code),
		cmocka_unit_test(test_first),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_reference),
	};

	return cmocka_run_group_tests_name("catalogue", tests, collect_texts, NULL);
}
