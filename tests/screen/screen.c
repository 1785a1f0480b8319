/* Runs the real loop of the explorer without a terminal: the keys come from the
   arguments through a pipe, the screen is painted to a terminal nobody sees, and what
   curses then holds is printed, with the place of the cursor.

   The byte RS (0x1e) in the keys stands for a pause: what follows comes only after
   the program has taken and shown what came before.

   usage: screen ROWSxCOLUMNS KEYS [CODE [OTHER]] */

#include <curses.h>
#include <fcntl.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "page/glyph.h"
#include "ui/app.h"

/* Tells whether a process sleeps: ours does so only when it waits for keys. */
static int sleeps(pid_t process)
{
	char path[64], state = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)process);
	file = fopen(path, "r");
	if (!file)
		return 1;
	if (fscanf(file, "%*d %*s %c", &state) != 1)
		state = 'S';
	fclose(file);
	return state == 'S';
}

/* Writes the keys from a process of its own, as somebody at a keyboard does. */
static void type(int output, const char *keys)
{
	pid_t program = getppid();

	while (*keys) {
		size_t length = strcspn(keys, "\x1e");
		int waiting = 1;

		if (write(output, keys, length) < 0)
			_exit(2);
		keys += length + (keys[length] != '\0');
		for (int calm = 0; calm < 3; usleep(2000)) {
			if (ioctl(output, FIONREAD, &waiting) < 0 || getppid() != program)
				_exit(2);
			calm = waiting == 0 && sleeps(program) ? calm + 1 : 0;
		}
	}
	_exit(0);
}

/* Opens a terminal for the program to paint to. */
static FILE *open_terminal(const char *rows, const char *columns)
{
	struct winsize size = {
		.ws_row = (unsigned short)atoi(rows), .ws_col = (unsigned short)atoi(columns),
	};
	char painted[4096];
	int here, there;

	if (openpty(&here, &there, NULL, NULL, &size) < 0)
		return NULL;
	if (fork() == 0) {
		close(there);
		while (read(here, painted, sizeof(painted)) > 0)
			continue;
		_exit(0);
	}
	close(here);
	return fdopen(there, "w");
}

static void print_screen(int status)
{
	int row, column;

	getyx(stdscr, row, column);
	for (int y = 0; y < LINES; y++) {
		wchar_t line[8000];

		mvinnwstr(y, 0, line, sizeof(line) / sizeof(*line) - 1);
		for (size_t end = wcslen(line); end && line[end - 1] == L' ';)
			line[--end] = L'\0';
		printf("%ls\n", line);
	}
	/* 3 is the end of the keys, 0 is q. */
	printf("%s\n", status ? "still there" : "has quit");
	printf("cursor %d,%d\n", row, column);
}

int main(int argc, char **argv)
{
	struct app_start start = { 0 };
	int keys[2];
	char *columns;

	if (argc < 3 || !(columns = strchr(argv[1], 'x')))
		return 2;
	*columns++ = '\0';
	start.output = open_terminal(argv[1], columns);
	/* The pipe comes later: its end is when we close it. */
	if (!start.output || pipe(keys) < 0)
		return 2;
	setenv("TERM", "xterm-256color", 1);
	if (fork() == 0)
		type(keys[1], argv[2]);
	close(keys[1]);
	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	glyph_use_ascii(!i18n_utf8());
	start.select = start.code = code_read(argc > 3 ? argv[3] : "");
	start.other = code_read(argc > 4 ? argv[4] : "");
	start.input = keys[0];
	print_screen(app_run(&start));
	return 0;
}
