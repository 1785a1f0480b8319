/* Protects what the layout of every page stands on: columns, lines and folding
   of text in three scripts, what a poorer charset is given instead, and that
   nothing from outside reaches the terminal as a control. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define LATIN1 "ISO-8859-1"
#define UTF8 "UTF-8"
#define ACUTE "\u0301"

/* Texts that are cut and broken at every width. */
static const char *const samples[] = {
	"", "a", " ", "word", "The server closes the connection after 421.",
	"Use `postconf -e` or CRAM-MD5 with https://www.rfc-editor.org/rfc/rfc5321.html",
	"Réponse temporaire : réessayez plus tard, s’il vous plaît.",
	"e" ACUTE "te" ACUTE " n" ACUTE ACUTE ACUTE "x",
	"सर्वर संदेश को अभी स्वीकार नहीं कर सकता। कि क्ष् हिन्दी",
	"日本語のテキスト 漢字", "a日b本c", "  two  blanks   inside and after   ",
	"donaudampfschifffahrtsgesellschaft", ("\xff" "bad \xc3 bytes\x80"),
};

static void test_width(void **state)
{
	static const struct {
		const char *text;
		size_t width;
	} cases[] = {
		{ "", 0 },       { "abc", 3 },     { "é", 1 },     { "e" ACUTE, 1 },
		{ "œ", 1 },      { "…", 1 },       { "कि", 2 },     { "क्ष्", 2 },
		{ "हिन्दी", 5 },   { "日本", 4 },    { "a日b", 4 },   { "e" ACUTE ACUTE "x", 2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(text_width(cases[i].text, strlen(cases[i].text)),
				 cases[i].width);
	assert_int_equal(text_width("日本", 3), 2);
}

static void test_cluster(void **state)
{
	(void)state;
	assert_int_equal(text_cluster("", 0), 0);
	assert_int_equal(text_cluster("ab", 2), 1);
	assert_int_equal(text_cluster("e" ACUTE ACUTE "a", 6), 5);
	assert_int_equal(text_cluster("कि", 6), 6);
	assert_int_equal(text_cluster("日本", 6), 3);
}

/* Tells whether a cluster of text begins at offset, or text ends there. */
static bool on_boundary(const char *text, size_t offset)
{
	size_t at = 0;

	while (at < offset)
		at += text_cluster(text + at, strlen(text) - at);
	return at == offset;
}

static void test_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		const char *text = samples[i];
		size_t length = strlen(text);

		for (size_t columns = 0; columns < 100; columns++) {
			size_t width, cut = text_cut(text, length, columns, &width);
			size_t next = text_cluster(text + cut, length - cut);

			assert_true(cut <= length);
			assert_true(on_boundary(text, cut));
			assert_int_equal(width, text_width(text, cut));
			assert_true(width <= columns);
			if (cut < length)
				assert_true(width + text_width(text + cut, next) > columns);
		}
	}
	assert_int_equal(text_cut("कि", 6, 1, NULL), 0);
	assert_int_equal(text_cut("日本", 6, 3, NULL), 3);
}

/* Breaks text, and checks what holds for every text and width. */
static size_t *wrap_checked(const char *text, size_t first, size_t rest, size_t *count)
{
	size_t length = strlen(text);
	size_t *starts = text_wrap(text, length, first, rest, count);

	assert_true(*count > 0);
	assert_int_equal(starts[0], 0);
	for (size_t i = 0; i < *count; i++) {
		size_t end = i + 1 < *count ? starts[i + 1] : length;
		size_t room = i ? rest : first, shown;

		/* Lines follow one another, so together they are the text. */
		assert_true(end > starts[i] || length == 0);
		assert_true(on_boundary(text, end));
		for (shown = end; shown > starts[i] && strchr(" \n", text[shown - 1]);)
			shown--;
		if (text_cluster(text + starts[i], shown - starts[i]) < shown - starts[i])
			assert_true(text_width(text + starts[i], shown - starts[i]) <= room);
	}
	return starts;
}

/* Checks the lines that text is broken into: expected has them with | between. */
static void assert_lines(const char *text, size_t first, size_t rest, const char *expected)
{
	size_t count, *starts = text_wrap(text, strlen(text), first, rest, &count);
	char lines[256] = "";

	for (size_t i = 0; i < count; i++) {
		size_t end = i + 1 < count ? starts[i + 1] : strlen(text);

		snprintf(lines + strlen(lines), sizeof(lines) - strlen(lines), "%s%.*s",
			 i ? "|" : "", (int)(end - starts[i]), text + starts[i]);
	}
	free(starts);
	assert_string_equal(lines, expected);
}

static void test_wrap_everywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++)
		for (size_t rest = 1; rest < 90; rest++)
			for (size_t first = 1; first <= rest; first += 1 + first / 4) {
				size_t count, *starts;

				starts = wrap_checked(samples[i], first, rest, &count);
				free(starts);
			}
}

static void test_wrap(void **state)
{
	(void)state;
	assert_lines("", 5, 5, "");
	assert_lines("one two three", 80, 80, "one two three");
	assert_lines("one two three", 8, 8, "one two |three");
	assert_lines("one two three four", 5, 20, "one |two three four");
	assert_lines("one two three four", 20, 6, "one two three four");
	assert_lines("abcdefghij kl", 4, 4, "abcd|efgh|ij |kl");
	assert_lines("日本語", 1, 1, "日|本|語");
	assert_lines("कि का", 1, 1, "कि |का");
}

static void test_wrap_hyphens(void **state)
{
	(void)state;
	assert_lines("now postconf -e it", 14, 14, "now postconf |-e it");
	assert_lines("run -e", 5, 5, "run |-e");
	assert_lines("-e and more", 4, 4, "-e |and |more");
	assert_lines("by CRAM-MD5 only", 8, 9, "by |CRAM-MD5 |only");
	assert_lines("its well-known name", 10, 10, "its well-|known name");
	assert_lines("at mx.example.com now", 16, 16, "at |mx.example.com |now");
}

static void test_wrap_line_feeds(void **state)
{
	(void)state;
	assert_lines("one\ntwo", 0, 0, "one\n|two");
	assert_lines("one\n\ntwo three", 0, 0, "one\n|\n|two three");
	assert_lines("one\ntwo", 80, 80, "one\n|two");
	assert_lines("one\n\ntwo three\n", 80, 80, "one\n|\n|two three\n");
}

static void assert_fold(const char *text, const char *expected)
{
	char *folded = text_fold(text, strlen(text));

	assert_string_equal(folded, expected);
	free(folded);
}

static void test_fold(void **state)
{
	char *hindi = text_fold("मेल रिले करना", strlen("मेल रिले करना"));
	char *word = text_fold("रिले", strlen("रिले"));

	(void)state;
	assert_fold("", "");
	assert_fold("QUIT 221 [x]", "quit 221 [x]");
	assert_fold("ÉÀÇÎÔÙ éàçîôù", "eaciou eaciou");
	assert_fold("e" ACUTE "E" ACUTE, "ee");
	assert_fold("Œuvre cœur Ænima", "oeuvre coeur aenima");
	assert_fold("Straße", "strasse");
	assert_fold("ΆΣ Й", "ασ и");
	assert_fold("délai\u202f: l’hôte\u00a0x", "delai : l'hote x");
	assert_fold("कि", "कि");
	assert_fold("का", "का");
	assert_fold("क्ष्", "क्ष्");
	assert_non_null(strstr(hindi, word));
	free(hindi);
	free(word);
	hindi = text_fold("ABC", 2);
	assert_string_equal(hindi, "ab");
	free(hindi);
}

static void test_fits(void **state)
{
	(void)state;
	assert_true(text_fits("plain", "ASCII"));
	assert_false(text_fits("é", "ASCII"));
	assert_true(text_fits("é", LATIN1));
	assert_false(text_fits("œ", LATIN1));
	assert_false(text_fits("हिन्दी", LATIN1));
	assert_true(text_fits("हिन्दी œ → 日", UTF8));
	assert_true(text_fits("हिन्दी", "utf-8"));
	assert_true(text_fits("", "no such charset"));
	assert_false(text_fits("é", "no such charset"));
}

static void assert_degraded(const char *text, const char *charset, const char *expected)
{
	char *plain = text_degrade(text, charset);

	assert_true(text_fits(plain, charset));
	assert_string_equal(plain, expected);
	free(plain);
}

static void test_degrade(void **state)
{
	(void)state;
	assert_degraded("cœur d’été", UTF8, "cœur d’été");
	assert_degraded("cœur d’été", LATIN1, "coeur d'été");
	assert_degraded("cœur d’été", "ASCII", "coeur d'?t?");
	assert_degraded("« a »\u202f: “b” … c – d", "ASCII", "\" a \" : \"b\" ... c - d");
	assert_degraded("← → ↑ ↓ • ≠ €", LATIN1, "<- -> ^ v * != EUR");
	assert_degraded("कि a", LATIN1, "?? a");
}

static void assert_encoded(const char *text, const char *charset, const char *expected)
{
	char *encoded = text_encode(text, charset);

	assert_string_equal(encoded, expected);
	free(encoded);
}

static void test_encode(void **state)
{
	(void)state;
	assert_encoded("plain", "ASCII", "plain");
	assert_encoded("été", "ASCII", "?t?");
	assert_encoded("été", LATIN1, "\xe9t\xe9");
	assert_encoded("कि é", LATIN1, "?? \xe9");
	assert_encoded("हि été", UTF8, "हि été");
	assert_encoded("é", "no such charset", "?");
}

static void assert_visible(const char *bytes, size_t length, size_t columns,
			   const char *expected)
{
	char *shown = text_visible(bytes, length, columns);

	assert_string_equal(shown, expected);
	free(shown);
}

static void test_visible(void **state)
{
	static const struct {
		const char *bytes, *shown;
	} cases[] = {
		{ "", "" },                        { "550 é कि 日", "550 é कि 日" },
		{ "\033[31m", "^[[31m" },          { "a\tb\nc\rd\x7f", "a^Ib^Jc^Md^?" },
		{ "\xc2\x9b" "31m", "<U+009B>31m" }, { "\xc2\x85", "<U+0085>" },
		{ "a\u202e" "b", "a<U+202E>b" },   { "\u2066\u2069", "<U+2066><U+2069>" },
		{ "\u200f\u061c", "<U+200F><U+061C>" }, { "\u200b\ufeff", "<U+200B><U+FEFF>" },
		{ "\U000e0041", "<U+E0041>" },     { "\xff", "<FF>" },
		{ "\xc3", "<C3>" },                { "\xc0\xaf", "<C0><AF>" },
		{ "\xed\xa0\x80", "<ED><A0><80>" }, { "\xf4\x90\x80\x80", "<F4><90><80><80>" },
		{ "\ufffd", "\ufffd" },            { "क्\u200dष", "क्\u200dष" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_visible(cases[i].bytes, strlen(cases[i].bytes), 100, cases[i].shown);
	assert_visible("a\0b", 3, 100, "a^@b");
}

static void test_visible_cut(void **state)
{
	(void)state;
	assert_visible("abcdef", 6, 6, "abcdef");
	assert_visible("abcdef", 6, 5, "abcde...");
	assert_visible("abcdef", 6, 0, "...");
	assert_visible("ab\033", 3, 3, "ab...");
	assert_visible("日本", 6, 3, "日...");
}

static void test_visible_marks(void **state)
{
	char bytes[2 + 2 * 1000] = "a", expected[16] = "a";

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		memcpy(bytes + 1 + 2 * i, ACUTE, 2);
	for (size_t i = 0; i < 4; i++)
		memcpy(expected + 1 + 2 * i, ACUTE, 2);
	strcat(expected, "b" ACUTE);
	strcpy(bytes + sizeof(bytes) - 1 - 2 * 3, "b" ACUTE);
	assert_visible(bytes, strlen(bytes), 80, expected);
}

static bool dangerous(unsigned c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e ||
	       c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void test_every_character(void **state)
{
	(void)state;
	for (unsigned character = 0; character <= 0x110000; character++) {
		char bytes[4], *shown;
		size_t length = text_put(bytes, character), used;
		unsigned read;

		if ((character >= 0xd800 && character <= 0xdfff) || character > 0x10ffff) {
			assert_int_equal(length, 0);
			continue;
		}
		assert_int_equal(text_decode(bytes, length, &read), length);
		assert_int_equal(read, character);
		if (length > 1) {
			assert_int_equal(text_decode(bytes, length - 1, &read), 1);
			assert_int_equal(read, 0xfffd);
		}
		shown = text_visible(bytes, length, 80);
		for (const char *rest = shown; *rest; rest += used) {
			used = text_decode(rest, strlen(rest), &read);
			assert_false(dangerous(read));
		}
		assert_true(*shown);
		free(shown);
	}
	assert_int_equal(text_decode("", 0, &(unsigned){ 0 }), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_cluster),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_wrap_everywhere),
		cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_wrap_hyphens),
		cmocka_unit_test(test_wrap_line_feeds),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_fits),
		cmocka_unit_test(test_degrade),
		cmocka_unit_test(test_encode),
		cmocka_unit_test(test_visible),
		cmocka_unit_test(test_visible_cut),
		cmocka_unit_test(test_visible_marks),
		cmocka_unit_test(test_every_character),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
