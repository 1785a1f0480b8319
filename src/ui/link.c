#include "ui/link.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/xalloc.h"

#define MOST_WORDS 32

/* The exit status of a child that could not start its program. */
#define CANNOT_START 127

/* Signals that we ignore and that a program must not find ignored. */
static const int ignored[] = { SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ };

/* Gives a word of a command with every %s replaced. */
static char *with_url(const char *word, const char *url, bool *replaced)
{
	struct buffer out = { 0 };
	const char *mark;

	while ((mark = strstr(word, "%s"))) {
		buffer_add(&out, word, (size_t)(mark - word));
		buffer_puts(&out, url);
		word = mark + 2;
		*replaced = true;
	}
	buffer_puts(&out, word);
	return buffer_take(&out);
}

/* A browser in the terminal reads keys, never the text that we are reading. */
static void give_keys(void)
{
	int keys = isatty(STDIN_FILENO) ? STDIN_FILENO : open("/dev/tty", O_RDONLY);

	if (keys < 0)
		keys = open("/dev/null", O_RDONLY);
	dup2(keys, STDIN_FILENO);
}

static bool run(char *const *words)
{
	pid_t child;
	int status;

	/* We may have been started with it ignored; then no status is kept. */
	signal(SIGCHLD, SIG_DFL);
	child = fork();
	if (child < 0)
		return false;
	if (child == 0) {
		for (size_t i = 0; i < sizeof(ignored) / sizeof(*ignored); i++)
			signal(ignored[i], SIG_DFL);
		give_keys();
		execvp(words[0], words);
		_exit(CANNOT_START);
	}
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	/* One that the user ended had started. */
	return WIFSIGNALED(status) ? WTERMSIG(status) == SIGINT : WEXITSTATUS(status) == 0;
}

/* Runs one command: words between blanks, the address where %s stands or last. */
static bool run_command(const char *command, const char *url)
{
	char *copy = xstrdup(command), *rest = copy, *words[MOST_WORDS + 2];
	size_t count = 0;
	bool replaced = false, started = false;

	for (char *word; count < MOST_WORDS && (word = strtok_r(rest, " \t", &rest));)
		words[count++] = with_url(word, url, &replaced);
	if (count && !replaced)
		words[count++] = xstrdup(url);
	words[count] = NULL;
	if (count)
		started = run(words);
	for (size_t i = 0; i < count; i++)
		free(words[i]);
	free(copy);
	return started;
}

bool link_open(const char *url)
{
	const char *browser = getenv("BROWSER");
	char *list = xstrdup(browser ? browser : ""), *rest = list;
	bool started = false;

	for (char *command; !started && (command = strtok_r(rest, ":", &rest));)
		started = run_command(command, url);
	free(list);
	return started || run_command("xdg-open", url);
}
