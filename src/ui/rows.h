/* The rows of the list and which one is selected: reply codes under the headings of
   their classes, or enhanced codes under those of their subjects. Rows count from 0;
   a heading is never selected. */
#ifndef UI_ROWS_H
#define UI_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/i18n.h"
#include "model/catalogue.h"
#include "model/search.h"
#include "model/status.h"
#include "ui/scroll.h"

struct row {
	const struct reply *reply;    /* the entry of a reply code, */
	const struct status *status;  /* or of an enhanced code; a heading has neither */
	int group;                    /* its class, or its subject */
	size_t count;                 /* of a heading: entries below it */
};

struct rows {
	struct row *rows;
	size_t count;
	size_t entries;             /* rows that are no heading */
	bool of_statuses;           /* enhanced codes, not reply codes */
	bool without_wild;          /* what is seen in the wild is hidden */
	size_t selected;
	size_t start;               /* where a search began */
	struct search *search;      /* made at the first search */
	const struct language *search_language;
};

/* Fills the rows from the catalogue. */
void rows_create(struct rows *rows);
void rows_free(struct rows *rows);

/* Hides or shows the codes seen in the wild, those of vendors among them; the selection stays at its code or
   goes to the next that is shown. */
void rows_toggle_wild(struct rows *rows);

/* Gives the number of the selected entry among the entries, from 1. */
size_t rows_number(const struct rows *rows);

/* Goes to the other list and there to what belongs to the selected entry: an
   enhanced code registered with it, or the other way. */
void rows_toggle_statuses(struct rows *rows);

/* Gives the selected row, and its code. */
const struct row *rows_row(const struct rows *rows);
struct code rows_code(const struct rows *rows);

/* Gives the code of a row that is an entry. */
struct code row_code(const struct row *row);

/* Tells whether a row is an entry, and no heading. */
bool row_is_entry(const struct row *row);

/* Selects a row, or, if it is a heading, the entry after it. */
void rows_select(struct rows *rows, size_t row);

/* Selects the entry of a code in the list that is shown: of a reply code the first that
   is at least it, or the last. Does nothing for a code of the other list, or an
   enhanced one without an entry that is shown. */
void rows_select_code(struct rows *rows, const struct code *code);

/* Moves the selection by so many entries; stops at the ends. */
void rows_move(struct rows *rows, long entries);

/* Selects a match; gives false when there is none. What is typed goes to the best
   match, the other steps to the next one in the order of the list. */
bool rows_search(struct rows *rows, const struct query *query, enum search_step step);

#endif
