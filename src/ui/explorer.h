/* The explorer's state, and what each action does to it. */
#ifndef UI_EXPLORER_H
#define UI_EXPLORER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/i18n.h"
#include "ui/app.h"
#include "ui/menu.h"
#include "ui/prompt.h"
#include "ui/view.h"

struct explorer {
	struct view *view;        /* the one on top; the others are below it */
	int depth, home;          /* views; how many there were at the start */
	struct context context;
	struct prompt prompt;
	struct menu menu;
	const struct language **languages;  /* of the menu */
	const struct binding *actions[KEYMAP_MOST];  /* of the menu */
	struct link *links;                 /* of the menu */
	size_t link_count;
	char *searched;           /* what was searched for last, or NULL */
	char *message;            /* on the bottom line until the next key, or NULL */
	bool stale;               /* the view has to be laid out anew */
	bool quit, mouse;
	int status;               /* to exit with */
	int at_quit;              /* the same when the user leaves */
};

/* Opens the first views: the list, and above it what start asks for. */
void explorer_open(struct explorer *explorer, const struct app_start *start);

/* Lays the view on top out, if that is due. */
void explorer_layout(struct explorer *explorer, struct area area);

/* Does what an action says; key is the key that asked for it. */
void explorer_act(struct explorer *explorer, enum action action, int key);

/* Goes on after a key of the prompt, or after the menu's choice. */
void explorer_prompted(struct explorer *explorer, enum prompt_result result);
void explorer_chosen(struct explorer *explorer);

/* Explains a text: the page of a code where it is no more than that, else what its
   replies come to. */
void explorer_explain(struct explorer *explorer, const char *text);

/* Shows the replies of a transcript, which becomes the explorer's, or says that there
   are none. Gives whether there are any. */
bool explorer_show(struct explorer *explorer, struct transcript *transcript);

/* Puts a view, which becomes the explorer's, on top. */
void explorer_push(struct explorer *explorer, struct view *view);

/* Open the menus: of languages, of the links of the page, of all actions. */
void explorer_language_menu(struct explorer *explorer);
void explorer_link_menu(struct explorer *explorer);
void explorer_action_menu(struct explorer *explorer);

/* Forgets the links of the last menu. */
void explorer_free_links(struct explorer *explorer);

/* Shows a message, a translated string that becomes the explorer's. */
void explorer_say(struct explorer *explorer, char *message);

void explorer_quit(struct explorer *explorer, int status);

/* Frees all that the explorer holds. */
void explorer_free(struct explorer *explorer);

#endif
