/* The yardstick of a page as text: what a program costs that does nothing but say six
   sentences of the installed catalogue in the user's language. It links the C library
   alone and takes the two parts of the locale that a translation needs, so it is the
   least that a translated program can be.

   usage: hello-gettext LOCALEDIR */

#include <libintl.h>
#include <locale.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	static const char *const sentences[] = {
		"Description", "When you see it", "How to fix", "Key differences",
		"When to use which", "Learn more",
	};

	if (argc != 2)
		return 2;
	setlocale(LC_CTYPE, "");
	setlocale(LC_MESSAGES, "");
	bindtextdomain("smtpexplore", argv[1]);
	textdomain("smtpexplore");
	for (size_t i = 0; i < sizeof(sentences) / sizeof(*sentences); i++)
		puts(gettext(sentences[i]));
	return 0;
}
