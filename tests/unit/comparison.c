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
static const char *const unassigned[] = {
	"100", "177", "199", "201", "299", "340", "399", "427", "499", "560", "599", "699", "999",
	"2.9.9", "4.0.999", "5.3.77", "X.8.1",
};

/* Readings of one entry. */
static const char *const readings[] = { "4.7.1", "5.7.1", "2.1.5", "5.1.1", "4.2.2", "5.2.2" };

static struct code codes[512];
static size_t code_count;

static int collect_codes(void **state)
{
	(void)state;
	for (size_t i = 0; i < replies_count; i++)
		codes[code_count++] = code_of_reply(replies[i].code);
	for (size_t i = 0; i < statuses_count; i++)
		codes[code_count++] = code_read(statuses[i].code);
	for (size_t i = 0; i < COUNT(unassigned); i++)
		codes[code_count++] = code_read(unassigned[i]);
	for (size_t i = 0; i < COUNT(readings); i++)
		codes[code_count++] = code_read(readings[i]);
	return 0;
}

/* Calls check for every ordered pair of two codes. */
static void for_each_pair(void (*check)(const struct comparison *))
{
	for (size_t i = 0; i < code_count; i++)
		for (size_t k = 0; k < code_count; k++) {
			struct comparison *comparison;

			if (code_same(&codes[i], &codes[k]))
				continue;
			comparison = comparison_create(&codes[i], &codes[k]);
			assert_true(code_same(&comparison->a.code, &codes[i]));
			assert_true(code_same(&comparison->b.code, &codes[k]));
			check(comparison);
			comparison_free(comparison);
		}
}

static void check_parts(const struct comparison *c)
{
	assert_true(*c->summary);
	assert_true(c->differences.count > 0);
	assert_int_equal(c->receive.count, entry_shared(&c->a, &c->b) ? 1 : 2);
	assert_string_equal(c->receive.text[0], c->a.react);
	assert_string_equal(c->receive.text[c->receive.count - 1], c->b.react);
	assert_int_equal(c->send.count, (c->a.use != NULL) + (c->b.use != NULL));
	if (c->a.use)
		assert_string_equal(c->send.text[0], c->a.use);
	if (c->b.use)
		assert_string_equal(c->send.text[c->send.count - 1], c->b.use);
}

static void test_parts(void **state)
{
	(void)state;
	for_each_pair(check_parts);
}

static void check_summary(const struct comparison *c)
{
	const char *second = c->summary + strlen(c->a.brief) + 1;

	assert_memory_equal(c->summary, c->a.brief, strlen(c->a.brief));
	assert_null(strchr(c->summary, '%'));
	if (entry_shared(&c->a, &c->b)) {
		assert_true(strlen(second) > 1);
		return;
	}
	assert_memory_equal(second, c->b.brief, strlen(c->b.brief));
	assert_true(strlen(second) > strlen(c->b.brief) + 1);
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
					fail_msg("%s and %s say twice: %s", c->a.name,
						 c->b.name, text);
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
	const struct pair *pair = catalogue_pair(&c->a.code, &c->b.code);
	const char *a = c->a.name, *b = c->b.name;
	size_t notes = 0;

	while (pair && pair->differences[notes])
		notes++;
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
	const struct pair *pair = catalogue_pair(&c->a.code, &c->b.code);
	struct comparison *turned = comparison_create(&c->b.code, &c->a.code);
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

static void assert_difference(const char *a, const char *b, const char *text)
{
	struct code of_a = code_read(a), of_b = code_read(b);
	struct comparison *c = comparison_create(&of_a, &of_b);
	bool found = strstr(c->summary, text) != NULL;

	for (size_t i = 0; i < c->differences.count; i++)
		found |= !strcmp(c->differences.text[i], text);
	comparison_free(c);
	if (!found)
		fail_msg("%s and %s do not say: %s", a, b, text);
}

static void test_sentences(void **state)
{
	(void)state;
	assert_difference("450", "550", "450 says that the server refused for now. "
					"550 says that the server refused for good.");
	assert_difference("550", "450", "550 says that the server refused for good. "
					"450 says that the server refused for now.");
	assert_difference("354", "221", "The two never answer the same: 354 answers DATA; "
					"221 answers QUIT.");
	assert_difference("221", "354", "The two never answer the same: 221 answers QUIT; "
					"354 answers DATA.");
	assert_difference("221", "421", "421 can answer any command; 221 answers only QUIT.");
	assert_difference("450", "354", "After 450 the client tries the same again later. "
					"After 354 the client goes on with its next step.");
	comparison_free(NULL);
}

/* A reply code and an enhanced one belong together, or contradict one another. */
static void test_kinds(void **state)
{
	(void)state;
	assert_difference("4.7.1", "5.7.1", "4.7.1 says that the server refused for now. "
					    "5.7.1 says that the server refused for good.");
	assert_difference("5.1.1", "5.2.2",
			  "The 1 in the middle of 5.1.1 points to an address. "
			  "The 2 in the middle of 5.2.2 points to the mailbox of the recipient.");
	assert_difference("X.1.1", "5.1.2", "X.1.1 leaves the class open, 5.1.2 does not");
	assert_difference("5.1.1", "X.1.2", "X.1.2 leaves the class open, 5.1.1 does not");
	assert_difference("X.1.1", "X.1.2", "Both leave the class open");
	assert_difference("550", "5.1.1", "They belong together in one reply: the client obeys 550");
	assert_difference("5.1.1", "550", "They belong together in one reply: the client obeys 550");
	assert_difference("554", "5.1.1", "They can stand in one reply: the client obeys 554");
	assert_difference("450", "5.1.1", "In one reply they contradict one another");
	assert_difference("354", "5.1.1", "They never stand together");
	assert_difference("550", "X.1.1", "after 550 it is 5.1.1");
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
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests_name("comparison", tests, collect_codes, NULL);
}
