#include "model/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/catalogue.h"
#include "model/status.h"

struct search {
	char **folded;    /* one text for each entry of replies */
	char **statuses;  /* and of statuses */
};

struct query query_parse(const char *text)
{
	struct query query = { 0 };
	char *folded = text_fold(text, strlen(text)), *rest = folded;

	for (char *word; (word = strtok_r(rest, " \t", &rest));) {
		query.words = xreallocarray(query.words, query.count + 1,
					    sizeof(*query.words));
		query.words[query.count++] = xstrdup(word);
	}
	free(folded);
	return query;
}

void query_free(struct query *query)
{
	for (size_t i = 0; i < query->count; i++)
		free(query->words[i]);
	free(query->words);
	*query = (struct query){ 0 };
}

static bool holds_words(const struct query *query, const char *folded)
{
	for (size_t i = 0; i < query->count; i++)
		if (!strstr(folded, query->words[i]))
			return false;
	return query->count > 0;
}

bool query_matches(const struct query *query, const char *text)
{
	char *folded = text_fold(text, strlen(text));
	bool matches = holds_words(query, folded);

	free(folded);
	return matches;
}

/* A folded text that remembers, for each of its bytes, which bytes of the text
   it came from. */
struct mapped {
	struct buffer folded;
	size_t *start, *end;
};

static struct mapped map_folded(const char *text, size_t length)
{
	struct mapped map = { 0 };
	size_t size = 0;

	for (size_t i = 0, bytes; i < length; i += bytes) {
		char *part;
		size_t before = map.folded.length;

		bytes = text_cluster(text + i, length - i);
		part = text_fold(text + i, bytes);
		buffer_puts(&map.folded, part);
		free(part);
		if (map.folded.length > size) {
			size = map.folded.length * 2;
			map.start = xreallocarray(map.start, size, sizeof(*map.start));
			map.end = xreallocarray(map.end, size, sizeof(*map.end));
		}
		for (size_t k = before; k < map.folded.length; k++) {
			map.start[k] = i;
			map.end[k] = i + bytes;
		}
	}
	return map;
}

struct match *query_find(const struct query *query, const char *text, size_t length,
			 size_t *count)
{
	struct mapped map;
	const char *folded;
	struct match *matches = NULL;
	size_t at = 0;

	*count = 0;
	if (!query->count)
		return NULL;
	map = map_folded(text, length);
	folded = map.folded.data ? map.folded.data : "";
	while (at < map.folded.length) {
		size_t longest = 0;

		for (size_t i = 0; i < query->count; i++) {
			size_t size = strlen(query->words[i]);

			if (size > longest && !strncmp(folded + at, query->words[i], size))
				longest = size;
		}
		/* Two words may end and begin in one letter, as in a ligature. */
		if (longest && (!*count || map.start[at] >= matches[*count - 1].end)) {
			matches = xreallocarray(matches, *count + 1, sizeof(*matches));
			matches[(*count)++] = (struct match){
				map.start[at], map.end[at + longest - 1],
			};
		}
		at += longest ? longest : 1;
	}
	buffer_free(&map.folded);
	free(map.start);
	free(map.end);
	return matches;
}

/* Adds a text; the line feed keeps a word from matching across two texts. */
static void add_folded(struct buffer *out, const char *text)
{
	char *folded = text_fold(text, strlen(text));

	buffer_puts(out, folded);
	buffer_puts(out, "\n");
	free(folded);
}

/* Adds a text, and its translation where there is another. */
static void add_text(struct buffer *out, const char *msgid)
{
	const char *translation = _(msgid);

	add_folded(out, msgid);
	if (translation != msgid)
		add_folded(out, translation);
}

static void add_list(struct buffer *out, const char *const *list)
{
	for (; *list; list++)
		add_text(out, *list);
}

static void add_advice(struct buffer *out, const struct advice *fix)
{
	for (; fix->text; fix++)
		add_text(out, fix->text);
}

static char *folded_entry(const struct reply *reply)
{
	struct buffer out = { 0 };

	buffer_printf(&out, "%d\n", reply->code);
	add_text(&out, reply->title);
	add_text(&out, reply->react);
	add_list(&out, reply->description);
	add_list(&out, reply->when);
	add_advice(&out, reply->fix);
	add_list(&out, reply->send);
	add_list(&out, reply->seen);
	for (const char *const *status = reply->statuses; *status; status++)
		add_folded(&out, *status);
	for (const char *const *line = reply->example; *line; line++)
		add_folded(&out, *line);
	return buffer_take(&out);
}

static char *folded_status(const struct status *status)
{
	const char *const parts[] = {
		status->title, status->react, status->success, status->transient, status->permanent,
	};
	struct buffer out = { 0 };

	add_folded(&out, status->code);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i])
			add_text(&out, parts[i]);
	add_list(&out, status->description);
	add_advice(&out, status->fix);
	for (const struct vendor *vendor = status->vendors; vendor->name; vendor++) {
		add_folded(&out, vendor->name);
		add_text(&out, vendor->text);
	}
	add_list(&out, status->seen);
	return buffer_take(&out);
}

struct search *search_create(void)
{
	struct search *search = xcalloc(1, sizeof(*search));

	search->folded = xcalloc(replies_count, sizeof(*search->folded));
	for (size_t i = 0; i < replies_count; i++)
		search->folded[i] = folded_entry(&replies[i]);
	search->statuses = xcalloc(statuses_count, sizeof(*search->statuses));
	for (size_t i = 0; i < statuses_count; i++)
		search->statuses[i] = folded_status(&statuses[i]);
	return search;
}

void search_free(struct search *search)
{
	if (!search)
		return;
	for (size_t i = 0; i < replies_count; i++)
		free(search->folded[i]);
	for (size_t i = 0; i < statuses_count; i++)
		free(search->statuses[i]);
	free(search->statuses);
	free(search->folded);
	free(search);
}

/* How well an entry with this folded text, code and title matches. */
static enum rank rank(const struct query *query, const char *folded, const char *code,
		      const char *title)
{
	if (!holds_words(query, folded))
		return RANK_NONE;
	if (query->count == 1 && !strncmp(code, query->words[0], strlen(query->words[0])))
		return RANK_CODE;
	return query_matches(query, title) || query_matches(query, _(title)) ? RANK_TITLE
									     : RANK_TEXT;
}

enum rank search_rank(const struct search *search, size_t index, const struct query *query)
{
	char code[16];

	snprintf(code, sizeof(code), "%d", replies[index].code);
	return rank(query, search->folded[index], code, replies[index].title);
}

enum rank search_rank_status(const struct search *search, size_t index,
			     const struct query *query)
{
	char *code = text_fold(statuses[index].code, strlen(statuses[index].code));
	enum rank found = rank(query, search->statuses[index], code, statuses[index].title);
	struct code asked = code_read(query->count == 1 ? query->words[0] : "");

	free(code);
	/* 5.7.1 is X.7.1 with its class. */
	if (asked.kind == CODE_STATUS && status_matches(&statuses[index], &asked.status))
		return RANK_CODE;
	return found;
}
