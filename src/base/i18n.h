/* Languages. The one header that includes libintl. Messages are looked up with
   gettext where the C library has a locale for the language; where it has not
   (a fresh container), i18n reads the same installed .mo file itself. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stdbool.h>
#include <stddef.h>

/* A language the program may speak. */
struct language {
	const char *tag;      /* "fr": the name of its catalogue */
	const char *name;     /* "Français": its own name for itself */
	const char *letters;  /* what a charset must hold to be usable for it */
};

enum i18n_result {
	I18N_OK,
	I18N_UNKNOWN_LANGUAGE,  /* the option names none that is installed */
};

/* Sets the locale, the charset and the language from the environment; option,
   the argument of --lang or NULL, overrides the language. The catalogues lie
   in localedir/TAG/LC_MESSAGES. When the locale that is asked for was never
   generated, or its charset lacks letters of the language that option names,
   the program goes on in C.UTF-8. LANG=C and no LANG mean English. Call it
   once, before any other function. */
enum i18n_result i18n_init(const char *localedir, const char *option);

/* Switches to a language that i18n_languages gave. */
void i18n_switch(const struct language *language);

/* Gives the language in use. */
const struct language *i18n_language(void);

/* Gives the languages that have a catalogue and whose letters the charset
   holds, English first, as an array of *count pointers owned by the caller;
   with any_charset also those the charset cannot show. */
const struct language **i18n_languages(bool any_charset, size_t *count);

/* Gives the name of the charset the terminal is written in. */
const char *i18n_charset(void);

/* Tells whether that charset is UTF-8. */
bool i18n_utf8(void);

/* Gives the translation of msgid in the language in use, as UTF-8, or msgid
   itself. Valid until the language changes. */
const char *i18n_text(const char *msgid) __attribute__((format_arg(1)));

/* _("...") translates; N_("...") marks a string that is translated later. The
   parentheses make an error of a comma forgotten between two strings. */
#define _(msgid) i18n_text(msgid)
#define N_(msgid) (msgid)

#endif
