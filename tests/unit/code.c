/* Protects how reply codes are read: three digits, or a pattern whose last
   digits are x, and nothing else. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "model/code.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const char *const bad[] = {
	"", "099", "000", "0xx", "5", "45", "4x5", "x55", "xxx", "Xxx", "5555", "55x ", " 550", "550 ", "55 ",
	"5 0", "-50", "+50", "55w", "5.0", "0x1", "5xx5", "55xx", "550\n", "\t55", "५५०",
	"５", "55\xff", "5\xc3\xa9",
};

static void test_code(void **state)
{
	(void)state;
	for (int code = 100; code <= 999; code++) {
		char text[16];
		int read = INT_MIN;

		snprintf(text, sizeof(text), "%03d", code);
		assert_true(code_parse(text, &read));
		assert_int_equal(read, code);
	}
}

static void test_pattern_is_no_code(void **state)
{
	static const char *const patterns[] = { "55x", "5xx", "55X", "5Xx", "00x" };

	(void)state;
	for (size_t i = 0; i < COUNT(patterns); i++) {
		int code = 7;

		assert_false(code_parse(patterns[i], &code));
		assert_int_equal(code, 7);
	}
}

static void test_range(void **state)
{
	static const struct {
		const char *text;
		int first, last;
	} cases[] = {
		{ "100", 100, 100 }, { "451", 451, 451 }, { "999", 999, 999 },
		{ "45x", 450, 459 }, { "45X", 450, 459 }, { "45y", 450, 459 },
		{ "4xx", 400, 499 }, { "4XX", 400, 499 }, { "4xX", 400, 499 },
		{ "4yZ", 400, 499 },    { "9xx", 900, 999 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct code_range range;

		assert_true(code_range_parse(cases[i].text, &range));
		assert_int_equal(range.first, cases[i].first);
		assert_int_equal(range.last, cases[i].last);
	}
}

static void test_bad(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct code_range range = { 1, 2 };
		int code = 7;

		if (code_parse(bad[i], &code) || code_range_parse(bad[i], &range))
			fail_msg("\"%s\" was read as a code", bad[i]);
		assert_int_equal(code, 7);
		assert_int_equal(range.first, 1);
		assert_int_equal(range.last, 2);
	}
}

static void test_in_range(void **state)
{
	static const struct code_range tens = { 450, 459 }, one = { 451, 451 };

	(void)state;
	assert_false(code_in_range(449, &tens));
	assert_true(code_in_range(450, &tens));
	assert_true(code_in_range(459, &tens));
	assert_false(code_in_range(460, &tens));
	assert_true(code_in_range(451, &one));
	assert_false(code_in_range(450, &one));
	assert_false(code_in_range(-1, &one));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_code),
		cmocka_unit_test(test_pattern_is_no_code),
		cmocka_unit_test(test_range),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_in_range),
	};

	return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
