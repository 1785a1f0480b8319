/* Protects the reader of compiled catalogues: it finds what msgfmt wrote in
   either byte order, and no damaged or hostile file makes it crash, read beyond
   the file or give anything but NULL or text of the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mo.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

enum { MAGIC = 0, REVISION = 4, MESSAGES = 8, ORIGINALS = 12, TRANSLATIONS = 16 };
enum { HEADER = 28, ENTRY = 8, LARGEST = 16 * 1024 * 1024 };

static const struct {
	const char *msgid, *msgstr;
} messages[] = {
	{ "", "Language: fr\nContent-Type: text/plain; charset=UTF-8\n" },
	{ "Connection", "Connexion" },
	{ "Outcome", "Résultat" },
	{ "Replies to", "Répond à" },
	{ "Retry", "Nouvel essai" },
	{ "Who acts", "Qui agit" },
};

/* A file as it is written. */
struct image {
	unsigned char bytes[1024];
	size_t size;
	bool big_endian;
};

static char folder[] = "/tmp/smtpexplore-mo-XXXXXX";
static char path[sizeof(folder) + 16];

static void poke(struct image *image, size_t offset, uint32_t value)
{
	for (size_t i = 0; i < 4; i++)
		image->bytes[offset + (image->big_endian ? 3 - i : i)] =
			(unsigned char)(value >> (8 * i));
}

static void add_string(struct image *image, size_t entry, const char *text)
{
	size_t length = strlen(text);

	poke(image, entry, (uint32_t)length);
	poke(image, entry + 4, (uint32_t)image->size);
	memcpy(image->bytes + image->size, text, length + 1);
	image->size += length + 1;
}

static struct image valid_image(bool big_endian)
{
	struct image image = { .big_endian = big_endian };
	size_t originals = HEADER, translations = HEADER + ENTRY * COUNT(messages);

	poke(&image, MAGIC, 0x950412de);
	poke(&image, MESSAGES, COUNT(messages));
	poke(&image, ORIGINALS, (uint32_t)originals);
	poke(&image, TRANSLATIONS, (uint32_t)translations);
	image.size = translations + ENTRY * COUNT(messages);
	for (size_t i = 0; i < COUNT(messages); i++)
		add_string(&image, originals + ENTRY * i, messages[i].msgid);
	for (size_t i = 0; i < COUNT(messages); i++)
		add_string(&image, translations + ENTRY * i, messages[i].msgstr);
	return image;
}

static struct mo *open_image(const struct image *image)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(image->bytes, 1, image->size, file), image->size);
	assert_int_equal(fclose(file), 0);
	return mo_open(path);
}

/* Opens an image and reads all it can; the answers need not be right. */
static void survive(const struct image *image)
{
	struct mo *mo = open_image(image);

	for (size_t i = 0; mo && i < COUNT(messages); i++) {
		const char *text = mo_find(mo, messages[i].msgid);

		if (text)
			assert_true(strlen(text) < image->size);
	}
	mo_close(mo);
}

/* Opens an image that has lost something: what it still gives must be right. */
static void right_or_nothing(const struct image *image)
{
	struct mo *mo = open_image(image);

	for (size_t i = 0; mo && i < COUNT(messages); i++) {
		const char *text = mo_find(mo, messages[i].msgid);

		if (text)
			assert_string_equal(text, messages[i].msgstr);
	}
	mo_close(mo);
}

static void assert_refused(const struct image *image)
{
	assert_null(open_image(image));
}

static void test_lookup(void **state)
{
	static const char *const unknown[] = { "A", "Outcom", "Outcomes", "outcome", "Z", "\xff" };

	(void)state;
	for (int big_endian = 0; big_endian < 2; big_endian++) {
		struct image image = valid_image(big_endian);
		struct mo *mo = open_image(&image);

		assert_non_null(mo);
		for (size_t i = 0; i < COUNT(messages); i++)
			assert_string_equal(mo_find(mo, messages[i].msgid), messages[i].msgstr);
		for (size_t i = 0; i < COUNT(unknown); i++)
			assert_null(mo_find(mo, unknown[i]));
		mo_close(mo);
	}
	mo_close(NULL);
}

static void test_no_messages(void **state)
{
	struct image image = valid_image(false);
	struct mo *mo;

	(void)state;
	poke(&image, MESSAGES, 0);
	poke(&image, ORIGINALS, HEADER);
	poke(&image, TRANSLATIONS, HEADER);
	image.size = HEADER;
	mo = open_image(&image);
	assert_non_null(mo);
	assert_null(mo_find(mo, ""));
	assert_null(mo_find(mo, "Outcome"));
	mo_close(mo);
}

static void test_header(void **state)
{
	static const uint32_t magics[] = { 0, 0x950412df, 0x12de9504, 0xffffffff };
	static const struct {
		uint32_t revision;
		bool allowed;
	} revisions[] = {
		{ 0, true }, { 1, true }, { 0x10000, true }, { 0x10001, true },
		{ 0x20000, false }, { 0xffff0000, false },
	};

	(void)state;
	for (int big_endian = 0; big_endian < 2; big_endian++) {
		struct image image = valid_image(big_endian);

		for (size_t i = 0; i < COUNT(revisions); i++) {
			struct mo *mo;

			poke(&image, REVISION, revisions[i].revision);
			mo = open_image(&image);
			assert_int_equal(mo != NULL, revisions[i].allowed);
			mo_close(mo);
		}
		poke(&image, REVISION, 0);
		for (size_t i = 0; i < COUNT(magics); i++) {
			poke(&image, MAGIC, magics[i]);
			assert_refused(&image);
		}
	}
}

static void test_truncated(void **state)
{
	(void)state;
	for (int big_endian = 0; big_endian < 2; big_endian++) {
		struct image image = valid_image(big_endian);
		size_t tables = HEADER + 2 * ENTRY * COUNT(messages);

		while (image.size-- > 0)
			if (image.size < tables)
				assert_refused(&image);
			else
				right_or_nothing(&image);
	}
}

/* Puts wild numbers in every field of the header and of both tables. */
static void test_wild_numbers(void **state)
{
	(void)state;
	for (int big_endian = 0; big_endian < 2; big_endian++) {
		const struct image valid = valid_image(big_endian);
		uint32_t size = (uint32_t)valid.size;
		const uint32_t wild[] = {
			0, 1, 7, size - 8, size - 1, size, size + 1, 0x10000000, 0x20000000,
			0x20000001, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff,
		};

		for (size_t at = REVISION; at < HEADER + 2 * ENTRY * COUNT(messages); at += 4)
			for (size_t i = 0; i < COUNT(wild); i++) {
				struct image image = valid;

				poke(&image, at, wild[i]);
				survive(&image);
			}
	}
}

static void test_tables_leave_the_file(void **state)
{
	static const size_t fields[] = { ORIGINALS, TRANSLATIONS };
	/* 0x20000001 entries of 8 bytes are 8 bytes in 32 bits. */
	static const uint32_t counts[] = { 1000, 0x1fffffff, 0x20000001, 0xffffffff };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		struct image image = valid_image(false);

		poke(&image, MESSAGES, counts[i]);
		assert_refused(&image);
	}
	for (size_t i = 0; i < COUNT(fields); i++) {
		struct image image = valid_image(false);
		uint32_t last = (uint32_t)(image.size - ENTRY * COUNT(messages));

		poke(&image, fields[i], last + 1);
		assert_refused(&image);
		poke(&image, fields[i], (uint32_t)image.size + 1);
		assert_refused(&image);
		poke(&image, fields[i], 0xffffffff);
		assert_refused(&image);
	}
}

/* A string that leaves the file, by a byte or by far, is no answer. */
static void test_strings_leave_the_file(void **state)
{
	size_t last = COUNT(messages) - 1;
	size_t entry = HEADER + ENTRY * (COUNT(messages) + last);
	size_t length = strlen(messages[last].msgstr);
	const uint32_t lengths[] = { (uint32_t)length + 1, 1000, 0x7fffffff, 0xffffffff };

	(void)state;
	for (size_t i = 0; i < COUNT(lengths); i++) {
		struct image image = valid_image(false);
		struct mo *mo;

		poke(&image, entry, lengths[i]);
		mo = open_image(&image);
		assert_non_null(mo);
		assert_null(mo_find(mo, messages[last].msgid));
		assert_string_equal(mo_find(mo, "Outcome"), "Résultat");
		mo_close(mo);
	}
}

static void test_missing_nul(void **state)
{
	struct image image = valid_image(false);
	struct mo *mo;

	(void)state;
	image.bytes[image.size - 1] = 'X';
	mo = open_image(&image);
	assert_non_null(mo);
	assert_null(mo_find(mo, messages[COUNT(messages) - 1].msgid));
	assert_string_equal(mo_find(mo, "Outcome"), "Résultat");
	mo_close(mo);

	/* Not one NUL after the tables. */
	image = valid_image(false);
	for (size_t i = HEADER + 2 * ENTRY * COUNT(messages); i < image.size; i++)
		if (!image.bytes[i])
			image.bytes[i] = 'X';
	mo = open_image(&image);
	assert_non_null(mo);
	for (size_t i = 0; i < COUNT(messages); i++)
		assert_null(mo_find(mo, messages[i].msgid));
	mo_close(mo);
}

static void test_unsorted(void **state)
{
	(void)state;
	for (size_t a = 0; a < COUNT(messages); a++)
		for (size_t b = 0; b < a; b++) {
			struct image image = valid_image(false);

			for (size_t table = 0; table < 2; table++) {
				unsigned char *first = image.bytes + HEADER +
						       ENTRY * COUNT(messages) * table;
				unsigned char kept[ENTRY];

				memcpy(kept, first + ENTRY * a, ENTRY);
				memcpy(first + ENTRY * a, first + ENTRY * b, ENTRY);
				memcpy(first + ENTRY * b, kept, ENTRY);
			}
			right_or_nothing(&image);
		}
}

static void test_no_catalogue(void **state)
{
	static const struct image empty;
	struct image text = { .size = 64 };

	(void)state;
	assert_refused(&empty);
	memset(text.bytes, 'x', text.size);
	assert_refused(&text);
	assert_int_equal(unlink(path), 0);
	assert_null(mo_open(path));
	assert_null(mo_open(""));
	assert_null(mo_open(folder));

	/* Neither a directory nor a pipe without a writer may stop the program. */
	alarm(10);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_null(mo_open(path));
	alarm(0);
	assert_int_equal(unlink(path), 0);
}

static void test_largest(void **state)
{
	struct image image = valid_image(false);
	struct mo *mo = open_image(&image);

	(void)state;
	mo_close(mo);
	assert_int_equal(truncate(path, LARGEST), 0);
	mo = mo_open(path);
	assert_non_null(mo);
	assert_string_equal(mo_find(mo, "Outcome"), "Résultat");
	mo_close(mo);
	assert_int_equal(truncate(path, LARGEST + 1), 0);
	assert_null(mo_open(path));
}

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/test.mo", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lookup),
		cmocka_unit_test(test_no_messages),
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_wild_numbers),
		cmocka_unit_test(test_tables_leave_the_file),
		cmocka_unit_test(test_strings_leave_the_file),
		cmocka_unit_test(test_missing_nul),
		cmocka_unit_test(test_unsorted),
		cmocka_unit_test(test_no_catalogue),
		cmocka_unit_test(test_largest),
	};

	return cmocka_run_group_tests_name("mo", tests, make_folder, remove_folder);
}
