#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"
#include "base/xalloc.h"
#include "page/pages.h"

/* The widest page: enough for any terminal, and far from an overflow. */
#define WIDEST 10000

enum option_key {
	OPTION_FILE = 'f',
	OPTION_TEXT = 't',
	OPTION_JSON = 'j',
	OPTION_LIST = 'l',
	OPTION_SEARCH = 's',
	OPTION_HELP = 'h',
	OPTION_VERSION = 'V',
	OPTION_LANG = 256,  /* these have no letter */
	OPTION_LIST_LANGUAGES,
	OPTION_COLOR,
	OPTION_WIDTH,
	OPTION_ASCII,
};

static const struct {
	enum option_key key;
	const char *name;
	const char *argument;  /* a msgid; NULL when it takes none */
	const char *help;
} table[] = {
	{ OPTION_FILE, "file", N_("FILE"),
	  N_("Explain the replies in a file: a bounce, a mail log, a session. May be given several times.") },
	{ OPTION_TEXT, "text", NULL,
	  N_("Print text instead of opening the explorer, wrapped to the terminal or to 80 columns.") },
	{ OPTION_JSON, "json", NULL,
	  N_("Print one JSON document. Keys and enumerated values are the same in every language.") },
	{ OPTION_LIST, "list", NULL,
	  N_("List all codes, or those of the pattern. Away from a terminal each line is a code, a tab and the title.") },
	{ OPTION_SEARCH, "search", N_("WORDS"),
	  N_("List the codes whose number, title or text holds every word, in English or in your language; with a code or pattern, only of those.") },
	{ OPTION_LANG, "lang", N_("LANG"),
	  N_("Speak this language, whatever the locale says.") },
	{ OPTION_LIST_LANGUAGES, "list-languages", NULL,
	  N_("List the languages the program speaks.") },
	{ OPTION_COLOR, "color", "auto|always|never",
	  N_("When to use colors. The default, auto, uses them on a terminal unless NO_COLOR is set.") },
	{ OPTION_WIDTH, "width", N_("N"),
	  N_("Wrap text to N columns.") },
	{ OPTION_ASCII, "ascii", NULL,
	  N_("Draw lines and marks with ASCII characters.") },
	{ OPTION_HELP, "help", NULL, N_("Show this help.") },
	{ OPTION_VERSION, "version", NULL, N_("Show the version.") },
};

#define OPTIONS (sizeof(table) / sizeof(*table))

static bool has_letter(enum option_key key)
{
	return key < OPTION_LANG;
}

/* The tables that getopt_long wants. */
struct option_tables {
	char letters[3 * OPTIONS + 2];
	struct option long_options[OPTIONS + 1];
};

static void make_tables(struct option_tables *made)
{
	char *letter = made->letters;

	/* A colon in front tells a missing argument from an unknown option. */
	*letter++ = ':';
	for (size_t i = 0; i < OPTIONS; i++) {
		made->long_options[i] = (struct option){
			table[i].name,
			table[i].argument ? required_argument : no_argument, NULL,
			(int)table[i].key,
		};
		if (has_letter(table[i].key)) {
			*letter++ = (char)table[i].key;
			if (table[i].argument)
				*letter++ = ':';
		}
	}
	*letter = '\0';
	made->long_options[OPTIONS] = (struct option){ 0 };
}

const char *options_language(int argc, char **argv)
{
	struct option_tables made = { .letters = "" };
	const char *language = NULL;
	int option;

	make_tables(&made);
	opterr = 0;
	optind = 0;
	while ((option = getopt_long(argc, argv, made.letters, made.long_options, NULL)) != -1)
		if (option == OPTION_LANG)
			language = optarg;
	return language;
}

/* Says what is wrong with an argument, the format's only one; gives false. */
__attribute__((format(printf, 1, 0)))
static bool usage(const char *format, const char *argument)
{
	char *quoted = report_quote(argument);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	report(format, quoted);
#pragma GCC diagnostic pop
	free(quoted);
	return false;
}

static bool parse_color(const char *text, enum color *color)
{
	static const char *const names[] = {
		[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcmp(text, names[i])) {
			*color = (enum color)i;
			return true;
		}
	return usage(_("--color=%s: give auto, always or never"), text);
}

static bool parse_width(const char *text, size_t *width)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || value < 1 || value > WIDEST)
		return usage(_("--width=%s: give a number of columns from 1 to 10000"), text);
	*width = (size_t)value;
	return true;
}

static bool add_file(struct options *options)
{
	options->files = xreallocarray(options->files, options->file_count + 1,
				       sizeof(*options->files));
	options->files[options->file_count++] = optarg;
	return true;
}

static bool apply(int option, char **argv, struct options *options)
{
	switch (option) {
	case OPTION_FILE: return add_file(options);
	case OPTION_TEXT: options->text = true; return true;
	case OPTION_JSON: options->json = true; return true;
	case OPTION_LIST: options->list = true; return true;
	case OPTION_SEARCH: options->search = optarg; return true;
	case OPTION_LANG: return true;
	case OPTION_LIST_LANGUAGES: options->list_languages = true; return true;
	case OPTION_COLOR: return parse_color(optarg, &options->color);
	case OPTION_WIDTH: return parse_width(optarg, &options->width);
	case OPTION_ASCII: options->ascii = true; return true;
	case OPTION_HELP: options->help = true; return true;
	case OPTION_VERSION: options->version = true; return true;
	case ':':
		return usage(_("%s needs a value; try smtpexplore --help"), argv[optind - 1]);
	default:
		/* getopt names a long option that was given a value it does not take. */
		for (size_t i = 0; i < OPTIONS; i++)
			if (optopt == (int)table[i].key)
				return usage(_("--%s takes no value; try smtpexplore --help"),
					     table[i].name);
		return usage(_("unknown option %s; try smtpexplore --help"),
			     optopt ? (char[]){ '-', (char)optopt, '\0' } : argv[optind - 1]);
	}
}

bool options_parse(int argc, char **argv, struct options *options)
{
	struct option_tables made = { .letters = "" };
	int option;

	make_tables(&made);
	opterr = 0;
	optind = 0;
	while ((option = getopt_long(argc, argv, made.letters, made.long_options, NULL)) != -1)
		if (!apply(option, argv, options))
			return false;
	options->operands = argv + optind;
	options->operand_count = (size_t)(argc - optind);
	if (options->text && options->json) {
		report("%s", _("--text and --json exclude each other; give one of them"));
		return false;
	}
	return true;
}

void options_free(struct options *options)
{
	free(options->files);
}

struct page *options_help(size_t width)
{
	struct key_row rows[OPTIONS];
	const struct key_group group = { _("Options"), rows, OPTIONS };
	struct page *options, *page = page_create(width);

	for (size_t i = 0; i < OPTIONS; i++) {
		struct buffer keys = { 0 };

		if (has_letter(table[i].key))
			buffer_printf(&keys, "-%c, ", (char)table[i].key);
		else
			buffer_puts(&keys, "    ");
		buffer_printf(&keys, "--%s", table[i].name);
		if (table[i].argument)
			buffer_printf(&keys, "=%s", _(table[i].argument));
		rows[i] = (struct key_row){ buffer_take(&keys), _(table[i].help) };
	}
	options = page_keys(&group, 1, width);
	page_paragraph(page, ROLE_BODY, _("smtpexplore [OPTION]... [CODE [CODE] | REPLY | -]"), 0);
	page_blank(page);
	page_paragraph(page, ROLE_BODY, _("Explains SMTP reply codes and whole replies: what each means, when you see it, how to fix it, and how two codes differ. On a terminal it opens an explorer; the key ? shows its keys."), 0);
	page_blank(page);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore", 2);
	page_paragraph(page, ROLE_BODY, _("opens the list of codes."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore 550", 2);
	page_paragraph(page, ROLE_BODY, _("explains one code."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore 251 504", 2);
	page_paragraph(page, ROLE_BODY, _("compares two codes."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore 5.7.26", 2);
	page_paragraph(page, ROLE_BODY, _("explains one enhanced status code; X.7 lists those of a subject."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore 45x", 2);
	page_paragraph(page, ROLE_BODY, _("shows the codes from 450 to 459; 4xx those of the class."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore --search='mailbox full'", 2);
	page_paragraph(page, ROLE_BODY, _("finds the codes whose text holds both words."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore '550 5.1.1 <a@example.com> User unknown'", 2);
	page_paragraph(page, ROLE_BODY, _("explains a reply as the server sent it."), 6);
	page_paragraph(page, ROLE_EXAMPLE, "smtpexplore - <bounce.eml", 2);
	page_paragraph(page, ROLE_BODY, _("explains the replies in a bounce, a mail log or a session. A pipe is read without the dash too."), 6);
	page_blank(page);
	page_append(page, options);
	page_blank(page);
	page_paragraph(page, ROLE_BODY, _("Exit status: 0 found or explained, 1 nothing found or the code is not assigned, 2 the command line is wrong, 3 input, output or the terminal fails."), 0);
	for (size_t i = 0; i < OPTIONS; i++)
		free(rows[i].keys);
	return page;
}
