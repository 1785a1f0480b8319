#include "model/sentences.h"

#include <stdlib.h>

#include "base/xalloc.h"

void sentences_add(struct sentences *list, char *text)
{
	list->text = xreallocarray(list->text, list->count + 1, sizeof(*list->text));
	list->text[list->count++] = text;
}

void sentences_free(struct sentences *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->text[i]);
	free(list->text);
}
