/* The yardstick of the explorer: what the least program with a list on the screen costs.
   The list has the full width; each key moves the selection and paints every row anew,
   and curses sends what differs. */

#include <curses.h>
#include <locale.h>

#define ENTRIES 200

static void draw(int selected)
{
	int top = selected >= LINES ? selected - LINES + 1 : 0;

	erase();
	for (int row = 0; row < LINES; row++) {
		attrset(top + row == selected ? A_REVERSE : A_NORMAL);
		mvprintw(row, 0, "%-*.*s", COLS, COLS, "");
		mvprintw(row, 0, "%3d  An entry of a list that is as wide as the screen", top + row);
	}
	move(selected - top, 0);
	refresh();
}

int main(void)
{
	int selected = 0, key;

	setlocale(LC_CTYPE, "");
	initscr();
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	draw(selected);
	while ((key = getch()) != ERR && key != 'q') {
		if ((key == KEY_DOWN || key == 'j') && selected + 1 < ENTRIES)
			selected++;
		if ((key == KEY_UP || key == 'k') && selected > 0)
			selected--;
		draw(selected);
	}
	endwin();
	return 0;
}
