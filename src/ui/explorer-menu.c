#include "ui/explorer.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "ui/link.h"

void explorer_language_menu(struct explorer *explorer)
{
	size_t count;

	free(explorer->languages);
	explorer->languages = i18n_languages(false, &count);
	menu_open(&explorer->menu, MENU_LANGUAGE, _("Language"));
	for (size_t i = 0; i < count; i++) {
		menu_add(&explorer->menu, xstrdup(explorer->languages[i]->name), "");
		if (explorer->languages[i] == i18n_language())
			explorer->menu.selected = i;
	}
}

void explorer_free_links(struct explorer *explorer)
{
	for (size_t i = 0; i < explorer->link_count; i++) {
		free(explorer->links[i].title);
		free(explorer->links[i].url);
	}
	free(explorer->links);
	explorer->links = NULL;
	explorer->link_count = 0;
}

/* Opens a link; where no browser starts, its address is shown whole. */
static void open_link(struct explorer *explorer, size_t index)
{
	bool opened;

	term_hand_over();
	opened = link_open(explorer->links[index].url);
	term_take_back();
	explorer->stale = true;
	if (opened) {
		explorer_say(explorer, buffer_format(_("Opened %s."), explorer->links[index].title));
		return;
	}
	explorer_push(explorer, view_text_create(explorer->links[index].url));
	explorer_say(explorer, xstrdup(_("No browser could be started; this is the address.")));
}

void explorer_link_menu(struct explorer *explorer)
{
	struct page *page = explorer->view->operations->page(explorer->view, 0);

	explorer_free_links(explorer);
	explorer->links = page->links;
	explorer->link_count = page->link_count;
	page->links = NULL;
	page->link_count = 0;
	page_free(page);
	if (!explorer->link_count) {
		explorer_say(explorer, xstrdup(_("There are no links here.")));
		return;
	}
	if (explorer->link_count == 1) {
		open_link(explorer, 0);
		return;
	}
	menu_open(&explorer->menu, MENU_LINK, _("Learn more"));
	for (size_t i = 0; i < explorer->link_count; i++)
		menu_add(&explorer->menu, xstrdup(explorer->links[i].title), explorer->links[i].url);
}

void explorer_chosen(struct explorer *explorer)
{
	enum menu_purpose purpose = explorer->menu.purpose;
	size_t selected = explorer->menu.selected;

	menu_close(&explorer->menu);
	if (purpose == MENU_LANGUAGE)
		i18n_switch(explorer->languages[selected]);
	else if (purpose == MENU_LINK)
		open_link(explorer, selected);
	else
		explorer_act(explorer, explorer->actions[selected]->action,
			     explorer->actions[selected]->keys[0]);
	explorer->stale = true;
}

/* All that can be done here, for who has or knows no letters. */
void explorer_action_menu(struct explorer *explorer)
{
	enum view_set kind = explorer->view->operations->kind;

	menu_open(&explorer->menu, MENU_ACTION, _("Actions"));
	for (size_t i = 0; i < bindings_count; i++)
		if (keymap_in_menu(&bindings[i], kind)) {
			menu_add(&explorer->menu, keymap_names(&bindings[i]), _(bindings[i].help));
			explorer->actions[explorer->menu.count - 1] = &bindings[i];
		}
}
