/* Protects the choice of the language: from the option, LANGUAGE and the locale
   alike on every system, with English wherever a catalogue is missing or
   damaged. Each case runs in a process of its own, because i18n_init is called
   once. Without NLS there is only English. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"

#include "base/i18n.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#ifdef ENABLE_NLS
static const bool nls = true;
#else
static const bool nls = false;
#endif

static char folder[] = "/tmp/smtpexplore-i18n-XXXXXX";

/* Gives the name of a file below the folder; valid until the next call. */
static const char *below(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void write_file(const char *name, const void *bytes, size_t size)
{
	FILE *file = fopen(below(name), "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

/* Writes a catalogue that translates "Outcome" alone. */
static void write_catalogue(const char *name, const char *header, const char *outcome)
{
	struct {
		uint32_t head[7], table[8];
		char strings[256];
	} mo = { .head = { 0x950412de, 0, 2, 28, 44 } };
	const char *strings[] = { "", "Outcome", header, outcome };
	size_t used = 0;

	for (size_t i = 0; i < COUNT(strings); i++) {
		size_t length = strlen(strings[i]);

		mo.table[2 * i] = (uint32_t)length;
		mo.table[2 * i + 1] = (uint32_t)(offsetof(__typeof__(mo), strings) + used);
		memcpy(mo.strings + used, strings[i], length + 1);
		used += length + 1;
	}
	write_file(name, &mo, offsetof(__typeof__(mo), strings) + used);
}

/* The languages of a directory with both catalogues, with one, with none, and
   with French damaged in one way or another. */
#define BOTH "both"
#define FRENCH_ONLY "french"
#define NONE "none"
#define DAMAGED "damaged"
#define FRENCH_HEADER "Language: fr\nContent-Type: text/plain; charset=UTF-8\n"
#define HINDI_HEADER "Language: hi\nContent-Type: text/plain; charset=UTF-8\n"

static int make_catalogues(void **state)
{
	static const char *const folders[] = {
		BOTH, BOTH "/fr", BOTH "/fr/LC_MESSAGES", BOTH "/hi", BOTH "/hi/LC_MESSAGES",
		FRENCH_ONLY, FRENCH_ONLY "/fr", FRENCH_ONLY "/fr/LC_MESSAGES", NONE,
		DAMAGED, DAMAGED "/fr", DAMAGED "/fr/LC_MESSAGES",
	};

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	for (size_t i = 0; i < COUNT(folders); i++)
		assert_int_equal(mkdir(below(folders[i]), 0700), 0);
	write_catalogue(BOTH "/fr/LC_MESSAGES/smtpexplore.mo", FRENCH_HEADER, "Résultat");
	write_catalogue(BOTH "/hi/LC_MESSAGES/smtpexplore.mo", HINDI_HEADER, "परिणाम");
	write_catalogue(FRENCH_ONLY "/fr/LC_MESSAGES/smtpexplore.mo", FRENCH_HEADER, "Résultat");
	return 0;
}

static int remove_catalogues(void **state)
{
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		execlp("rm", "rm", "-rf", folder, (char *)NULL);
		_exit(1);
	}
	return waitpid(child, NULL, 0) == child ? 0 : -1;
}

/* What a process says after it called i18n_init. */
struct answer {
	enum i18n_result result;
	char language[8];
	char outcome[32];   /* the translation of "Outcome" */
	char unknown[32];   /* that of a text in no catalogue */
	char empty[32];     /* that of the empty msgid */
	char charset[32];
	bool utf8;
	char shown[32];     /* languages that the charset can show */
	char installed[32]; /* languages with a catalogue */
	char switched[256]; /* "Outcome" in each language, in turn */
};

static void list_languages(bool any_charset, char *out, size_t size)
{
	size_t count;
	const struct language **list = i18n_languages(any_charset, &count);

	for (size_t i = 0; i < count; i++)
		snprintf(out + strlen(out), size - strlen(out), "%s ", list[i]->tag);
	free(list);
}

/* Goes through all languages and back again. */
static void switch_languages(char *out, size_t size)
{
	size_t count;
	const struct language **list = i18n_languages(true, &count);

	for (size_t i = 0; i < 2 * count; i++) {
		i18n_switch(list[i < count ? i : 2 * count - 1 - i]);
		snprintf(out + strlen(out), size - strlen(out), "%s:%s ",
			 i18n_language()->tag, i18n_text("Outcome"));
	}
	free(list);
}

static void answer(const char *localedir, const char *option, struct answer *a)
{
	a->result = i18n_init(localedir, option);
	snprintf(a->language, sizeof(a->language), "%s", i18n_language()->tag);
	snprintf(a->outcome, sizeof(a->outcome), "%s", i18n_text("Outcome"));
	snprintf(a->unknown, sizeof(a->unknown), "%s", i18n_text("No such text"));
	snprintf(a->empty, sizeof(a->empty), "%s", i18n_text(""));
	snprintf(a->charset, sizeof(a->charset), "%s", i18n_charset());
	a->utf8 = i18n_utf8();
	list_languages(false, a->shown, sizeof(a->shown));
	list_languages(true, a->installed, sizeof(a->installed));
	switch_languages(a->switched, sizeof(a->switched));
}

/* Calls i18n_init in a new process; environment is a list such as
   "LANG=C LANGUAGE=fr". */
static struct answer ask(const char *catalogues, const char *environment, const char *option)
{
	static const char *const names[] = {
		"LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES",
	};
	struct answer a = { 0 };
	int ends[2], status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		char *settings = strdup(environment), *rest = settings, *setting;

		for (size_t i = 0; i < COUNT(names); i++)
			unsetenv(names[i]);
		while ((setting = strtok_r(rest, " ", &rest)))
			putenv(setting);
		signal(SIGSEGV, SIG_DFL); /* cmocka would go on with the next test */
		answer(below(catalogues), option, &a);
		_exit(write(ends[1], &a, sizeof(a)) != sizeof(a));
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &a, sizeof(a)), sizeof(a));
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	return a;
}

/* Checks the language that is chosen, and that messages are in it. */
static void assert_language(const char *environment, const char *option, const char *language)
{
	struct answer a = ask(BOTH, environment, option);
	const char *outcome = "Outcome";

	if (!nls)
		language = "en";
	if (!strcmp(language, "fr"))
		outcome = "Résultat";
	if (!strcmp(language, "hi"))
		outcome = "परिणाम";
	if (strcmp(a.language, language) != 0)
		fail_msg("%s, option %s: language is %s instead of %s", environment,
			 option ? option : "none", a.language, language);
	assert_int_equal(a.result, I18N_OK);
	assert_string_equal(a.outcome, outcome);
	assert_string_equal(a.unknown, "No such text");
	assert_string_equal(a.empty, "");
}

static void test_environment(void **state)
{
	(void)state;
	assert_language("", NULL, "en");
	assert_language("LANG=en_US.UTF-8", NULL, "en");
	assert_language("LANG=C.UTF-8", NULL, "en");
	assert_language("LANG=fr_FR.UTF-8", NULL, "fr");
	assert_language("LANG=fr_CA.UTF-8", NULL, "fr");
	assert_language("LANG=fr_FR", NULL, "fr");
	assert_language("LANG=fr", NULL, "fr");
	assert_language("LANG=hi_IN.UTF-8", NULL, "hi");
	assert_language("LANG=de_DE.UTF-8", NULL, "en");
	assert_language("LANG=frr_DE.UTF-8", NULL, "en");
	assert_language("LANG=no_such.locale", NULL, "en");
	assert_language("LANG=fr_FR.UTF-8 LC_ALL=hi_IN.UTF-8", NULL, "hi");
	assert_language("LANG=fr_FR.UTF-8 LC_MESSAGES=hi_IN.UTF-8", NULL, "hi");
	assert_language("LANG=hi_IN.UTF-8 LC_ALL= LC_MESSAGES=fr_FR.UTF-8", NULL, "fr");
}

static void test_language_list(void **state)
{
	(void)state;
	assert_language("LANG=C.UTF-8 LANGUAGE=fr", NULL, "fr");
	assert_language("LANG=fr_FR.UTF-8 LANGUAGE=hi", NULL, "hi");
	assert_language("LANG=C.UTF-8 LANGUAGE=de:pt_BR:hi_IN:fr", NULL, "hi");
	assert_language("LANG=C.UTF-8 LANGUAGE=::fr_CA:", NULL, "fr");
	assert_language("LANG=fr_FR.UTF-8 LANGUAGE=en", NULL, "en");
	assert_language("LANG=fr_FR.UTF-8 LANGUAGE=", NULL, "fr");
	assert_language("LANG=fr_FR.UTF-8 LANGUAGE=de:pt", NULL, "fr");
}

static void test_c_is_english(void **state)
{
	(void)state;
	assert_language("LANG=C", NULL, "en");
	assert_language("LANG=C LANGUAGE=fr", NULL, "en");
	assert_language("LANG=POSIX LC_CTYPE=C.UTF-8 LANGUAGE=hi:fr", NULL, "en");
	assert_language("LANGUAGE=fr", NULL, "en");
	assert_language("LANG=fr_FR.UTF-8 LC_ALL=C LANGUAGE=fr", NULL, "en");
	assert_language("LANG=fr_FR.UTF-8 LC_MESSAGES=C", NULL, "en");
}

static void test_option(void **state)
{
	static const char *const unknown[] = {
		"", "de", "f", "frx", "français", "C", "../fr", "_FR", "frFR", "1",
	};
	static const char *const french[] = {
		"fr", "FR", "fr_CA", "fr-FR.UTF-8", "fr_FR@euro", "fr.UTF-8",
	};

	(void)state;
	assert_language("LANG=fr_FR.UTF-8 LANGUAGE=hi", "en", "en");
	assert_language("LANG=fr_FR.UTF-8", "en_GB", "en");
	for (size_t i = 0; i < COUNT(french); i++)
		if (nls) {
			assert_language("LANG=C.UTF-8", french[i], "fr");
			assert_language("LANG=C", french[i], "fr");
			assert_language("LANG=C LC_CTYPE=C.UTF-8", french[i], "fr");
			assert_language("LANG=hi_IN.UTF-8 LANGUAGE=hi", french[i], "fr");
		} else {
			assert_int_equal(ask(BOTH, "LANG=C.UTF-8", french[i]).result,
					 I18N_UNKNOWN_LANGUAGE);
		}
	for (size_t i = 0; i < COUNT(unknown); i++) {
		struct answer a = ask(BOTH, "LANG=fr_FR.UTF-8", unknown[i]);

		assert_int_equal(a.result, I18N_UNKNOWN_LANGUAGE);
		assert_string_equal(a.outcome, "Outcome");
	}
}

static void test_missing_catalogue(void **state)
{
	struct answer a = ask(NONE, "LANG=fr_FR.UTF-8 LANGUAGE=fr:hi", NULL);

	(void)state;
	assert_int_equal(a.result, I18N_OK);
	assert_string_equal(a.language, "en");
	assert_string_equal(a.outcome, "Outcome");
	assert_string_equal(a.installed, "en ");
	assert_int_equal(ask(NONE, "LANG=C.UTF-8", "fr").result, I18N_UNKNOWN_LANGUAGE);
	assert_int_equal(ask("no such folder", "LANG=C.UTF-8", "fr").result,
			 I18N_UNKNOWN_LANGUAGE);

	a = ask(FRENCH_ONLY, "LANG=hi_IN.UTF-8 LANGUAGE=hi:fr", NULL);
	assert_string_equal(a.language, nls ? "fr" : "en");
	assert_string_equal(a.installed, nls ? "en fr " : "en ");
	assert_int_equal(ask(FRENCH_ONLY, "LANG=C.UTF-8", "hi").result, I18N_UNKNOWN_LANGUAGE);
}

static void test_damaged_catalogue(void **state)
{
	static const char name[] = DAMAGED "/fr/LC_MESSAGES/smtpexplore.mo";
	static const char text[] = "This is no catalogue, though it is longer than a header.";
	static const uint32_t no_tables[7] = { 0x950412de, 0, 2, 0x7fffffff, 0x7fffffff };
	static const struct {
		const void *bytes;
		size_t size;
	} files[] = {
		{ "", 0 }, { text, sizeof(text) }, { no_tables, 8 }, { no_tables, 20 },
		{ no_tables, sizeof(no_tables) },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct answer a;

		write_file(name, files[i].bytes, files[i].size);
		a = ask(DAMAGED, "LANG=fr_FR.UTF-8", NULL);
		assert_int_equal(a.result, I18N_OK);
		assert_string_equal(a.outcome, "Outcome");
		assert_string_equal(a.empty, "");
	}
	write_catalogue(name, FRENCH_HEADER, "");
	assert_string_equal(ask(DAMAGED, "LANG=fr_FR.UTF-8", NULL).outcome, "Outcome");
}

static void test_switch(void **state)
{
	static const char *const locales[] = { "LANG=C.UTF-8", "LANG=hi_IN.UTF-8", "LANG=C" };

	(void)state;
	for (size_t i = 0; i < COUNT(locales); i++) {
		struct answer a = ask(BOTH, locales[i], NULL);

		assert_string_equal(a.switched,
				    nls ? "en:Outcome fr:Résultat hi:परिणाम "
					  "hi:परिणाम fr:Résultat en:Outcome "
					: "en:Outcome en:Outcome ");
	}
}

static void test_charset(void **state)
{
	struct answer a = ask(BOTH, "LANG=C.UTF-8", NULL);

	(void)state;
	assert_string_equal(a.charset, "UTF-8");
	assert_true(a.utf8);
	assert_string_equal(a.shown, nls ? "en fr hi " : "en ");

	a = ask(BOTH, "LANG=C", NULL);
	assert_false(a.utf8);
	assert_string_equal(a.shown, "en ");
	assert_string_equal(a.installed, nls ? "en fr hi " : "en ");

	/* An option goes before the charset; English does with any. */
	assert_int_equal(ask(BOTH, "LANG=C", nls ? "hi" : "en").utf8, nls);
	assert_false(ask(BOTH, "LANG=C", "en").utf8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_language_list),
		cmocka_unit_test(test_c_is_english),
		cmocka_unit_test(test_option),
		cmocka_unit_test(test_missing_catalogue),
		cmocka_unit_test(test_damaged_catalogue),
		cmocka_unit_test(test_switch),
		cmocka_unit_test(test_charset),
	};

	return cmocka_run_group_tests_name("i18n", tests, make_catalogues, remove_catalogues);
}
