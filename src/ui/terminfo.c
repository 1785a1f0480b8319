#include "ui/terminfo.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"

static bool load(const char *name, int output)
{
	int result = 0;

	setupterm(name, output, &result);
	return result == 1;
}

const char *terminfo_find(int output, char **notice)
{
	static const char *const likely[] = { "xterm-256color", "xterm", "vt100", "ansi" };
	const char *name = getenv("TERM"), *found = NULL;
	char *quoted;

	if (!name || !*name) {
		report("%s", _("TERM is not set; for text, add --text"));
		return NULL;
	}
	quoted = report_quote(name);
	if (load(name, output))
		found = name;
	for (size_t i = 0; !found && i < sizeof(likely) / sizeof(*likely); i++)
		if (load(likely[i], output)) {
			found = likely[i];
			*notice = buffer_format(_("TERM=%1$s is unknown here; going on as %2$s"),
					      quoted, found);
		}
	if (!found || !cursor_address) {
		report(_("TERM=%s cannot place the cursor; for text, add --text"), quoted);
		found = NULL;
	}
	free(quoted);
	return found;
}

bool terminfo_ansi(void)
{
	return cursor_address && !strncmp(cursor_address, "\033[", 2);
}

/* Gives a capability without its padding, "$<5/>". */
static void add_capability(struct buffer *out, const char *name)
{
	const char *value = tigetstr((char *)(size_t)name);

	if (!value || value == (char *)-1)
		return;
	while (*value) {
		size_t plain = strcspn(value, "$");

		buffer_add(out, value, plain);
		value += plain;
		if (value[0] == '$' && value[1] == '<' && strchr(value, '>'))
			value = strchr(value, '>') + 1;
		else if (*value)
			buffer_add(out, value++, 1);
	}
}

char *terminfo_reset(void)
{
	static const char *const names[] = { "sgr0", "rmacs", "rmkx", "cnorm" };
	struct buffer out = { 0 };

	if (terminfo_ansi())
		buffer_puts(&out, "\033[?1000l\033[?1006l\033[?2004l");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_capability(&out, names[i]);
	if (terminfo_ansi())
		buffer_puts(&out, "\0337\033[r\0338");
	add_capability(&out, "rmcup");
	return buffer_take(&out);
}

char *terminfo_clear_line(void)
{
	struct buffer out = { 0 };

	if (!exit_ca_mode)
		add_capability(&out, "el");
	return buffer_take(&out);
}

void terminfo_done(void)
{
	del_curterm(cur_term);
}
