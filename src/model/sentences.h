/* A list of strings that it owns. */
#ifndef MODEL_SENTENCES_H
#define MODEL_SENTENCES_H

#include <stddef.h>

/* A zeroed struct is empty. */
struct sentences {
	char **text;
	size_t count;
};

/* Appends a string, which becomes the list's. */
void sentences_add(struct sentences *list, char *text);

void sentences_free(struct sentences *list);

#endif
