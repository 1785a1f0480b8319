#include "ui/rows.h"

#include <stdlib.h>

#include "base/xalloc.h"

static bool hidden(const struct rows *rows, const struct reply *reply)
{
	return rows->without_wild && reply->standing == STANDING_NONSTANDARD;
}

static void fill(struct rows *rows)
{
	struct row *heading = NULL;

	rows->count = rows->entries = 0;
	for (size_t i = 0; i < replies_count; i++) {
		int class = replies[i].code / 100;

		if (hidden(rows, &replies[i]))
			continue;
		if (!heading || heading->class != class) {
			heading = &rows->rows[rows->count++];
			*heading = (struct row){ .class = class };
		}
		heading->count++;
		rows->entries++;
		rows->rows[rows->count++] = (struct row){ &replies[i], class, 0 };
	}
}

void rows_create(struct rows *rows)
{
	*rows = (struct rows){ .rows = xcalloc(2 * replies_count, sizeof(*rows->rows)) };
	fill(rows);
	/* The first that a server is likely to have sent. */
	while (!rows->rows[rows->selected].entry ||
	       rows_entry(rows)->standing == STANDING_NONSTANDARD)
		rows->selected++;
}

void rows_toggle_wild(struct rows *rows)
{
	int code = rows_entry(rows)->code;

	rows->without_wild = !rows->without_wild;
	fill(rows);
	rows_select_code(rows, code);
}

size_t rows_number(const struct rows *rows)
{
	size_t number = 0;

	for (size_t i = 0; i <= rows->selected; i++)
		number += rows->rows[i].entry != NULL;
	return number;
}

void rows_free(struct rows *rows)
{
	search_free(rows->search);
	free(rows->rows);
}

const struct reply *rows_entry(const struct rows *rows)
{
	return rows->rows[rows->selected].entry;
}

void rows_select(struct rows *rows, size_t row)
{
	if (row >= rows->count)
		row = rows->count - 1;
	rows->selected = rows->rows[row].entry ? row : row + 1;
}

void rows_select_code(struct rows *rows, int code)
{
	size_t row = 0;

	while (row + 1 < rows->count &&
	       !(rows->rows[row].entry && rows->rows[row].entry->code >= code))
		row++;
	rows_select(rows, row);
}

void rows_move(struct rows *rows, long entries)
{
	long step = entries < 0 ? -1 : 1;
	size_t row = rows->selected;

	while (entries && (step > 0 ? row + 1 < rows->count : row > 0)) {
		row = (size_t)((long)row + step);
		if (!rows->rows[row].entry)
			continue;
		rows->selected = row;
		entries -= step;
	}
}

static enum rank rank_of(struct rows *rows, size_t row, const struct query *query)
{
	if (!rows->search || rows->search_language != i18n_language()) {
		search_free(rows->search);
		rows->search = search_create();
		rows->search_language = i18n_language();
	}
	return rows->rows[row].entry ? search_rank(rows->search,
						   (size_t)(rows->rows[row].entry - replies), query)
				     : RANK_NONE;
}

/* Goes to the best match from a row on, around the end; among equal ones to the
   first. */
static bool select_best(struct rows *rows, size_t from, const struct query *query)
{
	enum rank best = RANK_NONE;

	for (size_t i = 0; i < rows->count; i++) {
		size_t row = (from + i) % rows->count;
		enum rank rank = rank_of(rows, row, query);

		if (rank > best) {
			best = rank;
			rows->selected = row;
		}
	}
	return best != RANK_NONE;
}

/* Goes to the first match after so many rows, around the end. */
static bool select_next(struct rows *rows, size_t step, const struct query *query)
{
	size_t row = rows->selected;

	for (size_t i = 0; i < rows->count; i++) {
		row = (row + step) % rows->count;
		if (rank_of(rows, row, query) != RANK_NONE) {
			rows->selected = row;
			return true;
		}
	}
	return false;
}

bool rows_search(struct rows *rows, const struct query *query, enum search_step step)
{
	if (step == SEARCH_BEGIN)
		rows->start = rows->selected;
	if (step == SEARCH_CANCEL || (step == SEARCH_TYPED && !query->count))
		rows->selected = rows->start;
	if (step == SEARCH_BEGIN || step == SEARCH_CANCEL)
		return true;
	if (step == SEARCH_TYPED)
		return select_best(rows, rows->start, query);
	return select_next(rows, step == SEARCH_NEXT ? 1 : rows->count - 1, query);
}
