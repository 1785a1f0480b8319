/* Runs commands in turns and says what each took: the median of the wall time from before
   the process is made until it has ended, and the most memory it held. The commands take
   turns, so that whatever else the machine does falls on all of them. They write to a file
   that has no name, for grep would stop at its first match before /dev/null. This process
   is small, because the memory of a child counts from the fork on.

   usage: stopwatch RUNS COMMAND ARGUMENT... [-- COMMAND ARGUMENT...]...
   A line for each command: microseconds, KiB, exit status. */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS 16

extern char **environ;

struct command {
	char **arguments;
	double *times;  /* microseconds, one for each run */
	long memory;
	int status;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* Runs a command once; gives false when it cannot be started. */
static int run(struct command *command, int number, const posix_spawn_file_actions_t *actions)
{
	double start = now();
	struct rusage usage;
	pid_t process;
	int status;

	if (posix_spawnp(&process, command->arguments[0], actions, NULL, command->arguments,
			 environ) != 0)
		return 0;
	while (wait4(process, &status, 0, &usage) != process)
		;
	command->times[number] = now() - start;
	if (usage.ru_maxrss > command->memory)
		command->memory = usage.ru_maxrss;
	command->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return 1;
}

static int order(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

int main(int argc, char **argv)
{
	struct command commands[COMMANDS] = { 0 };
	posix_spawn_file_actions_t actions;
	FILE *output = tmpfile();
	int count = 0, runs = argc > 2 ? atoi(argv[1]) : 0;

	if (runs < 1 || !output)
		return 2;
	for (int i = 2; i < argc && count < COMMANDS; count++) {
		commands[count].arguments = &argv[i];
		commands[count].times = calloc((size_t)runs, sizeof(double));
		while (i < argc && strcmp(argv[i], "--") != 0)
			i++;
		if (i < argc)
			argv[i++] = NULL;
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, fileno(output), 1);
	for (int number = 0; number < runs; number++)
		for (int i = 0; i < count; i++) {
			rewind(output);
			if (ftruncate(fileno(output), 0) < 0 || !run(&commands[i], number, &actions)) {
				perror(commands[i].arguments[0]);
				return 3;
			}
		}
	for (int i = 0; i < count; i++) {
		qsort(commands[i].times, (size_t)runs, sizeof(double), order);
		printf("%.1f %ld %d\n", commands[i].times[runs / 2], commands[i].memory,
		       commands[i].status);
	}
	return 0;
}
