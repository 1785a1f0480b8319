#include "ui/term-input.h"

#include <curses.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "base/buffer.h"
#include "base/text.h"
#include "ui/keymap.h"
#include "ui/term.h"
#include "ui/tty.h"

#define PASTE_START (KEY_MAX + 1)
#define PASTE_END (KEY_MAX + 2)
#define LETTER_TIMEOUT 500      /* milliseconds until the rest of a letter */
#define PASTE_TIMEOUT 3000      /* milliseconds without its end */
#define PASTE_PAUSE 200         /* milliseconds between lines of one that has no marks */
#define PASTE_LARGEST 1048576   /* bytes kept of one paste */

/* What happened during a paste; TTY_TIMEOUT: nothing. */
static enum tty_event later;

/* Reads a key or a byte if there is one; curses waits for the rest of a key. */
static int get_byte(bool waits)
{
	wtimeout(stdscr, waits ? LETTER_TIMEOUT : 0);
	return wgetch(stdscr);
}

/* Reads a key or a letter if there is one, and tells which, like wget_wch: that would
   take the bytes behind one that is no letter for its rest, and lose them all. Such a
   byte is read as U+FFFD; a letter whose rest is late is no letter yet. With waits also
   waits for one that is late. */
static int get(wint_t *code, bool waits)
{
	mbstate_t state = { 0 };
	int byte = get_byte(waits || tty_waiting());
	bool first = true;
	wchar_t letter;

	for (; byte != ERR; byte = get_byte(true), first = false) {
		size_t result = byte > UCHAR_MAX ? (size_t)-1
						 : mbrtowc(&letter, &(char){ (char)byte }, 1, &state);

		if (result == (size_t)-2)
			continue;
		*code = 0xfffd;
		if (result != (size_t)-1)
			*code = (wint_t)letter;
		else if (first && byte > UCHAR_MAX)
			*code = (wint_t)byte;
		else if (!first)
			ungetch(byte);
		return first && byte > UCHAR_MAX ? KEY_CODE_YES : OK;
	}
	return ERR;
}

void term_input_open(void)
{
	later = TTY_TIMEOUT;
	define_key("\033[200~", PASTE_START);
	define_key("\033[201~", PASTE_END);
}

/* Gives the next letter of a sequence, or ERR at its end; a key behind it stays a key. */
static int get_inside(wint_t *code)
{
	int result = get(code, true);

	if (result == KEY_CODE_YES)
		ungetch((int)*code);
	return result == OK ? OK : ERR;
}

static void swallow_sequence(wint_t kind)
{
	wint_t character;

	/* CSI and SS3 end with a letter or @ to ~, the strings with BEL or ST. */
	for (wint_t last = kind; get_inside(&character) == OK; last = character) {
		if (kind == '[' && last == '[' && character == 'M') {
			/* The oldest form of a click, with three bytes behind it. */
			for (int i = 0; i < 3 && get_inside(&character) == OK; i++)
				;
			return;
		}
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
	int result = get(&next, false);

	if (result == KEY_CODE_YES)
		ungetch((int)next);
	if (result != OK)
		return KEYS_ESCAPE;
	if (next && next < 0x80 && strchr("[O]PX^_", (int)next)) {
		swallow_sequence(next);
		return 0;
	}
	unget_wch((wchar_t)next);
	return KEYS_ESCAPE;
}

/* Keeps an event for after a paste. One that stops or continues us brings the size too. */
static void put_off(enum tty_event event)
{
	if (later == TTY_TIMEOUT || later == TTY_RESIZE)
		later = event;
}

static struct input read_paste(void)
{
	struct input input = { .kind = INPUT_PASTE };
	struct buffer out = { 0 };
	int watched = tty_watch(-1);

	for (;;) {
		wint_t code;
		int result = get(&code, false);
		char bytes[4];

		if (result == KEY_CODE_YES && code == PASTE_END)
			break;
		if (result == ERR) {
			enum tty_event event = tty_wait(PASTE_TIMEOUT);

			if (event == TTY_TIMEOUT || event == TTY_GONE)
				break;
			if (event != TTY_INPUT)
				put_off(event);
		} else if (result == OK && code && out.length < PASTE_LARGEST) {
			buffer_add(&out, bytes, text_put(bytes, code));
		} else {
			input.cut = out.length >= PASTE_LARGEST;
		}
	}
	tty_watch(watched);
	input.paste = buffer_take(&out);
	return input;
}

bool term_follows(void)
{
	int watched = tty_watch(-1);
	enum tty_event event = tty_wait(PASTE_PAUSE);

	tty_watch(watched);
	if (event != TTY_INPUT && event != TTY_GONE)
		put_off(event);
	return event == TTY_INPUT;
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
	struct input input = { .kind = INPUT_KEY };
	wint_t code;

	/* What means nothing is passed over. */
	while (!input.key) {
		int result = get(&code, false);

		if (result == ERR)
			return (struct input){ .kind = INPUT_NONE };
		if (result == KEY_CODE_YES && code == KEY_MOUSE)
			return mouse_input();
		if (result == KEY_CODE_YES && code == PASTE_START)
			return read_paste();
		if (result == KEY_CODE_YES)
			input.key = key_of(code);
		else
			input.key = code == KEYS_ESCAPE ? read_escape() : (int)code;
	}
	input.more = tty_waiting();
	return input;
}

struct input term_read(bool wait)
{
	for (;;) {
		struct input input = read_key();
		enum tty_event event = later;

		if (input.kind != INPUT_NONE)
			return input;
		later = TTY_TIMEOUT;
		if (event == TTY_TIMEOUT)
			event = tty_wait(wait ? -1 : 0);
		switch (event) {
		case TTY_RESIZE:
			term_resize();
			return (struct input){ .kind = INPUT_RESIZE };
		case TTY_SUSPEND:
			return (struct input){ .kind = INPUT_SUSPEND };
		case TTY_CONTINUE:
			return (struct input){ .kind = INPUT_REDRAW };
		case TTY_DATA:
			return (struct input){ .kind = INPUT_DATA };
		case TTY_GONE:
			return (struct input){ .kind = wait ? INPUT_END : INPUT_NONE };
		case TTY_INPUT:
			break;
		case TTY_TIMEOUT:
			if (!wait)
				return input;
		}
	}
}
