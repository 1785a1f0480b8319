/* Protects the search: every word of a query has to occur, in any order and as
   part of a word, whatever the case and the accents, in English and in the
   language in use; and what is highlighted is whole letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/catalogue.h"
#include "model/search.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define ACUTE "\u0301"

static bool matches(const char *words, const char *text)
{
	struct query query = query_parse(words);
	bool found = query_matches(&query, text);

	query_free(&query);
	return found;
}

static void test_parse(void **state)
{
	struct query query = query_parse("  Mailbox\tFULL  ");

	(void)state;
	assert_int_equal(query.count, 2);
	assert_string_equal(query.words[0], "mailbox");
	assert_string_equal(query.words[1], "full");
	query_free(&query);
	assert_int_equal(query.count, 0);
	query_free(&query);

	query = query_parse("délai\u202f:\u00a0Œuvre");
	assert_int_equal(query.count, 3);
	assert_string_equal(query.words[0], "delai");
	assert_string_equal(query.words[2], "oeuvre");
	query_free(&query);
}

static void test_empty(void **state)
{
	static const char *const empty[] = { "", " ", " \t  ", "\u00a0" };
	struct search *search = search_create();

	(void)state;
	for (size_t i = 0; i < COUNT(empty); i++) {
		struct query query = query_parse(empty[i]);
		struct match *found;
		size_t count;

		assert_int_equal(query.count, 0);
		assert_false(query_matches(&query, "text"));
		assert_false(query_matches(&query, ""));
		assert_false((search_rank(search, 0, &query) != RANK_NONE));
		found = query_find(&query, "text", 4, &count);
		assert_int_equal(count, 0);
		free(found);
		query_free(&query);
	}
	search_free(search);
	search_free(NULL);
}

static void test_words(void **state)
{
	(void)state;
	assert_true(matches("mailbox full", "The mailbox is full."));
	assert_true(matches("full mailbox", "The mailbox is full."));
	assert_true(matches("box ful", "The mailbox is full."));
	assert_true(matches("FULL", "The mailbox is full."));
	assert_true(matches("full full", "The mailbox is full."));
	assert_false(matches("full empty", "The mailbox is full."));
	assert_false(matches("fulls", "The mailbox is full."));
	assert_false(matches("x", ""));
}

static void test_accents(void **state)
{
	(void)state;
	assert_true(matches("boite", "La boîte aux lettres"));
	assert_true(matches("BOÎTE", "la boite aux lettres"));
	assert_true(matches("e" ACUTE "te", "été"));
	assert_true(matches("coeur", "cœur"));
	assert_true(matches("l'hote", "l’hôte"));
	assert_true(matches("रिले", "मेल रिले करना"));
	assert_false(matches("कि", "का"));
	assert_false(matches("का", "कि"));
}

/* Checks what is found in text: expected has it in brackets. */
static void assert_found(const char *words, const char *text, const char *expected)
{
	struct query query = query_parse(words);
	size_t count, at = 0;
	struct match *found = query_find(&query, text, strlen(text), &count);
	char marked[256] = "";

	for (size_t i = 0; i < count; i++) {
		size_t used = strlen(marked);

		snprintf(marked + used, sizeof(marked) - used, "%.*s[%.*s]",
			 (int)(found[i].start - at), text + at,
			 (int)(found[i].end - found[i].start), text + found[i].start);
		at = found[i].end;
	}
	snprintf(marked + strlen(marked), sizeof(marked) - strlen(marked), "%s", text + at);
	free(found);
	query_free(&query);
	assert_string_equal(marked, expected);
}

static void test_find(void **state)
{
	(void)state;
	assert_found("a", "", "");
	assert_found("x", "abc", "abc");
	assert_found("ab", "abcab Ab", "[ab]c[ab] [Ab]");
	assert_found("full box", "box is full", "[box] is [full]");
	assert_found("mail mailbox", "mailbox mail", "[mailbox] [mail]");
	assert_found("aa", "aaaaa", "[aa][aa]a");
	assert_found("ete", "un été", "un [été]");
	assert_found("ete", "un e" ACUTE "te" ACUTE "s", "un [e" ACUTE "te" ACUTE "]s");
	assert_found("e", "e" ACUTE "x", "[e" ACUTE "]x");
	assert_found("o", "cœur", "c[œ]ur");
	assert_found("ur", "cœur", "cœ[ur]");
	assert_found("o e", "œ", "[œ]");
	assert_found("co eu", "cœur", "[cœ]ur");
	assert_found("रिले", "मेल रिले करना", "मेल [रिले] करना");
}

static bool on_boundary(const char *text, size_t offset)
{
	size_t at = 0;

	while (at < offset)
		at += text_cluster(text + at, strlen(text) - at);
	return at == offset;
}

static void test_find_whole_letters(void **state)
{
	static const char *const queries[] = {
		"e", "o e", "te t", "ce", "क", "र ल", "ि", "ss s", "a b c", ACUTE, "日", "\xff",
	};
	static const char *const texts[] = {
		"La réponse : cœur, « été »", "e" ACUTE ACUTE "te" ACUTE "s", "सर्वर रिले कि क्ष्",
		"Straße", "日本日", "bad \xff bytes \xc3", "œœ", ACUTE "a" ACUTE,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(queries); i++)
		for (size_t k = 0; k < COUNT(texts); k++) {
			struct query query = query_parse(queries[i]);
			size_t length = strlen(texts[k]), count, at = 0;
			struct match *found = query_find(&query, texts[k], length, &count);

			for (size_t m = 0; m < count; m++) {
				assert_true(found[m].start >= at);
				assert_true(found[m].end > found[m].start);
				assert_true(found[m].end <= length);
				assert_true(on_boundary(texts[k], found[m].start));
				assert_true(on_boundary(texts[k], found[m].end));
				at = found[m].end;
			}
			free(found);
			query_free(&query);
		}
}

/* Text behind the given length is not looked at. */
static void test_find_part(void **state)
{
	struct query query = query_parse("full");
	size_t count;
	struct match *found = query_find(&query, "full full", 7, &count);

	(void)state;
	assert_int_equal(count, 1);
	assert_int_equal(found[0].start, 0);
	assert_int_equal(found[0].end, 4);
	free(found);
	query_free(&query);
}

static size_t count_matches(const struct search *search, const char *words)
{
	struct query query = query_parse(words);
	size_t count = 0;

	for (size_t i = 0; i < replies_count; i++)
		count += (search_rank(search, i, &query) != RANK_NONE);
	query_free(&query);
	return count;
}

static void assert_matches(const struct search *search, size_t index, const char *words)
{
	struct query query = query_parse(words);

	if (!(search_rank(search, index, &query) != RANK_NONE))
		fail_msg("%d is not found by: %s", replies[index].code, words);
	query_free(&query);
}

static void test_catalogue(void **state)
{
	struct search *search = search_create();

	(void)state;
	for (size_t i = 0; i < replies_count; i++) {
		const struct reply *reply = &replies[i];
		char code[16];

		snprintf(code, sizeof(code), "%d", reply->code);
		assert_matches(search, i, code);
		assert_matches(search, i, reply->title);
		assert_matches(search, i, reply->react);
		assert_matches(search, i, reply->description[0]);
		assert_matches(search, i, reply->when[0]);
		assert_matches(search, i, reply->fix[0].text);
		assert_matches(search, i, reply->send[0]);
		if (reply->example[0])
			assert_matches(search, i, reply->example[0]);
	}
	assert_int_equal(count_matches(search, "qqqq"), 0);
	assert_int_equal(count_matches(search, "server qqqq"), 0);
	assert_int_equal(count_matches(search, "s"), replies_count);
	assert_true(count_matches(search, "authentication") < replies_count);
	assert_int_equal(count_matches(search, "credentials authentication"),
			 count_matches(search, "authentication credentials"));
	search_free(search);
}

/* In another language both the translation and the English text are found. */
static void test_translated(void **state)
{
	const char *localedir = getenv("SMTPEXPLORE_LOCALEDIR");
	struct search *search;
	bool french;

	(void)state;
	french = i18n_init(localedir ? localedir : "locale", "fr") == I18N_OK;
	search = search_create();
	for (size_t i = 0; i < replies_count; i++) {
		assert_matches(search, i, replies[i].title);
		assert_matches(search, i, _(replies[i].title));
		assert_matches(search, i, _(replies[i].react));
	}
	assert_int_equal(count_matches(search, "boite lettres") > 0, french);
	search_free(search);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_accents),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_find_whole_letters),
		cmocka_unit_test(test_find_part),
		cmocka_unit_test(test_catalogue),
		cmocka_unit_test(test_translated),
	};

	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
