/* The pages there are. Each is made anew for a width and a language. */
#ifndef PAGE_PAGES_H
#define PAGE_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/comparison.h"
#include "model/judgement.h"
#include "model/status.h"
#include "page/page.h"

/* A row of the help: the keys as they are printed, and what they do. */
struct key_row {
	char *keys;
	const char *help;  /* a translated sentence */
};

/* A group of rows under a heading. */
struct key_group {
	const char *heading;  /* translated */
	const struct key_row *rows;
	size_t count;
};

/* The two ways to set a comparison. */
enum layout { LAYOUT_SIDE_BY_SIDE, LAYOUT_STACKED };

/* The narrowest page on which two columns are readable. */
#define SIDE_BY_SIDE_WIDTH 80

/* Gives everything the catalogue says about a code as it was asked for: 5.7.26 says
   only how class 5 reads, X.7.26 all classes. */
struct page *page_of(const struct code *code, size_t width);
struct page *page_reply(int code, size_t width);
struct page *page_status(const struct status_code *code, size_t width);

/* Gives the comparison; a page without a width is always stacked. */
struct page *page_comparison(const struct comparison *comparison, size_t width,
			     enum layout layout);

/* Gives what a reply comes to: the verdict first, then what to do, the reply with its
   parts, contradictions, and the codes behind it. The codes stand in the first lines,
   which stay on top: the reply code, then the enhanced one. */
struct page *page_judgement(const struct judgement *judgement, size_t width);

/* Gives the replies of a text as a list: how often, reply code, enhanced code, words.
   With cut each is one line, whatever is lost of it. */
struct page *page_transcript(const struct transcript *transcript, size_t width, bool cut);

/* Says what was left out of a transcript, translated, or gives NULL; owned by the
   caller. */
char *transcript_losses(const struct transcript *transcript);

/* Gives a transcript as one text: the list where there are several replies, and what the
   verdict's, or else the first, comes to. */
struct page *page_explanation(const struct transcript *transcript, size_t width);

/* Gives the help from the rows of the key table. */
struct page *page_keys(const struct key_group *groups, size_t count, size_t width);

/* Parts that pages share. */

/* Writes the heading of a section, after a blank line. */
void page_heading(struct page *page, const char *label);

/* Writes paragraphs, translated; as a list with bullets when bullets is set. */
void page_paragraphs(struct page *page, const char *const *msgids, bool bullets);

/* Writes advice, each paragraph after the name of the one it is for. */
void page_advice(struct page *page, const struct advice *advice);

/* Gives the role of the name of an entry: that of its class. */
enum role page_entry_role(const struct entry *entry);

/* Writes the name and title of an entry, and the heading of its class. */
void page_entry_title(struct page *page, const struct entry *entry);

/* Writes the structured fields that have a value, their names in a column of their own. */
void page_facts(struct page *page, const struct entry *entry);

/* Writes what the page of a code begins with: the title, what to do, the fields, and the
   description. */
void page_entry_start(struct page *page, const struct entry *entry);

/* Writes how an enhanced code reads in its classes, as a list. */
void page_readings(struct page *page, const struct entry *entry);

/* Writes what vendors mean by it. */
void page_vendors(struct page *page, const struct vendor *vendors);

/* Writes a field and its value, the value from a column on. */
void page_fact(struct page *page, const char *label, const char *value, size_t column);

/* Writes codes of replies, each with its title; ends with 0. */
void page_codes(struct page *page, const int *codes);

/* Writes enhanced codes, each with its title. */
void page_statuses(struct page *page, const char *const *codes);

/* Writes sources as links. */
void page_sources(struct page *page, const struct source *sources);

#endif
