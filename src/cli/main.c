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
#include "cli/input.h"
#include "cli/json.h"
#include "cli/options.h"
#include "cli/request.h"
#include "cli/text.h"
#include "model/search.h"
#include "model/status.h"
#include "page/glyph.h"
#include "page/pages.h"
#include "ui/app.h"

#define DEFAULT_WIDTH 80

/* Opens the standard descriptors that are closed, so that no file gets their
   number; writing to such an output fails as it should. */
static void open_standard_descriptors(void)
{
	struct pollfd fds[] = { { .fd = 0 }, { .fd = 1 }, { .fd = 2 } };

	poll(fds, 3, 0);
	for (int fd = 0; fd <= 2; fd++)
		if (fds[fd].revents & POLLNVAL && open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
			_exit(STATUS_SYSTEM);
}

static void sane_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
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
	int reason = fflush(stdout) == 0 ? 0 : errno;

	if (!reason && !failed)
		return status;
	if (reason != EPIPE && !reader_gone())
		report_errno(_("cannot write the output: %s"), reason ? reason : EIO);
	return STATUS_SYSTEM;
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
	bool terminal = !options->text && isatty(STDOUT_FILENO);
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
		json_list(entries.replies, entries.replies_count, entries.statuses,
			  entries.statuses_count);
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

static int print_entries(const struct options *options, const struct request *request)
{
	size_t width = options->width ? options->width : terminal_width();
	struct page *page = NULL;

	if (request->kind == REQUEST_CODE && options->json) {
		json_code(&request->code);
	} else if (request->kind == REQUEST_CODE) {
		page = page_of(&request->code, width);
	} else {
		struct comparison *comparison = comparison_create(&request->code, &request->other);

		if (options->json)
			json_comparison(comparison);
		else
			page = page_comparison(comparison, width,
					       width < SIDE_BY_SIDE_WIDTH ? LAYOUT_STACKED
									  : LAYOUT_SIDE_BY_SIDE);
		comparison_free(comparison);
	}
	if (page)
		print_page(page, use_color(options->color));
	page_free(page);
	return request_found(request);
}

/* Opens the terminal for the keys when standard input is something else. */
static int open_keys(void)
{
	int keys = isatty(STDIN_FILENO) ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC);

	if (keys < 0)
		report_errno(_("cannot read keys from the terminal: %s; for text, add --text"), errno);
	return keys;
}

static int explore(const struct options *options, const struct request *request,
		   struct transcript *transcript, const int *inputs)
{
	struct app_start start = {
		.select = request_first(request),
		.code = request->code,
		.other = request->other,
		.transcript = transcript,
		.inputs = inputs,
		.color = use_color(options->color),
		.output = stdout,
		.input = open_keys(),
	};
	int status = STATUS_SYSTEM;

	if (start.input < 0)
		transcript_free(transcript);
	else
		status = app_run(&start);
	return status == STATUS_FOUND ? request_found(request) : status;
}

static int nothing_to_explain(const struct request *request)
{
	char *quoted = report_quote(request->text ? request->text : "");

	if (request->kind == REQUEST_TEXT)
		report(_("%s is no reply code and holds no reply; give three digits such as 550, an enhanced code such as 5.7.26, or the reply as the server sent it"),
		       quoted);
	else
		report("%s", _("the input holds no reply"));
	free(quoted);
	return STATUS_NOTHING;
}

static int print_transcript(const struct options *options, const struct transcript *transcript)
{
	char *losses = transcript_losses(transcript);
	struct page *page;

	/* The document has no place for it. */
	if (options->json && losses)
		report("%s", losses);
	free(losses);
	if (options->json) {
		json_transcript(transcript);
		return STATUS_FOUND;
	}
	page = page_explanation(transcript, options->width ? options->width : terminal_width());
	print_page(page, use_color(options->color));
	page_free(page);
	return STATUS_FOUND;
}

/* Explains the replies of a text. On a terminal the explorer reads the input itself, so
   that keys work while it waits; but what is typed is read first. */
static int explain(const struct options *options, const struct request *request, bool screen)
{
	struct transcript_reader *reader;
	struct transcript *transcript;
	int *inputs = NULL, status;

	if (request->kind == REQUEST_INPUT && !(inputs = input_open(options)))
		return STATUS_SYSTEM;
	if (inputs && screen && !input_typed(inputs)) {
		status = explore(options, request, NULL, inputs);
		free(inputs);
		return status;
	}
	reader = transcript_reader_create();
	if (request->text)
		transcript_feed(reader, request->text, strlen(request->text));
	status = !inputs || input_read(options, inputs, reader) ? STATUS_FOUND : STATUS_SYSTEM;
	free(inputs);
	transcript = transcript_finish(reader);
	if (status == STATUS_FOUND && transcript->count && screen)
		return explore(options, request, transcript, NULL);
	if (status == STATUS_FOUND && transcript->count) {
		status = print_transcript(options, transcript);
	} else if (status == STATUS_FOUND) {
		status = nothing_to_explain(request);
		/* One document, also where nothing stands in it. */
		if (options->json)
			json_transcript(transcript);
	}
	transcript_free(transcript);
	return status;
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
	bool screen;
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
	status = request_read(options, &request);
	if (status != STATUS_FOUND)
		return status;
	screen = !options->text && !options->json && !options->list && !options->search &&
		 isatty(STDOUT_FILENO);
	if (request.kind == REQUEST_TEXT || request.kind == REQUEST_INPUT)
		status = explain(options, &request, screen);
	else if (screen && (!options->operand_count || request_first(&request).kind != CODE_NONE))
		status = explore(options, &request, NULL, NULL);
	else
		status = request.kind == REQUEST_LIST ? list_entries(options, &request)
						      : print_entries(options, &request);
	free(request.text);
	return status;
}

int main(int argc, char **argv)
{
	static char output[65536];
	const char *language;
	struct options options = { 0 };
	int status;

	open_standard_descriptors();
	sane_signals();
	/* Whatever is printed is printed whole, so a page is one write. */
	setvbuf(stdout, output, _IOFBF, sizeof(output));
	language = options_language(argc, argv);
	if (i18n_init(localedir(), language) == I18N_UNKNOWN_LANGUAGE) {
		char *quoted = report_quote(language);

		i18n_init(localedir(), NULL);
		report(_("--lang=%s: no such language; smtpexplore --list-languages shows them"), quoted);
		free(quoted);
		return STATUS_USAGE;
	}
	status = options_parse(argc, argv, &options) ? finish(run(&options)) : STATUS_USAGE;
	options_free(&options);
	return status;
}
