/* Protects the explorer from a cat on the keyboard: keys, pastes, clicks and sizes drawn
   at random, in sessions of several languages and terminals, also while it reads a pipe,
   may end it only as a key does that ends it. Prints the seed of a session that did not,
   to be tried again.

   keys [KEYS [SEED]]     SMTPEXPLORE names the program, SRCDIR the sources */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define SESSION 2000   /* keys */
#define QUIET 2        /* milliseconds without output: the keys have been taken */
#define PATIENCE 20    /* seconds until a program that should end has to */

/* What is typed; single keys stand more than once where they lead to other views. */
static const char *const strokes[] = {
	"j", "k", "j", "k", "\033[A", "\033[B", "\033[C", "\033[D", "\033[5~", "\033[6~", "\033[H",
	"\033[F", "\025", "\004", "g", "G", "{", "}", "\r", "\r", "\r", "l", "h", "\033", "\177", "\t",
	"\t", "0", "1", "2", "4", "5", "5", "7", ".", "/", "n", "N", " ", " ", "c", "x", "v", "[", "]",
	"e", "e", "s", "p", "y", "L", "?", "m", "\014", "\033OP", "a", "z", "é", "\xff", "\033[99~",
	"\033]0;title\a", "\033P+q\033\\", "550", "5.7.1", "/mailbox\r", "\033[3~", "\001", "\005",
	"\033[200~550 5.1.1 <a@example.com> User unknown\033[201~",
	"\033[200~250 Ok\n450 4.2.0 busy\n550 5.7.26 no\n\033[201~",
	"\033[200~qqq \033[31m \xe2\x80\xae\033[201~", "\033[M !!", "\033[M#0*", "\033[<0;5;5M", "L\033",
	"\r\r", "c5.1.1\r", "o", "q",
};

static const char *const terminals[] = { "xterm-256color", "tmux-256color", "vt100", "linux", "xterm" };
static const char *const languages[] = { "C", "C.UTF-8", "fr_FR.UTF-8", "hi_IN.UTF-8", "ja_JP.UTF-8" };

static unsigned long state;

/* The same numbers on every machine. */
static unsigned draw(unsigned below)
{
	state = state * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(state >> 33) % below;
}

static struct winsize draw_size(void)
{
	struct winsize size = {
		.ws_row = (unsigned short)(draw(4) ? 1 + draw(50) : 1 + draw(300)),
		.ws_col = (unsigned short)(draw(4) ? 1 + draw(130) : 1 + draw(600)),
	};

	if (!draw(50))
		size = (struct winsize){ .ws_row = 500, .ws_col = 1000 };
	return size;
}

/* Makes a pipe the standard input, with logs and, after a pause, one reply more. */
static void read_pipe(void)
{
	int ends[2];

	if (pipe(ends) < 0)
		_exit(127);
	if (fork() == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		execl("/bin/sh", "sh", "-c",
		      "cat \"${SRCDIR-.}\"/tests/corpus/*.log; sleep 1; echo 550 5.1.1 late", (char *)NULL);
		_exit(127);
	}
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
}

static void run_program(void)
{
	const char *program = getenv("SMTPEXPLORE");

	setenv("TERM", terminals[draw(COUNT(terminals))], 1);
	setenv("LANG", languages[draw(COUNT(languages))], 1);
	setenv("BROWSER", "true", 1);
	if (!draw(4))
		read_pipe();
	if (program)
		execl(program, program, (char *)NULL);
	_exit(127);
}

/* Takes what the program paints, and writes when it reads; gives false when it is gone. */
static bool type(int terminal, const char *text, size_t length)
{
	char painted[65536];

	while (length) {
		struct pollfd fd = { .fd = terminal, .events = POLLIN | POLLOUT };
		ssize_t written;

		if (poll(&fd, 1, PATIENCE * 1000) <= 0)
			return false;
		if (fd.revents & POLLIN && read(terminal, painted, sizeof(painted)) <= 0)
			return false;
		if (!(fd.revents & POLLOUT)) {
			if (fd.revents & (POLLHUP | POLLERR))
				return false;
			continue;
		}
		written = write(terminal, text, length);
		if (written < 0 && errno != EAGAIN)
			return false;
		if (written > 0) {
			text += written;
			length -= (size_t)written;
		}
	}
	return true;
}

/* Waits until the program paints no more; gives false when it is gone. */
static bool settle(int terminal)
{
	struct pollfd fd = { .fd = terminal, .events = POLLIN };
	char painted[65536];

	while (poll(&fd, 1, QUIET) > 0)
		if (read(terminal, painted, sizeof(painted)) <= 0)
			return false;
	return true;
}

/* Gives the status of the program, which has to end by itself; -1 when it does not. */
static int end_of(pid_t program, int terminal)
{
	char painted[65536];
	int status;

	for (int i = 0; i < PATIENCE * 100; i++) {
		struct pollfd fd = { .fd = terminal, .events = POLLIN };

		if (waitpid(program, &status, WNOHANG) == program)
			return status;
		if (terminal >= 0 && poll(&fd, 1, 10) > 0) {
			if (read(terminal, painted, sizeof(painted)) <= 0)
				usleep(10000);
		} else if (terminal < 0) {
			usleep(10000);
		}
	}
	kill(program, SIGKILL);
	waitpid(program, &status, 0);
	return -1;
}

/* Tells whether a program ended as one does whose terminal has gone. */
static bool hung_up(int status)
{
	return (WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP) ||
	       (WIFEXITED(status) && WEXITSTATUS(status) == 3);
}

/* Types a session; gives the keys typed, or -1 when the program ended as it must not. */
static long session(unsigned long seed)
{
	struct winsize size;
	int terminal, status;
	pid_t program;
	long keys = 0;
	bool alive = true;

	state = seed;
	size = draw_size();
	program = forkpty(&terminal, NULL, NULL, &size);
	if (program < 0)
		return -1;
	if (program == 0)
		run_program();
	fcntl(terminal, F_SETFL, O_NONBLOCK);
	while (alive && keys < SESSION) {
		/* Keys come in bursts, as from a slow line; q is rare, it ends a session. */
		for (unsigned burst = 1 + draw(12); alive && burst; burst--) {
			const char *stroke = strokes[draw(COUNT(strokes) - (draw(30) != 0))];

			alive = type(terminal, stroke, strlen(stroke));
			keys++;
		}
		alive = alive && settle(terminal);
		if (!draw(15)) {
			size = draw_size();
			ioctl(terminal, TIOCSWINSZ, &size);
		}
	}
	if (alive) {
		/* The terminal goes away. */
		close(terminal);
		terminal = -1;
	}
	status = end_of(program, terminal);
	if (terminal >= 0)
		close(terminal);
	if (status != 0 && !(alive && hung_up(status))) {
		printf("# seed %lu: status %d after %ld keys\n", seed, status, keys);
		return -1;
	}
	return keys;
}

int main(int argc, char **argv)
{
	long wanted = argc > 1 ? atol(argv[1]) : 20000, typed = 0;
	unsigned long seed = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
	unsigned sessions = 0;

	signal(SIGPIPE, SIG_IGN);
	while (typed < wanted) {
		long keys = session(seed++);

		if (keys < 0) {
			printf("not ok 1 - a session ended as it must not\n1..1\n");
			return 1;
		}
		typed += keys;
		sessions++;
	}
	printf("ok 1 - %ld keys in %u sessions\n1..1\n", typed, sessions);
	return 0;
}
