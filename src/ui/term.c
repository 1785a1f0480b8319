#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"
#include "base/text.h"
#include "ui/clipboard.h"
#include "ui/term-input.h"
#include "ui/terminfo.h"
#include "ui/tty.h"

#define ESCAPE_DELAY 25 /* milliseconds */

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static struct {
	FILE *output;
	int input;
	enum scheme scheme;
	bool mouse;
	bool ansi;       /* takes ECMA-48 sequences: bracketed paste, OSC */
	char *reset;
	char *clear_line;
} term;

static void send(const char *sequence)
{
	fputs(sequence, term.output);
	fflush(term.output);
}

static void set_number(const char *name, int value)
{
	char *text = buffer_format("%d", value);

	setenv(name, text, 1);
	free(text);
}

static void start_colors(bool color)
{
	term.scheme = SCHEME_MONO;
	if (!color || !has_colors() || start_color() != OK || use_default_colors() != OK)
		return;
	if (COLORS >= 256)
		term.scheme = SCHEME_COLORS_256;
	else if (COLORS >= 8)
		term.scheme = SCHEME_COLORS_8;
	for (int look = 0; term.scheme != SCHEME_MONO && look < LOOKS; look++)
		init_pair((short)(look + 1), theme_style(look, term.scheme).color, -1);
}

bool term_open(FILE *output, int input, bool color, char **notice)
{
	const char *name, *delay;
	int rows, columns, copy;
	FILE *keys;

	*notice = NULL;
	term.output = output;
	term.input = input;
	/* Before getenv: setenv may move what it gave. */
	tty_size(fileno(term.output), &rows, &columns);
	set_number("LINES", rows);
	set_number("COLUMNS", columns);
	name = terminfo_find(fileno(output), notice);
	if (!name)
		return false;
	term.ansi = terminfo_ansi();
	term.reset = terminfo_reset();
	term.clear_line = terminfo_clear_line();
	terminfo_done();
	if (!tty_prepare(input, fileno(output)))
		return false;
	copy = fcntl(input, F_DUPFD_CLOEXEC, 0);
	keys = copy < 0 ? NULL : fdopen(copy, "r");
	if (!keys) {
		report_errno(_("cannot read keys from the terminal: %s; for text, add --text"), errno);
		return false;
	}
	/* Before newterm, which writes and waits; it keeps the handlers that it finds. */
	tty_open(term.reset);
	if (!newterm(name, output, keys)) {
		tty_close();
		report(_("cannot start on this terminal, TERM=%s; for text, add --text"), name);
		return false;
	}
	unsetenv("LINES");
	unsetenv("COLUMNS");
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	delay = getenv("ESCDELAY");
	if (!delay || !*delay)
		set_escdelay(ESCAPE_DELAY);
	term_input_open();
	/* Until the mouse is on, which tells curses its key anew, what it sends is a sequence
	   that nobody knows: curses would leave its numbers to be keys. */
	keyok(KEY_MOUSE, false);
	start_colors(color);
	if (term.ansi)
		send(PASTE_ON);
	return true;
}

static void leave(void)
{
	if (term.mouse)
		mousemask(0, NULL);
	if (term.ansi)
		send(PASTE_OFF);
	endwin();
	send(term.clear_line);
	tty_has_screen(false);
}

static void enter(void)
{
	int rows, columns;

	/* The size before anything is written: curses would set the scroll region
	   of the old one. */
	tty_has_screen(true);
	reset_prog_mode();
	tty_size(fileno(term.output), &rows, &columns);
	resizeterm(rows, columns);
	clearok(curscr, TRUE);
	refresh();
	if (term.ansi)
		send(PASTE_ON);
	if (term.mouse)
		term_mouse(true);
}

void term_hand_over(void)
{
	leave();
	tty_hand_over();
}

void term_take_back(void)
{
	tty_take_back();
	enter();
}

void term_redraw(void)
{
	enter();
}

void term_close(void)
{
	leave();
	tty_close();
	free(term.reset);
	free(term.clear_line);
}

void term_die(int signal_number)
{
	leave();
	tty_die(signal_number);
}

void term_suspend(bool job)
{
	leave();
	tty_stop(job);
	enter();
}

struct area term_area(void)
{
	return (struct area){ 0, 0, LINES, COLS };
}

void term_erase(void)
{
	erase();
}

static attr_t attributes(struct style style)
{
	return (style.bold ? A_BOLD : 0) | (style.underline ? A_UNDERLINE : 0) |
	       (style.reverse ? A_REVERSE : 0);
}

/* What has the colour of the terminal is painted without one, as blank cells are: a
   change between the two would be sent each time. */
static void set_look(int look)
{
	struct style style = theme_style(look, term.scheme);

	attr_set(attributes(style), style.color < 0 ? 0 : (short)(look + 1), NULL);
}

/* Gives how many of the columns from a place on are on the screen. */
static int room(int row, int column, int columns)
{
	if (row < 0 || row >= LINES || column < 0 || column >= COLS)
		return 0;
	return columns < COLS - column ? columns : COLS - column;
}

int term_put(int row, int column, int columns, int look, const char *text, size_t length)
{
	size_t width;

	columns = room(row, column, columns);
	if (columns <= 0)
		return 0;
	length = text_cut(text, length, (size_t)columns, &width);
	set_look(look);
	move(row, column);
	for (size_t i = 0, used; i < length; i += used) {
		wchar_t wide[16];
		size_t count = 0, end = i + text_cluster(text + i, length - i);

		for (used = 0; i + used < end && count < sizeof(wide) / sizeof(*wide);) {
			unsigned character;

			used += text_decode(text + i + used, end - i - used, &character);
			wide[count++] = (wchar_t)character;
		}
		used = end - i;
		addnwstr(wide, (int)count);
	}
	return (int)width;
}

void term_blank(int row, int column, int columns, int look)
{
	columns = room(row, column, columns);
	set_look(look);
	move(row, column);
	while (columns-- > 0)
		addch(' ');
}

void term_cursor(int row, int column)
{
	move(row < LINES ? row : LINES - 1, column < COLS ? column : COLS - 1);
}

void term_flush(void)
{
	refresh();
}

void term_resize(void)
{
	int rows, columns;

	tty_size(fileno(term.output), &rows, &columns);
	resizeterm(rows, columns);
}

void term_mouse(bool on)
{
	term.mouse = on;
	mouseinterval(0);
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

bool term_copy(const char *text)
{
	/* Those that would show the sequence, or know no other way for it. */
	static const char *const without[] = { "linux", "vt", "ansi", "sun", "cygwin", "hurd", "cons" };
	const char *name = getenv("TERM");
	char *sequence;

	if (!term.ansi || !name)
		return false;
	for (size_t i = 0; i < sizeof(without) / sizeof(*without); i++)
		if (!strncmp(name, without[i], strlen(without[i])))
			return false;
	/* GNU screen paints what does not fit its buffer; tmux may have the same name. */
	if (!strncmp(name, "screen", strlen("screen")) && !getenv("TMUX"))
		return false;
	sequence = clipboard_sequence(text);
	send(sequence);
	free(sequence);
	return true;
}
