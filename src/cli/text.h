/* Pages and lists as text on standard output. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/catalogue.h"
#include "model/status.h"
#include "page/page.h"

/* Prints a page, with colors if wanted. */
void print_page(const struct page *page, bool color);

/* Prints entries: each a code, a tab and the title; on a terminal in columns,
   with headings under those of their classes, wrapped to width. */
void print_list(const struct reply *const *entries, size_t count, bool terminal,
	       bool headings, size_t width, bool color);

/* Prints enhanced codes in the same way, under the headings of their subjects. */
void print_statuses(const struct status *const *entries, size_t count, bool terminal,
		    bool headings, size_t width, bool color);

/* Prints the languages the program speaks: tag, tab, own name. */
void print_languages(void);

#endif
