#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/report.h"
#include "base/xalloc.h"

/* Bytes read at once. */
#define PIECE 65536

bool input_waits(void)
{
	struct stat input;

	return fstat(STDIN_FILENO, &input) == 0 &&
	       (S_ISFIFO(input.st_mode) || S_ISSOCK(input.st_mode) || S_ISREG(input.st_mode));
}

/* Says that a file cannot be read, and why. */
static void report_file(const char *name, int number)
{
	char *quoted = report_quote(name), *reason = report_reason(number);

	report(_("cannot read %1$s: %2$s"), quoted, reason);
	free(quoted);
	free(reason);
}

/* Tells whether there is an end to what a descriptor gives. */
static bool readable(int fd, const char *name)
{
	struct stat file, null;
	char *quoted;

	if (fstat(fd, &file) < 0) {
		report_file(name, errno);
		return false;
	}
	if (S_ISDIR(file.st_mode)) {
		report_file(name, EISDIR);
		return false;
	}
	if ((!S_ISCHR(file.st_mode) && !S_ISBLK(file.st_mode)) || isatty(fd) ||
	    (stat("/dev/null", &null) == 0 && file.st_rdev == null.st_rdev))
		return true;
	quoted = report_quote(name);
	report(_("%s is a device; give a file, a pipe or a terminal"), quoted);
	free(quoted);
	return false;
}

int *input_open(const struct options *options)
{
	int *inputs = xcalloc(options->file_count + 2, sizeof(*inputs));

	inputs[0] = STDIN_FILENO;
	inputs[options->file_count ? options->file_count : 1] = -1;
	for (size_t i = 0; i < options->file_count; i++) {
		const char *name = options->files[i];

		/* Opening may not wait, neither for a line nor for somebody who writes. */
		inputs[i] = strcmp(name, "-") != 0
				    ? open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
				    : STDIN_FILENO;
		if (inputs[i] < 0)
			report_file(name, errno);
		if (inputs[i] < 0 || !readable(inputs[i], name)) {
			free(inputs);
			return NULL;
		}
	}
	if (!options->file_count && !readable(STDIN_FILENO, _("standard input"))) {
		free(inputs);
		return NULL;
	}
	return inputs;
}

/* Reads what comes next, like read, and waits for it also where read would not: whoever
   else has our standard input may have told it not to wait. */
static ssize_t read_next(int fd, char *piece)
{
	struct pollfd input = { .fd = fd, .events = POLLIN };

	poll(&input, 1, -1);
	return read(fd, piece, PIECE);
}

bool input_typed(const int *inputs)
{
	while (*inputs >= 0 && !isatty(*inputs))
		inputs++;
	return *inputs >= 0;
}

bool input_read(const struct options *options, const int *inputs, struct transcript_reader *reader)
{
	static char piece[PIECE];

	for (size_t i = 0; inputs[i] >= 0; i++) {
		ssize_t length;

		while ((length = read_next(inputs[i], piece)) != 0) {
			if (length > 0)
				transcript_feed(reader, piece, (size_t)length);
			else if (errno != EINTR && errno != EAGAIN) {
				report_file(options->file_count ? options->files[i] : _("standard input"),
					    errno);
				return false;
			}
		}
		if (inputs[i + 1] >= 0)
			transcript_end_text(reader);
	}
	return true;
}
