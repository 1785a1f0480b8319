/* Search over code, title and text of every entry, in English and in the
   language in use, ignoring case and the accents of letters. Every word of a
   query must occur, in any order, also as part of a word. */
#ifndef MODEL_SEARCH_H
#define MODEL_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* The words of a query, folded by text_fold. */
struct query {
	char **words;
	size_t count;
};

/* A part of a text that matches: bytes from start to end. */
struct match {
	size_t start, end;
};

/* The folded text of the catalogue: folded once, searched at every key. */
struct search;

/* Splits text into words. A query without words matches nothing. */
struct query query_parse(const char *text);
void query_free(struct query *query);

/* Tells whether text holds every word. */
bool query_matches(const struct query *query, const char *text);

/* Gives where the words occur in length bytes of text, in order and without
   overlap, as an array of *count owned by the caller. */
struct match *query_find(const struct query *query, const char *text, size_t length,
			 size_t *count);

/* Folds the catalogue in English and the language in use; owned by the caller,
   to be made anew when the language changes. */
struct search *search_create(void);
void search_free(struct search *search);

/* How well an entry matches. */
enum rank {
	RANK_NONE,
	RANK_TEXT,   /* the words stand somewhere in its text */
	RANK_TITLE,  /* all of them in its title */
	RANK_CODE,   /* its code begins with the one word */
};

/* The same for entry number index of the table of enhanced codes. */
enum rank search_rank_status(const struct search *search, size_t index,
			     const struct query *query);

/* Tells how well entry number index of the table of replies matches. */
enum rank search_rank(const struct search *search, size_t index, const struct query *query);

#endif
