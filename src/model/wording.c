#include "model/wording.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Gives the text as fragments are written: in small letters, without white space and
   control characters. Owned by the caller. */
static char *fold(const char *text)
{
	char *folded = xmalloc(strlen(text) + 1), *end = folded;

	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte >= 'A' && byte <= 'Z')
			byte = (unsigned char)(byte + ('a' - 'A'));
		if (byte > ' ' && byte != 0x7f)
			*end++ = (char)byte;
	}
	*end = '\0';
	return folded;
}

/* Which four letters in a row a text has, by a hash: enough to pass over nearly all
   entries without a search. */
enum { GRAM = 4, GRAM_BITS = 14 };

struct grams {
	bool seen[1 << GRAM_BITS];
};

static size_t gram(const char *letters)
{
	uint32_t value;

	memcpy(&value, letters, GRAM);
	return (value * UINT32_C(2654435761)) >> (32 - GRAM_BITS);
}

static void take_grams(struct grams *grams, const char *folded)
{
	memset(grams, 0, sizeof(*grams));
	for (size_t i = strlen(folded); i >= GRAM; i--)
		grams->seen[gram(folded + i - GRAM)] = true;
}

static bool may_occur(const struct wording *wording, const struct grams *grams)
{
	const char *first = wording->fragments[0];

	return strnlen(first, GRAM) < GRAM || grams->seen[gram(first)];
}

static bool occurs(const struct wording *wording, const char *folded)
{
	for (const char *const *fragment = wording->fragments; *fragment; fragment++) {
		folded = strstr(folded, *fragment);
		if (!folded)
			return false;
		folded += strlen(*fragment);
	}
	return true;
}

static bool agrees(const struct wording *wording, int code, const struct status_code *status)
{
	struct status_code own;

	if (wording->code ? wording->code != code : code >= 200 && code < 400)
		return false;
	if (!wording->status)
		return true;
	status_parse(wording->status, &own);
	return status->class && (!own.class || own.class == status->class) &&
	       own.subject == status->subject && own.detail == status->detail;
}

/* Gives how much an entry says: a letter counts more than all that is named. */
static size_t weight(const struct wording *wording)
{
	size_t letters = 0;

	for (const char *const *fragment = wording->fragments; *fragment; fragment++)
		letters += strlen(*fragment);
	return letters * 4 + !!wording->provider + !!wording->status + !!wording->code;
}

const struct wording *wording_find(const char *text, int code, const struct status_code *status)
{
	const struct wording *best = NULL;
	char *folded = fold(text);
	struct grams grams;

	take_grams(&grams, folded);
	for (size_t i = 0; i < wordings_count; i++)
		if (may_occur(&wordings[i], &grams) && occurs(&wordings[i], folded) &&
		    agrees(&wordings[i], code, status) &&
		    (!best || weight(&wordings[i]) > weight(best)))
			best = &wordings[i];
	free(folded);
	return best;
}
