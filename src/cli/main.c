#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "config.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"
#include "base/xalloc.h"
#include "cli/json.h"
#include "cli/options.h"
#include "cli/text.h"
#include "model/code.h"
#include "model/search.h"
#include "page/glyph.h"
#include "page/pages.h"
#include "ui/app.h"

#define DEFAULT_WIDTH 80

/* What the operands ask for. */
struct request {
	enum { REQUEST_LIST, REQUEST_CODE, REQUEST_PAIR } kind;
	struct code code, other;
	struct code_range range;    /* for a list: of these reply codes, */
	bool of_status;             /* or of the enhanced codes that fit a pattern */
	struct status_code status;
};

/* Opens the standard descriptors that are closed, so that no file gets their
   number; writing to such an output fails as it should. */
static void open_standard_descriptors(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
			_exit(STATUS_SYSTEM);
}

static void sane_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
}

/* The directory of the message catalogues: the one given at build time, or, in
   the build tree, the one that the environment names. */
static const char *localedir(void)
{
	const char *dir = getenv("SMTPEXPLORE_LOCALEDIR");

	return dir && *dir ? dir : LOCALEDIR;
}

static size_t terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return DEFAULT_WIDTH;
}

static bool use_color(enum color color)
{
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");

	if (color != COLOR_AUTO)
		return color == COLOR_ALWAYS;
	return isatty(STDOUT_FILENO) && !(none && *none) && term && strcmp(term, "dumb") != 0;
}

/* Tells whether the reader of our output has seen enough and closed the pipe. */
static bool reader_gone(void)
{
	struct pollfd output = { .fd = STDOUT_FILENO };

	return poll(&output, 1, 0) > 0 && output.revents & POLLERR;
}

/* Ends the output and gives the exit status. */
static int finish(int status)
{
	bool failed = ferror(stdout);

	errno = 0;
	if (fflush(stdout) == 0 && !failed)
		return status;
	if (errno != EPIPE && !reader_gone())
		report_errno(_("cannot write the output: %s"), errno ? errno : EIO);
	return STATUS_SYSTEM;
}

static int not_a_code(const struct options *options, const char *text)
{
	char *quoted = report_quote(text);

	if (options->search)
		report(_("%s is no reply code; put quotes around the words of a search"), quoted);
	else
		report(_("%s is no reply code; give three digits such as 550, a pattern such as 45x, or an enhanced code such as 5.7.26"),
		       *quoted ? quoted : "\"\"");
	free(quoted);
	return STATUS_NOTHING;
}

static int usage(const char *message)
{
	report("%s", message);
	return STATUS_USAGE;
}

/* Drops blanks around an operand, such as the carriage return of a line that was
   read from a file. */
static char *trimmed(char *text)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	for (length = strlen(text); length && strchr(" \t\r\n", text[length - 1]);)
		text[--length] = '\0';
	return text;
}

/* Reads the operands; gives STATUS_FOUND, or the status to end with. */
static int read_operands(const struct options *options, struct request *request)
{
	char **operands = options->operands;
	size_t count = options->operand_count;
	bool list = options->list || options->search;

	*request = (struct request){ .range = { 0, 999 } };
	for (size_t i = 0; i < count; i++) {
		struct code_range range;
		struct status_code status;

		operands[i] = trimmed(operands[i]);
		if (!status_parse(operands[i], &status) && !code_range_parse(operands[i], &range))
			return not_a_code(options, operands[i]);
	}
	if (list && count > 1)
		return usage(_("a list takes one code or pattern; give no more than one"));
	if (count > 2)
		return usage(_("two codes make a comparison; give no more than two"));
	if (options->search && !*trimmed(options->search))
		return usage(_("--search needs a word to search for"));
	if (!count)
		return STATUS_FOUND;
	request->of_status = status_parse(operands[0], &request->status);
	if (!request->of_status)
		code_range_parse(operands[0], &request->range);
	request->code = code_read(operands[0]);
	if (count == 1 && request->code.kind != CODE_NONE && !list)
		request->kind = REQUEST_CODE;
	if (count == 1)
		return STATUS_FOUND;
	request->other = code_read(operands[1]);
	if (request->code.kind == CODE_NONE || request->other.kind == CODE_NONE)
		return usage(_("a comparison takes two codes, no patterns"));
	if (code_same(&request->code, &request->other))
		return usage(_("a comparison takes two different codes"));
	request->kind = REQUEST_PAIR;
	return STATUS_FOUND;
}

/* What a list holds. */
struct entries {
	const struct reply **replies;
	size_t replies_count;
	const struct status **statuses;
	size_t statuses_count;
};

/* Selects what the request and the search take in, the best matches first. */
static struct entries select_entries(const struct request *request, const char *words)
{
	struct entries entries = {
		.replies = xcalloc(replies_count, sizeof(const struct reply *)),
		.statuses = xcalloc(statuses_count, sizeof(const struct status *)),
	};
	struct search *search = words ? search_create() : NULL;
	struct query query = query_parse(words ? words : "");
	/* Without a pattern a search goes over both tables, a list over reply codes. */
	bool all_statuses = search && request->range.first == 0 && !request->of_status;

	for (enum rank rank = RANK_CODE; rank > RANK_NONE; rank--) {
		for (size_t i = 0; i < replies_count && !request->of_status; i++)
			if (code_in_range(replies[i].code, &request->range) &&
			    (search ? search_rank(search, i, &query) : RANK_CODE) == rank)
				entries.replies[entries.replies_count++] = &replies[i];
		for (size_t i = 0; i < statuses_count && (request->of_status || all_statuses); i++)
			if ((all_statuses || status_matches(&statuses[i], &request->status)) &&
			    (search ? search_rank_status(search, i, &query) : RANK_CODE) == rank)
				entries.statuses[entries.statuses_count++] = &statuses[i];
	}
	query_free(&query);
	search_free(search);
	return entries;
}

static int list_entries(const struct options *options, const struct request *request)
{
	struct entries entries = select_entries(request, options->search);
	bool terminal = isatty(STDOUT_FILENO) && !options->text;
	bool color = use_color(options->color);
	size_t width = options->width ? options->width : terminal_width();
	int status = STATUS_FOUND;

	if (!entries.replies_count && !entries.statuses_count) {
		char *words = report_quote(options->search ? options->search
							   : options->operands[0]);

		report(options->search ? _("nothing holds all of the words: %s")
				       : _("no code that is assigned fits %s; try smtpexplore --list"), words);
		free(words);
		status = STATUS_NOTHING;
	}
	if (options->json) {
		if (!json_list(entries.replies, entries.replies_count, entries.statuses,
			       entries.statuses_count))
			status = STATUS_SYSTEM;
	} else {
		print_list(entries.replies, entries.replies_count, terminal, !options->search,
			   width, color);
		print_statuses(entries.statuses, entries.statuses_count, terminal,
			       !options->search, width, color);
	}
	free(entries.replies);
	free(entries.statuses);
	return status;
}

/* Tells whether a code, if there is one, is in a list. */
static bool assigned(const struct code *code)
{
	if (code->kind == CODE_REPLY)
		return catalogue_find(code->reply);
	return code->kind == CODE_NONE ||
	       status_entry(&code->status).standing != STANDING_UNASSIGNED;
}

static int found(const struct request *request)
{
	return assigned(&request->code) && assigned(&request->other) ? STATUS_FOUND : STATUS_NOTHING;
}

static int print_entries(const struct options *options, const struct request *request)
{
	size_t width = options->width ? options->width : terminal_width();
	struct page *page = NULL;
	bool printed = true;

	if (request->kind == REQUEST_CODE && options->json) {
		printed = json_code(&request->code);
	} else if (request->kind == REQUEST_CODE) {
		page = page_of(&request->code, width);
	} else {
		struct comparison *comparison = comparison_create(&request->code, &request->other);

		if (options->json)
			printed = json_comparison(comparison);
		else
			page = page_comparison(comparison, width,
					       width < SIDE_BY_SIDE_WIDTH ? LAYOUT_STACKED
									  : LAYOUT_SIDE_BY_SIDE);
		comparison_free(comparison);
	}
	if (page)
		print_page(page, use_color(options->color));
	page_free(page);
	return printed ? found(request) : STATUS_SYSTEM;
}

/* Gives the code that the list opens on, if the operand names one. */
static struct code first_of(const struct request *request)
{
	struct code none = { .kind = CODE_NONE };
	int first = request->range.first ? catalogue_first(&request->range) : -1;

	if (request->code.kind != CODE_NONE)
		return request->code;
	for (size_t i = 0; request->of_status && i < statuses_count; i++)
		if (status_matches(&statuses[i], &request->status))
			return code_read(statuses[i].code);
	return first < 0 ? none : code_of_reply(first);
}

static int explore(const struct options *options, const struct request *request)
{
	struct app_start start = {
		.select = first_of(request),
		.code = request->code,
		.other = request->other,
		.color = use_color(options->color),
		.output = stdout,
		.input = STDIN_FILENO,
	};
	int status;

	if (!isatty(start.input)) {
		start.input = open("/dev/tty", O_RDWR | O_CLOEXEC);
		if (start.input < 0) {
			report_errno(_("cannot read keys from the terminal: %s; for text, add --text"),
				     errno);
			return STATUS_SYSTEM;
		}
	}
	status = app_run(&start);
	return status == STATUS_FOUND ? found(request) : status;
}

static int print_version(void)
{
	printf("smtpexplore %s\nGPL-3.0-or-later\n", PACKAGE_VERSION);
	return STATUS_FOUND;
}

static int print_help(const struct options *options)
{
	struct page *page = options_help(options->width ? options->width : terminal_width());

	print_page(page, use_color(options->color));
	page_free(page);
	return STATUS_FOUND;
}

static int run(const struct options *options)
{
	struct request request;
	int status;

	glyph_use_ascii(options->ascii || !i18n_utf8());
	if (options->help)
		return print_help(options);
	if (options->version)
		return print_version();
	if (options->list_languages) {
		print_languages();
		return STATUS_FOUND;
	}
	status = read_operands(options, &request);
	if (status != STATUS_FOUND)
		return status;
	if (isatty(STDOUT_FILENO) && !options->text && !options->json && !options->list &&
	    !options->search &&
	    (!options->operand_count || first_of(&request).kind != CODE_NONE))
		return explore(options, &request);
	return request.kind == REQUEST_LIST ? list_entries(options, &request)
					    : print_entries(options, &request);
}

int main(int argc, char **argv)
{
	const char *language;
	struct options options = { 0 };

	open_standard_descriptors();
	sane_signals();
	language = options_language(argc, argv);
	if (i18n_init(localedir(), language) == I18N_UNKNOWN_LANGUAGE) {
		char *quoted = report_quote(language);

		i18n_init(localedir(), NULL);
		report(_("--lang=%s: no such language; smtpexplore --list-languages shows them"), quoted);
		free(quoted);
		return STATUS_USAGE;
	}
	if (!options_parse(argc, argv, &options))
		return STATUS_USAGE;
	return finish(run(&options));
}
