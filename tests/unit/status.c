/* Protects the catalogue of enhanced status codes: how codes are read, that every
   entry is whole and agrees with the registry (tests/unit/enhanced.tsv), that every
   reference leads somewhere, and what is said of a code in no list. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "model/status.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct status_code parsed(const char *text)
{
	struct status_code code;

	if (!status_parse(text, &code))
		fail_msg("not read: %s", text);
	return code;
}

static void test_parse(void **state)
{
	static const char *const bad[] = {
		"", "5", "X", "5.", "5.7.", "5.7.26.", "5.7.1234", "5.1000.1", "3.7.1", "1.2.3",
		"05.7.1", "5.07.1", "5.7.01", "5-7-1", " 5.7.1", "5.7.1 ", "Y.7.1",
	};
	struct status_code code = parsed("5.7.26");

	(void)state;
	assert_int_equal(code.class, 5);
	assert_int_equal(code.subject, 7);
	assert_int_equal(code.detail, 26);
	assert_int_equal(parsed("x.0.0").class, 0);
	assert_int_equal(parsed("X.7").detail, -1);
	assert_int_equal(parsed("5.7.x").detail, -1);
	assert_int_equal(parsed("4.999.999").detail, 999);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (status_parse(bad[i], &code))
			fail_msg("read as a code: %s", bad[i]);
}

static long rank_of(const struct status *status)
{
	struct status_code code = parsed(status->code);

	return (code.subject * 1000L + code.detail) * 10 + code.class;
}

static void test_entries(void **state)
{
	(void)state;
	for (size_t i = 0; i < statuses_count; i++) {
		const struct status *status = &statuses[i];
		size_t length = strlen(status->code);

		if (i)
			assert_true(rank_of(status) > rank_of(status - 1));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(statuses[k].title, status->title);
		assert_memory_equal(status->brief, status->code, length);
		assert_memory_equal(status->react, "If you get ", strlen("If you get "));
		assert_non_null(status->description[0]);
		assert_non_null(status->fix[0].text);
		assert_int_equal(!!strchr(status->classes, '2'), !!status->success);
		assert_int_equal(!!strchr(status->classes, '4'), !!status->transient);
		assert_int_equal(!!strchr(status->classes, '5'), !!status->permanent);
		/* Every source is a section of an RFC, or names who was seen to send it. */
		assert_true(status->sources[0].rfc > 0 || status->seen[0]);
		if (status->standing == STANDING_VENDOR)
			assert_non_null(status->seen[0]);
		else
			assert_int_equal(status->code[0], 'X');
	}
}

static void test_references(void **state)
{
	(void)state;
	for (size_t i = 0; i < statuses_count; i++) {
		for (const int *code = statuses[i].replies; *code; code++)
			assert_non_null(catalogue_find(*code));
		for (const char *const *other = statuses[i].compare_with; *other; other++) {
			struct status_code code = parsed(*other);

			assert_string_not_equal(*other, statuses[i].code);
			if (status_entry(&code).standing == STANDING_UNASSIGNED)
				fail_msg("%s cannot be compared with %s", statuses[i].code, *other);
		}
	}
	/* The other way: what a reply code is registered with. */
	for (size_t i = 0; i < replies_count; i++)
		for (const char *const *status = replies[i].statuses; *status; status++) {
			struct status_code code = parsed(*status);
			struct status entry = status_entry(&code);
			bool found = false;

			for (const int *reply = entry.replies; *reply; reply++)
				found |= *reply == replies[i].code;
			if (!found)
				fail_msg("%s does not name %d", *status, replies[i].code);
		}
}

static bool holds(const int *list, int code)
{
	while (*list && *list != code)
		list++;
	return *list != 0;
}

static void test_registry(void **state)
{
	const char *folder = getenv("SRCDIR");
	char path[4096], line[1024];
	size_t registered = 0, rows = 0;
	FILE *file;

	(void)state;
	snprintf(path, sizeof(path), "%s/tests/unit/enhanced.tsv", folder ? folder : ".");
	file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file));
	while (fgets(line, sizeof(line), file)) {
		char *rest = line, *name = strtok_r(rest, "\t", &rest);
		char *codes = strtok_r(rest, "\t", &rest);
		struct status_code code = parsed(name);
		struct status status = status_entry(&code);
		size_t count = 0;

		rows++;
		assert_string_equal(status.code, name);
		assert_int_not_equal(status.standing, STANDING_VENDOR);
		for (char *reply; strcmp(codes, "-") && (reply = strtok_r(codes, " ", &codes)); count++)
			if (!holds(status.replies, atoi(reply)))
				fail_msg("%s: %s is in the registry only", name, reply);
		for (size_t i = 0; i < count; i++)
			assert_int_not_equal(status.replies[i], 0);
		assert_int_equal(status.replies[count], 0);
	}
	fclose(file);
	for (size_t i = 0; i < statuses_count; i++)
		registered += statuses[i].standing != STANDING_VENDOR;
	assert_int_equal(registered, rows);
}

static void test_lookup(void **state)
{
	struct status_code code = parsed("5.7.620");
	char *text;

	(void)state;
	/* One vendor's run; a run inside a wider one; a class that the vendor does not use. */
	assert_string_equal(status_entry(&code).code, "5.7.606");
	code = parsed("4.7.650");
	assert_string_equal(status_entry(&code).code, "4.7.650");
	code = parsed("4.7.620");
	assert_string_equal(status_entry(&code).code, "4.7.500");
	code = parsed("2.7.620");
	assert_int_equal(status_entry(&code).standing, STANDING_UNASSIGNED);
	code = parsed("5.7.26");
	text = status_text(&statuses[0], &code);
	assert_string_equal(text, "5.7.26");
	free(text);
	code = parsed("X.7");
	assert_true(status_matches(&statuses[statuses_count - 1], &code));
	assert_false(status_matches(&statuses[0], &code));
}

static void test_unassigned(void **state)
{
	static const char *const codes[] = { "5.0.999", "4.3.77", "X.7.60", "5.8.1", "2.999.0" };

	(void)state;
	for (size_t i = 0; i < COUNT(codes); i++) {
		struct status_code code = parsed(codes[i]);
		struct status status = status_entry(&code);

		assert_int_equal(status.standing, STANDING_UNASSIGNED);
		assert_non_null(status.description[0]);
		assert_non_null(status.fix[0].text);
		assert_null(status.react);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),	   cmocka_unit_test(test_entries),
		cmocka_unit_test(test_references), cmocka_unit_test(test_registry),
		cmocka_unit_test(test_lookup),	   cmocka_unit_test(test_unassigned),
	};

	return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
