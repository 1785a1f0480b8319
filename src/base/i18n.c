#include "base/i18n.h"

#include "config.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#ifdef ENABLE_NLS
#include <libintl.h>
#endif

#include "base/buffer.h"
#include "base/mo.h"
#include "base/text.h"
#include "base/xalloc.h"

#define DOMAIN "smtpexplore"

/* English, whose text is the msgid, comes first. */
static const struct language languages[] = {
	{ "en", "English", "" },
	{ "de", "Deutsch", "äöüß" },
	{ "es", "Español", "áéíñóúü" },
	{ "fr", "Français", "àâçéèêëîïôùûü" },
	{ "hi", "हिन्दी", "अकखगि" },
	{ "it", "Italiano", "àèéìòù" },
	{ "ja", "日本語", "あア文。" },
	{ "nl", "Nederlands", "éë" },
	{ "pl", "Polski", "ąćęłńóśźż" },
	{ "pt_BR", "Português (Brasil)", "ãáâçéêíóôõú" },
	{ "ru", "Русский", "абвгя" },
	{ "tr", "Türkçe", "çğıöşü" },
	{ "zh_CN", "简体中文", "文的。" },
};

#define LANGUAGES (sizeof(languages) / sizeof(*languages))

static struct {
	const char *localedir;
	const struct language *language;
	bool chosen;    /* by an option, whatever the environment says */
	bool gettext;   /* the C library serves this language */
	struct mo *mo;  /* else our own reader, or NULL: English */
} state = { .language = languages };

static char *catalogue_path(const struct language *language)
{
	return buffer_format("%s/%s/LC_MESSAGES/" DOMAIN ".mo", state.localedir,
			   language->tag);
}

static bool installed(const struct language *language)
{
	char *path;
	bool readable;
	struct stat file;

	if (language == languages)
		return true;
#ifndef ENABLE_NLS
	return false;
#endif
	path = catalogue_path(language);
	/* The C library would wait for somebody to write to a FIFO. */
	readable = stat(path, &file) == 0 && S_ISREG(file.st_mode);
	free(path);
	return readable;
}

/* Finds the language of a locale's name: fr, fr_FR, fr-FR.UTF-8, fr@euro. A
   catalogue for the country (pt_BR) goes before one for the language alone. */
static const struct language *language_of(const char *name, size_t length)
{
	const struct language *found = NULL;

	length = strcspn(name, ".@:") < length ? strcspn(name, ".@:") : length;
	for (size_t i = 0; i < LANGUAGES; i++) {
		const char *tag = languages[i].tag;
		size_t size = strlen(tag), bare = strcspn(tag, "_");

		if (length >= size && !strncasecmp(name, tag, bare) &&
		    (bare == size || !strncasecmp(name + bare + 1, tag + bare + 1,
						  size - bare - 1)) &&
		    (length == size || name[size] == '_' || name[size] == '-'))
			if (installed(&languages[i]) &&
			    (!found || size > strlen(found->tag)))
				found = &languages[i];
	}
	return found;
}

#ifdef ENABLE_NLS
/* Asks gettext rather than hoping: the header of the catalogue in use names
   its language. */
static bool gettext_speaks(const struct language *language)
{
	const char *field = strstr(dgettext(DOMAIN, ""), "Language: ");
	size_t length = strlen(language->tag);

	if (!field)
		return false;
	field += strlen("Language: ");
	return !strncmp(field, language->tag, length) && field[length] == '\n';
}
#endif

void i18n_switch(const struct language *language)
{
	mo_close(state.mo);
	state.mo = NULL;
	state.gettext = false;
	state.language = language;
#ifdef ENABLE_NLS
	if (language == languages)
		return;
	/* gettext translates in no locale called C; this one some C libraries do
	   accept, and gettext_speaks asks. */
	if (state.chosen || !setlocale(LC_MESSAGES, ""))
		setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", language->tag, 1);
	state.gettext = gettext_speaks(language);
	if (!state.gettext) {
		char *path = catalogue_path(language);

		state.mo = mo_open(path);
		free(path);
	}
#endif
}

/* Gives the name of the locale that the environment asks for, or NULL when it
   asks for none or for the C locale. */
static const char *locale_wanted(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return strcmp(value, "C") != 0 && strcmp(value, "POSIX") != 0 ? value : NULL;
	}
	return NULL;
}

/* Gives the first language of a list like "pt:fr_CA:de" that there is. */
static const struct language *first_of(const char *list)
{
	while (*list) {
		size_t length = strcspn(list, ":");
		const struct language *found = language_of(list, length);

		if (found)
			return found;
		list += length + (list[length] == ':');
	}
	return NULL;
}

static void use_utf8(void)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		setlocale(LC_CTYPE, "en_US.UTF-8");
}

enum i18n_result i18n_init(const char *localedir, const char *option)
{
	const char *wanted = locale_wanted();
	const char *list = getenv("LANGUAGE");
	const struct language *language = NULL;

	state.localedir = localedir;
	state.chosen = option != NULL;
	if (!setlocale(LC_CTYPE, ""))
		use_utf8();
#ifdef ENABLE_NLS
	bindtextdomain(DOMAIN, localedir);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
#endif
	if (option) {
		language = language_of(option, strlen(option));
		if (!language)
			return I18N_UNKNOWN_LANGUAGE;
		if (!text_fits(language->letters, i18n_charset()))
			use_utf8();
	} else if (wanted) {
		if (list && *list)
			language = first_of(list);
		if (!language)
			language = language_of(wanted, strlen(wanted));
		if (language && !text_fits(language->letters, i18n_charset()))
			language = NULL;
	}
	i18n_switch(language ? language : languages);
	return I18N_OK;
}

const struct language *i18n_language(void)
{
	return state.language;
}

const struct language **i18n_languages(bool any_charset, size_t *count)
{
	const struct language **list = xcalloc(LANGUAGES, sizeof(const struct language *));

	*count = 0;
	for (size_t i = 0; i < LANGUAGES; i++)
		if (installed(&languages[i]) &&
		    (any_charset || (text_fits(languages[i].name, i18n_charset()) &&
				     text_fits(languages[i].letters, i18n_charset()))))
			list[(*count)++] = &languages[i];
	return list;
}

const char *i18n_charset(void)
{
	const char *charset = nl_langinfo(CODESET);

	return charset && *charset ? charset : "ASCII";
}

bool i18n_utf8(void)
{
	return !strcasecmp(i18n_charset(), "UTF-8");
}

const char *i18n_text(const char *msgid)
{
	const char *text = NULL;

	/* The empty msgid is the catalogue's header, no text. */
	if (!*msgid)
		return msgid;
#ifdef ENABLE_NLS
	if (state.gettext)
		text = dgettext(DOMAIN, msgid);
#endif
	if (state.mo)
		text = mo_find(state.mo, msgid);
	return text && *text ? text : msgid;
}
