/* Sits at a terminal of its own, types keys at a program and says what each led to. The
   program has answered when nothing came for a while; its time is that of its last byte,
   so the while does not count.

   usage: typist [-o FILE] ROWSxCOLUMNS QUIET KEYS... -- COMMAND ARGUMENT...
   QUIET is in milliseconds. Each KEYS is sent with one call; an empty one sends nothing and
   watches for a second. A line for the start, measured from before the process is made,
   and one for each KEYS: microseconds to the first and to the last byte, bytes, how often
   the program went to sleep. Last comes "memory" and the most KiB it held. -o keeps what
   the program wrote. */

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 10000 /* milliseconds until the first byte */

struct answer {
	double first, last;  /* microseconds since the keys were sent */
	size_t bytes;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* Gives a number of /proc/PID/status, or -1. */
static long status_of(pid_t process, const char *field)
{
	char line[256];
	long value = -1;
	FILE *file;

	snprintf(line, sizeof(line), "/proc/%d/status", (int)process);
	file = fopen(line, "r");
	while (file && fgets(line, sizeof(line), file))
		if (!strncmp(line, field, strlen(field)))
			value = strtol(line + strlen(field) + 1, NULL, 10);
	if (file)
		fclose(file);
	return value;
}

/* Reads until nothing came for quiet milliseconds; the first byte may take wait. */
static struct answer listen_to(int terminal, int kept, double start, int wait, int quiet)
{
	struct answer answer = { 0 };
	struct pollfd input = { .fd = terminal, .events = POLLIN };
	char bytes[65536];

	while (poll(&input, 1, answer.bytes ? quiet : wait) > 0) {
		ssize_t length = read(terminal, bytes, sizeof(bytes));

		if (length <= 0)
			break;
		answer.last = now() - start;
		if (!answer.bytes)
			answer.first = answer.last;
		answer.bytes += (size_t)length;
		if (kept >= 0 && write(kept, bytes, (size_t)length) != length)
			exit(3);
	}
	return answer;
}

static void print_answer(struct answer answer, long sleeps)
{
	printf("%.1f %.1f %zu %ld\n", answer.first, answer.last, answer.bytes, sleeps);
}

static void type(int terminal, int kept, pid_t program, const char *keys, int quiet)
{
	long sleeps = status_of(program, "voluntary_ctxt_switches");
	double start = now();
	size_t length = strlen(keys);

	if (write(terminal, keys, length) != (ssize_t)length)
		exit(3);
	print_answer(listen_to(terminal, kept, start, length ? PATIENCE : 1000, quiet),
		     status_of(program, "voluntary_ctxt_switches") - sleeps);
}

int main(int argc, char **argv)
{
	struct winsize size = { 0 };
	int terminal, quiet, kept = -1, at, command;
	pid_t program;
	double start;

	if (argc > 2 && !strcmp(argv[1], "-o")) {
		kept = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		argv += 2;
		argc -= 2;
	}
	for (command = 3; command < argc && strcmp(argv[command], "--") != 0;)
		command++;
	if (command + 1 >= argc ||
	    sscanf(argv[1], "%hux%hu", &size.ws_row, &size.ws_col) != 2)
		return 2;
	quiet = atoi(argv[2]);
	start = now();
	program = forkpty(&terminal, NULL, NULL, &size);
	if (program == 0) {
		execvp(argv[command + 1], &argv[command + 1]);
		_exit(127);
	}
	print_answer(listen_to(terminal, kept, start, PATIENCE, quiet), 0);
	for (at = 3; at < command; at++)
		type(terminal, kept, program, argv[at], quiet);
	printf("memory %ld\n", status_of(program, "VmHWM"));
	kill(program, SIGKILL);
	waitpid(program, NULL, 0);
	return 0;
}
