#include "ui/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

bool row_is_entry(const struct row *row)
{
	return row->reply || row->status;
}

const struct row *rows_row(const struct rows *rows)
{
	return &rows->rows[rows->selected];
}

struct code row_code(const struct row *row)
{
	return row->reply ? code_of_reply(row->reply->code) : code_read(row->status->code);
}

struct code rows_code(const struct rows *rows)
{
	return row_code(rows_row(rows));
}

/* Adds an entry, and before it a heading if its group is a new one; *heading is the
   row of the last one. */
static void add(struct rows *rows, const struct row *entry, size_t *heading)
{
	if (rows->without_wild &&
	    (entry->reply ? entry->reply->standing == STANDING_NONSTANDARD
			  : entry->status->standing == STANDING_VENDOR))
		return;
	if (!rows->count || rows->rows[*heading].group != entry->group) {
		*heading = rows->count;
		rows->rows[rows->count++] = (struct row){ .group = entry->group };
	}
	rows->rows[*heading].count++;
	rows->rows[rows->count++] = *entry;
	rows->entries++;
}

static void fill(struct rows *rows)
{
	size_t heading = 0;

	rows->count = rows->entries = 0;
	for (size_t i = 0; i < replies_count && !rows->of_statuses; i++)
		add(rows, &(struct row){ .reply = &replies[i], .group = replies[i].code / 100 },
		    &heading);
	for (size_t i = 0; i < statuses_count && rows->of_statuses; i++) {
		struct status_code code;

		status_parse(statuses[i].code, &code);
		add(rows, &(struct row){ .status = &statuses[i], .group = code.subject }, &heading);
	}
}

void rows_create(struct rows *rows)
{
	size_t most = 2 * (replies_count > statuses_count ? replies_count : statuses_count);

	*rows = (struct rows){ .rows = xcalloc(most, sizeof(*rows->rows)) };
	fill(rows);
	/* The first that a server is likely to have sent. */
	while (!row_is_entry(rows_row(rows)) ||
	       rows_row(rows)->reply->standing == STANDING_NONSTANDARD)
		rows->selected++;
}

void rows_toggle_wild(struct rows *rows)
{
	const struct code code = rows_code(rows);

	rows->without_wild = !rows->without_wild;
	fill(rows);
	rows_select(rows, 0);
	rows_select_code(rows, &code);
}

void rows_toggle_statuses(struct rows *rows)
{
	const struct row row = *rows_row(rows);
	struct code code = { .kind = CODE_NONE };

	rows->of_statuses = !rows->of_statuses;
	fill(rows);
	rows_select(rows, 0);
	if (row.status && row.status->replies[0])
		code = code_of_reply(row.status->replies[0]);
	else if (row.reply && row.reply->statuses[0])
		code = code_read(row.reply->statuses[0]);
	rows_select_code(rows, &code);
}

size_t rows_number(const struct rows *rows)
{
	size_t number = 0;

	for (size_t i = 0; i <= rows->selected; i++)
		number += row_is_entry(&rows->rows[i]);
	return number;
}

void rows_free(struct rows *rows)
{
	search_free(rows->search);
	free(rows->rows);
}

void rows_select(struct rows *rows, size_t row)
{
	if (row >= rows->count)
		row = rows->count - 1;
	rows->selected = row_is_entry(&rows->rows[row]) ? row : row + 1;
}

void rows_select_code(struct rows *rows, const struct code *code)
{
	if (code->kind != (rows->of_statuses ? CODE_STATUS : CODE_REPLY))
		return;
	for (size_t row = 0; row < rows->count; row++) {
		const struct row *entry = &rows->rows[row];

		if (entry->status && status_matches(entry->status, &code->status)) {
			rows->selected = row;
			return;
		}
		if (entry->reply) {
			rows->selected = row;
			if (entry->reply->code >= code->reply)
				return;
		}
	}
}

void rows_move(struct rows *rows, long entries)
{
	long step = entries < 0 ? -1 : 1;
	size_t row = rows->selected;

	while (entries && (step > 0 ? row + 1 < rows->count : row > 0)) {
		row = (size_t)((long)row + step);
		if (!row_is_entry(&rows->rows[row]))
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
	if (rows->rows[row].status)
		return search_rank_status(rows->search, (size_t)(rows->rows[row].status - statuses),
					  query);
	return rows->rows[row].reply ? search_rank(rows->search,
						   (size_t)(rows->rows[row].reply - replies), query)
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
