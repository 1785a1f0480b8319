#include "ui/term.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"
#include "base/text.h"
#include "ui/clipboard.h"
#include "ui/keymap.h"
#include "ui/terminfo.h"
#include "ui/tty.h"

#define ESCAPE_DELAY 25         /* milliseconds */
#define PASTE_START (KEY_MAX + 1)
#define PASTE_END (KEY_MAX + 2)
#define PASTE_TIMEOUT 1000      /* milliseconds without its end */
#define PASTE_LARGEST (1 << 20) /* bytes kept of one paste */

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static struct {
	FILE *output;
	int input;
	enum scheme scheme;
	bool mouse;
	bool ansi;       /* takes ECMA-48 sequences: bracketed paste, OSC */
	int empty_reads;
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
	char *text = text_printf("%d", value);

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
	const char *name, *delay = getenv("ESCDELAY");
	int rows, columns;
	FILE *keys;

	*notice = NULL;
	term.output = output;
	term.input = input;
	name = terminfo_find(fileno(output), notice);
	if (!name)
		return false;
	tty_size(fileno(term.output), &rows, &columns);
	set_number("LINES", rows);
	set_number("COLUMNS", columns);
	term.ansi = terminfo_ansi();
	term.reset = terminfo_reset();
	term.clear_line = terminfo_clear_line();
	tty_modes(input);
	keys = fdopen(dup(input), "r");
	if (!keys || !newterm(name, output, keys)) {
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
	if (!delay || !*delay)
		set_escdelay(ESCAPE_DELAY);
	define_key("\033[200~", PASTE_START);
	define_key("\033[201~", PASTE_END);
	start_colors(color);
	tty_open(input, fileno(output), term.reset);
	if (term.ansi)
		send(PASTE_ON);
	return true;
}

void term_leave(void)
{
	if (term.mouse)
		mousemask(0, NULL);
	if (term.ansi)
		send(PASTE_OFF);
	endwin();
	send(term.clear_line);
}

void term_enter(void)
{
	int rows, columns;

	/* The size before anything is written: curses would set the scroll region
	   of the old one. */
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

void term_close(void)
{
	term_leave();
	tty_close();
	free(term.reset);
	free(term.clear_line);
}

void term_die(int signal_number)
{
	term_leave();
	tty_die(signal_number);
}

void term_suspend(void)
{
	term_leave();
	tty_stop();
	term_enter();
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

static void set_look(int look)
{
	attr_set(attributes(theme_style(look, term.scheme)),
		 term.scheme == SCHEME_MONO ? 0 : (short)(look + 1), NULL);
}

int term_put(int row, int column, int columns, int look, const char *text, size_t length)
{
	size_t width;

	if (row < 0 || row >= LINES || column < 0 || column >= COLS || columns <= 0)
		return 0;
	if (columns > COLS - column)
		columns = COLS - column;
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
	if (row < 0 || row >= LINES || column < 0 || column >= COLS)
		return;
	set_look(look);
	move(row, column);
	for (int i = 0; i < columns && column + i < COLS; i++)
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

static void swallow_sequence(wint_t kind)
{
	wint_t character;

	/* CSI and SS3 end with a letter or @ to ~, the strings with BEL or ST. */
	for (wint_t last = 0; wget_wch(stdscr, &character) == OK; last = character) {
		if (kind == '[' || kind == 'O') {
			if (character >= 0x40 && character <= 0x7e)
				return;
		} else if (character == 07 || (last == KEYS_ESCAPE && character == '\\')) {
			return;
		}
	}
}

/* An escape that a byte follows at once began a sequence nobody knows. */
static int read_escape(void)
{
	wint_t next;

	if (wget_wch(stdscr, &next) != OK)
		return KEYS_ESCAPE;
	if (next && next < 0x80 && strchr("[O]PX^_", (int)next)) {
		swallow_sequence(next);
		return 0;
	}
	unget_wch((wchar_t)next);
	return KEYS_ESCAPE;
}

static char *read_paste(void)
{
	struct buffer out = { 0 };

	for (;;) {
		wint_t character;
		int result = wget_wch(stdscr, &character);
		char bytes[4];

		if (result == KEY_CODE_YES && character == PASTE_END)
			break;
		if (result == ERR && tty_wait(PASTE_TIMEOUT) != TTY_INPUT)
			break;
		if (result == OK && out.length < PASTE_LARGEST)
			buffer_add(&out, bytes, text_put(bytes, (unsigned)character));
	}
	return buffer_take(&out);
}

static int key_of(wint_t code)
{
	switch (code) {
	case KEY_UP: return KEYS_UP;
	case KEY_DOWN: return KEYS_DOWN;
	case KEY_LEFT: return KEYS_LEFT;
	case KEY_RIGHT: return KEYS_RIGHT;
	case KEY_PPAGE: return KEYS_PAGE_UP;
	case KEY_NPAGE: return KEYS_PAGE_DOWN;
	case KEY_HOME: return KEYS_HOME;
	case KEY_END: return KEYS_END;
	case KEY_DC: return KEYS_DELETE;
	case KEY_BACKSPACE: return KEYS_BACKSPACE;
	case KEY_ENTER: return KEYS_ENTER;
	case KEY_F(1): return KEYS_F1;
	default: return 0;
	}
}

static struct input mouse_input(void)
{
	struct input input = { .kind = INPUT_NONE };
	MEVENT event;

	if (getmouse(&event) != OK)
		return input;
	input.row = event.y;
	input.column = event.x;
	if (event.bstate & BUTTON1_PRESSED)
		input.kind = INPUT_CLICK;
	else if (event.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED))
		input.kind = INPUT_WHEEL;
	input.key = event.bstate & BUTTON4_PRESSED ? KEYS_UP : KEYS_DOWN;
	return input;
}

/* Reads a key that is waiting. */
static struct input read_key(void)
{
	struct input input = { .kind = INPUT_NONE };
	wint_t code;
	int result = wget_wch(stdscr, &code);

	if (result == ERR)
		return input;
	term.empty_reads = 0;
	if (result == KEY_CODE_YES && code == KEY_MOUSE)
		return mouse_input();
	if (result == KEY_CODE_YES && code == PASTE_START) {
		input.kind = INPUT_PASTE;
		input.paste = read_paste();
		return input;
	}
	if (result == KEY_CODE_YES)
		input.key = key_of(code);
	else
		input.key = code == KEYS_ESCAPE ? read_escape() : (int)code;
	if (input.key)
		input.kind = INPUT_KEY;
	return input;
}

/* Notices a new size; curses must know it before anything is written. */
static void resize(void)
{
	int rows, columns;

	tty_size(fileno(term.output), &rows, &columns);
	resizeterm(rows, columns);
}

struct input term_read(bool wait)
{
	for (;;) {
		struct input input = read_key();

		if (input.kind != INPUT_NONE)
			return input;
		switch (tty_wait(wait ? -1 : 0)) {
		case TTY_RESIZE:
			resize();
			return (struct input){ .kind = INPUT_RESIZE };
		case TTY_SUSPEND:
			return (struct input){ .kind = INPUT_SUSPEND };
		case TTY_CONTINUE:
			return (struct input){ .kind = INPUT_REDRAW };
		case TTY_GONE:
			return (struct input){ .kind = wait ? INPUT_END : INPUT_NONE };
		case TTY_INPUT:
			/* Readable again and again without a byte is the end. */
			if (++term.empty_reads > 2)
				return (struct input){ .kind = wait ? INPUT_END : INPUT_NONE };
			break;
		case TTY_TIMEOUT:
			if (!wait)
				return input;
		}
	}
}

void term_mouse(bool on)
{
	term.mouse = on;
	mouseinterval(0);
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

bool term_copy(const char *text)
{
	const char *name = getenv("TERM");
	char *sequence;

	if (!term.ansi || !name || !strncmp(name, "linux", 5) || !strncmp(name, "vt", 2))
		return false;
	sequence = clipboard_sequence(text);
	send(sequence);
	free(sequence);
	return true;
}
