/* Protects the notes on pairs: each names two listed codes in one order, the table is
   sorted, a note is found whichever way round, and one on a single class goes before
   one on any class. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/catalogue.h"
#include "model/status.h"

/* Reply codes come first, then enhanced codes by subject, detail and class. */
static long order(const struct code *code)
{
	if (code->kind == CODE_REPLY)
		return code->reply;
	return 1000 + (code->status.subject * 1000L + code->status.detail) * 10 +
	       code->status.class;
}

static void assert_listed(const struct code *code)
{
	assert_int_not_equal(code->kind, CODE_NONE);
	if (code->kind == CODE_REPLY)
		assert_non_null(catalogue_find(code->reply));
	else
		assert_int_not_equal(status_entry(&code->status).standing, STANDING_UNASSIGNED);
}

static const struct pair *find(const char *a, const char *b)
{
	struct code of_a = code_read(a), of_b = code_read(b);

	return catalogue_pair(&of_a, &of_b);
}

static void test_table(void **state)
{
	struct code last_a = { .kind = CODE_REPLY }, last_b = last_a;

	(void)state;
	assert_true(pairs_count > 0);
	for (size_t i = 0; i < pairs_count; i++) {
		const struct pair *pair = &pairs[i];
		struct code a = code_read(pair->a), b = code_read(pair->b);

		if (order(&a) >= order(&b) || order(&a) < order(&last_a) ||
		    (order(&a) == order(&last_a) && order(&b) <= order(&last_b)))
			fail_msg("%s and %s are out of order", pair->a, pair->b);
		assert_listed(&a);
		assert_listed(&b);
		assert_non_null(pair->differences[0]);
		assert_non_null(pair->use);
		assert_ptr_equal(catalogue_pair(&a, &b), pair);
		assert_ptr_equal(catalogue_pair(&b, &a), pair);
		last_a = a;
		last_b = b;
	}
}

static void test_lookup(void **state)
{
	const struct pair *pair = find("X.1.1", "X.1.2");

	(void)state;
	assert_non_null(pair);
	assert_ptr_equal(find("5.1.1", "5.1.2"), pair);
	assert_ptr_equal(find("5.1.2", "4.1.1"), pair);
	assert_non_null(find("4.7.1", "5.7.1"));
	assert_null(find("4.7.1", "4.7.1"));
	assert_null(find("X.7.1", "5.7.1"));
	assert_null(find("250", "250"));
	assert_null(find("100", "999"));
	assert_null(find("5.0.0", "5.9.9"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_lookup),
	};

	return cmocka_run_group_tests_name("pair", tests, NULL, NULL);
}
