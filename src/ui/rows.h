/* The rows of the list, class headings and entries, and which one is selected.
   Rows count from 0; a heading is never selected. */
#ifndef UI_ROWS_H
#define UI_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/i18n.h"
#include "model/catalogue.h"
#include "model/search.h"
#include "ui/scroll.h"

struct row {
	const struct reply *entry;  /* NULL for a heading */
	int class;
	size_t count;               /* of a heading: entries below it */
};

struct rows {
	struct row *rows;
	size_t count;
	size_t entries;             /* rows that are no heading */
	bool without_wild;          /* codes seen in the wild are hidden */
	size_t selected;
	size_t start;               /* where a search began */
	struct search *search;      /* made at the first search */
	const struct language *search_language;
};

/* Fills the rows from the catalogue. */
void rows_create(struct rows *rows);
void rows_free(struct rows *rows);

/* Hides or shows the codes seen in the wild; the selection stays at its code or
   goes to the next that is shown. */
void rows_toggle_wild(struct rows *rows);

/* Gives the number of the selected entry among the entries, from 1. */
size_t rows_number(const struct rows *rows);

/* Gives the selected entry. */
const struct reply *rows_entry(const struct rows *rows);

/* Selects a row, or, if it is a heading, the entry after it. */
void rows_select(struct rows *rows, size_t row);

/* Selects the first entry whose code is at least code, or the last. */
void rows_select_code(struct rows *rows, int code);

/* Moves the selection by so many entries; stops at the ends. */
void rows_move(struct rows *rows, long entries);

/* Selects a match; gives false when there is none. What is typed goes to the best
   match, the other steps to the next one in the order of the list. */
bool rows_search(struct rows *rows, const struct query *query, enum search_step step);

#endif
