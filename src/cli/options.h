/* The command line. One table of options makes the parser and the help. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "page/page.h"

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct options {
	bool text, json, list, list_languages, ascii, help, version;
	char *search;         /* NULL without --search */
	enum color color;
	size_t width;         /* 0: that of the terminal, or 80 */
	char **files;         /* of --file; owned, the names are argv's */
	size_t file_count;
	char **operands;      /* a part of argv */
	size_t operand_count;
};

/* Gives the argument of --lang, or NULL; says nothing of errors. To be called
   first, so that errors are said in the right language. */
const char *options_language(int argc, char **argv);

/* Reads the command line. On an error it says so on standard error, in one line
   that tells what to do, and gives false. */
bool options_parse(int argc, char **argv, struct options *options);

/* Frees what the options own. */
void options_free(struct options *options);

/* Gives the help, owned by the caller. */
struct page *options_help(size_t width);

#endif
