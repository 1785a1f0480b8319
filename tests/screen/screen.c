/* Runs the real loop of the explorer without a terminal: the keys come from the
   arguments through a pipe, the screen is painted to /dev/null, and what curses
   then holds is printed, with the place of the cursor.

   usage: screen ROWSxCOLUMNS KEYS [CODE [OTHER]] */

#include <curses.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "page/glyph.h"
#include "ui/app.h"

static void print_screen(void)
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
	printf("cursor %d,%d\n", row, column);
}

int main(int argc, char **argv)
{
	struct app_start start = { .code = -1, .other = -1 };
	int keys[2];
	char *columns;

	if (argc < 3 || !(columns = strchr(argv[1], 'x')) || pipe(keys) < 0)
		return 2;
	*columns++ = '\0';
	setenv("LINES", argv[1], 1);
	setenv("COLUMNS", columns, 1);
	setenv("TERM", "xterm-256color", 1);
	if (write(keys[1], argv[2], strlen(argv[2])) < 0)
		return 2;
	close(keys[1]);
	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	glyph_use_ascii(!i18n_utf8());
	start.code = argc > 3 ? atoi(argv[3]) : -1;
	start.open = argc == 4;
	start.other = argc > 4 ? atoi(argv[4]) : -1;
	start.input = keys[0];
	start.output = fopen("/dev/null", "w");
	if (!start.output)
		return 2;
	app_run(&start);
	print_screen();
	return 0;
}
