/* Protects the comparison: any two codes have a summary and differences, said
   once and in the user's order, and the notes on a pair do not depend on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/comparison.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Codes of every class and category that no list has. */
static const int unassigned[] = { 100, 177, 199, 201, 299, 340, 399, 427, 499, 560, 599, 699, 999 };

static int codes[128];
static size_t code_count;

static int collect_codes(void **state)
{
	(void)state;
	for (size_t i = 0; i < replies_count; i++)
		codes[code_count++] = replies[i].code;
	for (size_t i = 0; i < COUNT(unassigned); i++) {
		assert_null(catalogue_find(unassigned[i]));
		codes[code_count++] = unassigned[i];
	}
	return 0;
}

/* Calls check for every ordered pair of two codes. */
static void for_each_pair(void (*check)(const struct comparison *))
{
	for (size_t i = 0; i < code_count; i++)
		for (size_t k = 0; k < code_count; k++) {
			struct comparison *comparison;

			if (i == k)
				continue;
			comparison = comparison_create(codes[i], codes[k]);
			assert_int_equal(comparison->a.code, codes[i]);
			assert_int_equal(comparison->b.code, codes[k]);
			check(comparison);
			comparison_free(comparison);
		}
}

static void check_parts(const struct comparison *c)
{
	char *react_a = reply_react(&c->a), *react_b = reply_react(&c->b);

	assert_true(*c->summary);
	assert_true(c->differences.count > 0);
	assert_int_equal(c->receive.count, 2);
	assert_string_equal(c->receive.text[0], react_a);
	assert_string_equal(c->receive.text[1], react_b);
	assert_int_equal(c->send.count, (c->a.use != NULL) + (c->b.use != NULL));
	if (c->a.use)
		assert_string_equal(c->send.text[0], c->a.use);
	if (c->b.use)
		assert_string_equal(c->send.text[c->send.count - 1], c->b.use);
	free(react_a);
	free(react_b);
}

static void test_parts(void **state)
{
	(void)state;
	for_each_pair(check_parts);
}

static void check_summary(const struct comparison *c)
{
	char *brief_a = reply_brief(&c->a), *brief_b = reply_brief(&c->b);
	const char *second = c->summary + strlen(brief_a) + 1;

	assert_memory_equal(c->summary, brief_a, strlen(brief_a));
	assert_memory_equal(second, brief_b, strlen(brief_b));
	assert_true(strlen(second) > strlen(brief_b) + 1);
	assert_null(strchr(c->summary, '%'));
	free(brief_a);
	free(brief_b);
}

static void test_summary(void **state)
{
	(void)state;
	for_each_pair(check_summary);
}

static void check_nothing_twice(const struct comparison *c)
{
	const struct sentences *lists[] = { &c->differences, &c->rules, &c->receive, &c->send };
	const char *seen[256] = { c->summary };
	size_t count = 1;

	for (size_t i = 0; i < COUNT(lists); i++)
		for (size_t k = 0; k < lists[i]->count; k++) {
			const char *text = lists[i]->text[k];

			assert_true(*text);
			assert_true(count < COUNT(seen));
			for (size_t old = 0; old < count; old++)
				if (!strcmp(seen[old], text))
					fail_msg("%d and %d say twice: %s", c->a.code,
						 c->b.code, text);
			seen[count++] = text;
		}
}

static void test_nothing_twice(void **state)
{
	(void)state;
	for_each_pair(check_nothing_twice);
}

/* What is derived from the fields names the codes, in the user's order unless
   the sentence is about the wider set of commands, and no other code. */
static void check_derived(const struct comparison *c)
{
	const struct pair *pair = catalogue_pair(c->a.code, c->b.code);
	char a[16], b[16];
	size_t notes = 0;

	while (pair && pair->differences[notes])
		notes++;
	snprintf(a, sizeof(a), "%d", c->a.code);
	snprintf(b, sizeof(b), "%d", c->b.code);
	for (size_t i = notes; i < c->differences.count; i++) {
		const char *text = c->differences.text[i];
		bool stages = strstr(text, "answer") != NULL;

		assert_null(strchr(text, '%'));
		assert_true(stages || strstr(text, a));
		assert_true(stages || strstr(text, b));
		if (!stages && strlen(a) == strlen(b))
			assert_true(strstr(text, a) < strstr(text, b));
	}
}

static void test_derived(void **state)
{
	(void)state;
	for_each_pair(check_derived);
}

static void check_notes(const struct comparison *c)
{
	const struct pair *pair = catalogue_pair(c->a.code, c->b.code);
	struct comparison *turned = comparison_create(c->b.code, c->a.code);
	size_t notes = 0, rules = 0;

	for (; pair && pair->differences[notes]; notes++) {
		assert_string_equal(c->differences.text[notes], pair->differences[notes]);
		assert_string_equal(turned->differences.text[notes], pair->differences[notes]);
	}
	for (; pair && pair->use[rules]; rules++) {
		assert_string_equal(c->rules.text[rules], pair->use[rules]);
		assert_string_equal(turned->rules.text[rules], pair->use[rules]);
	}
	assert_int_equal(c->rules.count, rules);
	assert_int_equal(turned->rules.count, rules);
	assert_int_equal(c->differences.count, turned->differences.count);
	comparison_free(turned);
}

static void test_notes(void **state)
{
	(void)state;
	for_each_pair(check_notes);
}

static bool same_source(const struct source *a, const struct source *b)
{
	return a->rfc == b->rfc && !strcmp(a->section, b->section);
}

static size_t times_in(const struct source *list, const struct source *wanted)
{
	size_t times = 0;

	for (; list->rfc; list++)
		times += same_source(list, wanted);
	return times;
}

static void check_sources(const struct comparison *c)
{
	const struct source *lists[] = { c->a.sources, c->b.sources };

	for (size_t i = 0; i < COUNT(lists); i++)
		for (const struct source *source = lists[i]; source->rfc; source++)
			assert_int_equal(times_in(c->sources, source), 1);
	for (const struct source *source = c->sources; source->rfc; source++) {
		const struct source *later = source + 1;

		assert_int_equal(times_in(c->sources, source), 1);
		assert_true(times_in(lists[0], source) + times_in(lists[1], source) > 0);
		while (later->rfc == source->rfc)
			later++;
		for (; later->rfc; later++)
			assert_true(later->rfc != source->rfc || later[-1].rfc == source->rfc);
	}
}

static void test_sources(void **state)
{
	(void)state;
	for_each_pair(check_sources);
}

static void assert_difference(int a, int b, const char *text)
{
	struct comparison *c = comparison_create(a, b);
	bool found = false;

	for (size_t i = 0; i < c->differences.count; i++)
		found |= !strcmp(c->differences.text[i], text);
	comparison_free(c);
	if (!found)
		fail_msg("%d and %d do not say: %s", a, b, text);
}

static void test_sentences(void **state)
{
	(void)state;
	assert_difference(450, 550, "450 says that the server refused for now. "
				    "550 says that the server refused for good.");
	assert_difference(550, 450, "550 says that the server refused for good. "
				    "450 says that the server refused for now.");
	assert_difference(354, 221, "The two never answer the same: 354 answers DATA; "
				    "221 answers QUIT.");
	assert_difference(221, 354, "The two never answer the same: 221 answers QUIT; "
				    "354 answers DATA.");
	assert_difference(221, 421, "421 can answer any command; 221 answers only QUIT.");
	assert_difference(450, 354, "After 450 the client tries the same again later. "
				    "After 354 the client goes on with its next step.");
	comparison_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_summary),
		cmocka_unit_test(test_nothing_twice),
		cmocka_unit_test(test_derived),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_sources),
		cmocka_unit_test(test_sentences),
	};

	return cmocka_run_group_tests_name("comparison", tests, collect_codes, NULL);
}
