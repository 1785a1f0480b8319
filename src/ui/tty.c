#include "ui/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/report.h"
#include "base/xalloc.h"

/* Enough for the handler, which calls write and little else. */
#define HANDLER_STACK 16384

/* Rows or columns; a terminal may claim more. */
#define LARGEST 1000

static struct {
	int input, output;
	int watched;             /* read besides, or -1 */
	int pipe[2];             /* a byte for each event, the event's number */
	const char *reset;
	size_t reset_length;
	volatile sig_atomic_t active;  /* the explorer has the terminal */
	bool has_modes;
	struct termios modes;    /* as found */
} tty = { .watched = -1 };

static char handler_stack[HANDLER_STACK];

/* Tells whether a signal ends a program that does not handle it. */
static bool is_deadly(int signal_number)
{
	switch (signal_number) {
	case SIGKILL: case SIGSTOP:                               /* nobody can catch them */
	case SIGTSTP: case SIGTTIN: case SIGTTOU:                 /* stop */
	case SIGCONT: case SIGCHLD: case SIGURG: case SIGWINCH:   /* do nothing */
	case SIGPIPE: case SIGXFSZ:                               /* are errors of write */
		return false;
	default:
		return true;
	}
}

/* Leaves the terminal as it was found; only async-signal-safe calls. The output
   must not block: a terminal that takes nothing may not keep us. */
static void restore(void)
{
	int flags = fcntl(tty.output, F_GETFL);

	fcntl(tty.output, F_SETFL, flags | O_NONBLOCK);
	for (size_t done = 0; done < tty.reset_length;) {
		ssize_t n = write(tty.output, tty.reset + done, tty.reset_length - done);

		if (n <= 0)
			break;
		done += (size_t)n;
	}
	fcntl(tty.output, F_SETFL, flags);
	if (tty.has_modes)
		tcsetattr(tty.input, TCSANOW, &tty.modes);
}

/* While we are stopped, or a browser is in front, the terminal is another's. */
static void restore_ours(void)
{
	if (tty.active)
		restore();
}

static void on_deadly(int signal_number)
{
	restore_ours();
	/* SA_RESETHAND has put the default action back. */
	raise(signal_number);
}

static void on_event(int signal_number)
{
	int saved = errno;
	char event = signal_number == SIGWINCH ? TTY_RESIZE
		   : signal_number == SIGTSTP  ? TTY_SUSPEND
					       : TTY_CONTINUE;

	/* A full pipe already holds events that make us look. */
	ssize_t ignored = write(tty.pipe[1], &event, 1);

	(void)ignored;
	errno = saved;
}

/* Sets a handler. A signal found ignored, as under nohup, stays so. */
static void handle(int signal_number, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags }, old;

	sigemptyset(&action.sa_mask);
	if (flags & SA_RESETHAND)
		sigfillset(&action.sa_mask);
	if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
		sigaction(signal_number, &action, NULL);
}

bool tty_prepare(int input, int output)
{
	tty.input = input;
	tty.output = output;
	tty.has_modes = tcgetattr(input, &tty.modes) == 0;
	if (pipe2(tty.pipe, O_CLOEXEC | O_NONBLOCK) == 0)
		return true;
	report_errno(_("cannot open a pipe: %s"), errno);
	return false;
}

void tty_open(const char *reset)
{
	stack_t stack = { .ss_sp = handler_stack, .ss_size = sizeof(handler_stack) };

	tty.reset = reset;
	tty.reset_length = strlen(reset);
	tty.active = true;
	xalloc_cleanup = restore_ours;
	sigaltstack(&stack, NULL);
	for (int number = 1; number <= SIGRTMAX; number++)
		if (is_deadly(number))
			handle(number, on_deadly, (int)(SA_RESETHAND | SA_ONSTACK));
	handle(SIGWINCH, on_event, SA_RESTART);
	handle(SIGTSTP, on_event, SA_RESTART);
	handle(SIGCONT, on_event, SA_RESTART);
}

void tty_has_screen(bool has)
{
	tty.active = has;
}

bool tty_waiting(void)
{
	int bytes = 0;

	return ioctl(tty.input, FIONREAD, &bytes) == 0 && bytes > 0;
}

int tty_watch(int fd)
{
	int before = tty.watched;

	tty.watched = fd;
	return before;
}

enum tty_event tty_wait(int milliseconds)
{
	struct pollfd fds[] = {
		{ .fd = tty.pipe[0], .events = POLLIN },
		{ .fd = tty.input, .events = POLLIN },
		{ .fd = tty.watched, .events = POLLIN },
	};
	char event;
	int ready;

	do
		ready = poll(fds, 3, milliseconds);
	while (ready < 0 && errno == EINTR);
	if (ready < 0)
		return TTY_GONE;
	if (ready == 0)
		return TTY_TIMEOUT;
	if (fds[0].revents & POLLIN && read(tty.pipe[0], &event, 1) == 1)
		return (enum tty_event)event;
	/* Readable without a byte is the end. */
	if (fds[1].revents & POLLIN && tty_waiting())
		return TTY_INPUT;
	if (fds[1].revents)
		return TTY_GONE;
	return fds[2].revents ? TTY_DATA : TTY_TIMEOUT;
}

static int clamp(long value, int fallback)
{
	return value <= 0 ? fallback : value > LARGEST ? LARGEST : (int)value;
}

void tty_size(int output, int *rows, int *columns)
{
	const char *lines_variable = getenv("LINES"), *columns_variable = getenv("COLUMNS");
	struct winsize size = { 0 };
	long lines, width;

	if (ioctl(output, TIOCGWINSZ, &size) < 0 && lines_variable && columns_variable) {
		lines = strtol(lines_variable, NULL, 10);
		width = strtol(columns_variable, NULL, 10);
	} else {
		lines = size.ws_row;
		width = size.ws_col;
	}
	*rows = clamp(lines, 24);
	*columns = clamp(width, 80);
}

void tty_stop(bool job)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, old;

	sigaction(SIGTSTP, NULL, &old);
	/* Nobody would continue a program that was started so. */
	if (old.sa_handler == SIG_IGN)
		return;
	sigaction(SIGTSTP, &stop, NULL);
	/* Here the process stands still until it is continued. */
	kill(job ? 0 : getpid(), SIGTSTP);
	sigaction(SIGTSTP, &old, NULL);
}

/* What another program in front of us needs: Ctrl-C ends it and not us, Ctrl-Z
   stops us with it. */
static struct sigaction kept[3];
static const int shared[3] = { SIGINT, SIGQUIT, SIGTSTP };

void tty_hand_over(void)
{
	for (size_t i = 0; i < 3; i++) {
		struct sigaction action = {
			.sa_handler = shared[i] == SIGTSTP ? SIG_DFL : SIG_IGN,
		};

		sigaction(shared[i], &action, &kept[i]);
	}
}

void tty_take_back(void)
{
	for (size_t i = 0; i < 3; i++)
		sigaction(shared[i], &kept[i], NULL);
}

void tty_die(int signal_number)
{
	signal(signal_number, SIG_DFL);
	raise(signal_number);
	_exit(128 + signal_number);
}

void tty_close(void)
{
	for (int number = 1; number <= SIGRTMAX; number++)
		if (is_deadly(number))
			handle(number, SIG_DFL, 0);
	handle(SIGWINCH, SIG_DFL, 0);
	handle(SIGTSTP, SIG_DFL, 0);
	handle(SIGCONT, SIG_DFL, 0);
	tty.active = false;
	xalloc_cleanup = NULL;
	close(tty.pipe[0]);
	close(tty.pipe[1]);
}
