#include "cli/json.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/fact.h"

/* jansson's functions give NULL without memory; the program then ends. */
static json_t *must(json_t *value)
{
	if (!value)
		xalloc_fail();
	return value;
}

static void set(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, must(value)) < 0)
		must(NULL);
}

static void append(json_t *array, json_t *value)
{
	if (json_array_append_new(array, must(value)) < 0)
		must(NULL);
}

/* Gives the string, or null. */
static json_t *word(const char *text)
{
	return text ? json_string(text) : json_null();
}

static json_t *texts(const char *const *msgids, bool translated)
{
	json_t *array = must(json_array());

	for (; *msgids; msgids++)
		append(array, json_string(translated ? _(*msgids) : *msgids));
	return array;
}

static json_t *sources(const struct source *list)
{
	json_t *array = must(json_array());

	for (; list->rfc; list++) {
		char *name = buffer_format("RFC %d", list->rfc), *url = source_url(list);
		json_t *source = must(json_object());

		set(source, "name", json_string(name));
		set(source, "section", json_string(list->section));
		set(source, "url", json_string(url));
		append(array, source);
		free(name);
		free(url);
	}
	return array;
}

/* The sources of an entry: sections of RFCs, and who was seen to send it. */
static json_t *origins(const struct source *list, const char *const *seen)
{
	json_t *array = sources(list);

	for (; *seen; seen++) {
		json_t *origin = must(json_object());

		set(origin, "name", json_string(_(*seen)));
		set(origin, "section", json_null());
		set(origin, "url", json_null());
		append(array, origin);
	}
	return array;
}

static json_t *stages(unsigned set_of_stages)
{
	json_t *array = must(json_array());

	for (int stage = 0; stage < STAGES; stage++)
		if (set_of_stages & STAGE_BIT(stage))
			append(array, json_string(stage_terms[stage].key));
	return array;
}

static json_t *advice(const struct advice *list)
{
	json_t *array = must(json_array());

	for (; list->text; list++) {
		char *text = advice_text(list);

		append(array, json_string(text));
		free(text);
	}
	return array;
}

static json_t *codes(const int *list)
{
	json_t *array = must(json_array());

	for (; *list; list++)
		append(array, json_integer(*list));
	return array;
}

/* The keys that both kinds of codes have are in one order. */
static json_t *reply_object(const struct entry *entry)
{
	struct reply reply = catalogue_reply(entry->code.reply);
	json_t *object = must(json_object());

	set(object, "code", json_integer(reply.code));
	set(object, "title", json_string(_(reply.title)));
	set(object, "class", json_integer(reply.code / 100));
	set(object, "category", word(fact_value(entry, FACT_CATEGORY)));
	set(object, "standing", word(fact_value(entry, FACT_STANDING)));
	set(object, "sources", origins(reply.sources, reply.seen));
	set(object, "stages", stages(reply.stages));
	set(object, "outcome", word(fact_value(entry, FACT_OUTCOME)));
	set(object, "retry", word(fact_value(entry, FACT_RETRY)));
	set(object, "closes", word(fact_value(entry, FACT_CLOSES)));
	set(object, "actor", word(fact_value(entry, FACT_ACTOR)));
	set(object, "description", texts(reply.description, true));
	set(object, "when", texts(reply.when, true));
	set(object, "fix", advice(reply.fix));
	set(object, "send", texts(reply.send, true));
	set(object, "example", texts(reply.example, false));
	set(object, "statuses", texts(reply.statuses, false));
	set(object, "compare_with", codes(reply.compare_with));
	return object;
}

static json_t *vendors(const struct vendor *list)
{
	json_t *array = must(json_array());

	for (; list->name; list++) {
		json_t *vendor = must(json_object());

		set(vendor, "name", json_string(list->name));
		set(vendor, "text", json_string(_(list->text)));
		append(array, vendor);
	}
	return array;
}

static json_t *status_object(const struct entry *entry)
{
	struct status status = status_entry(&entry->code.status);
	int class = entry->code.status.class;
	char *name = code_text(&entry->code);
	json_t *object = must(json_object()), *description = texts(status.description, true);

	for (const char *const *text = entry->readings; *text; text++)
		append(description, json_string(_(*text)));
	set(object, "status", json_string(name));
	set(object, "last", word(status.last));
	set(object, "title", json_string(_(status.title)));
	set(object, "class", class ? json_integer(class) : json_null());
	set(object, "category", word(fact_value(entry, FACT_CATEGORY)));
	set(object, "standing", word(fact_value(entry, FACT_STANDING)));
	set(object, "sources", origins(status.sources, status.seen));
	set(object, "outcome", word(fact_value(entry, FACT_OUTCOME)));
	set(object, "retry", word(fact_value(entry, FACT_RETRY)));
	set(object, "actor", word(fact_value(entry, FACT_ACTOR)));
	set(object, "description", description);
	set(object, "vendors", vendors(status.vendors));
	set(object, "fix", advice(status.fix));
	set(object, "codes", codes(status.replies));
	set(object, "compare_with", texts(status.compare_with, false));
	free(name);
	return object;
}

static json_t *entry_object(const struct entry *entry)
{
	return entry->code.kind == CODE_REPLY ? reply_object(entry) : status_object(entry);
}

static json_t *code_object(const struct code *code)
{
	struct entry entry;
	json_t *object;

	entry_create(&entry, code);
	object = entry_object(&entry);
	entry_free(&entry);
	return object;
}

static json_t *sentences(const struct sentences *list, json_t *array)
{
	for (size_t i = 0; i < list->count; i++)
		append(array, json_string(list->text[i]));
	return array;
}

static json_t *value(const struct entry *entry, enum fact fact)
{
	if (!fact_known(entry, fact))
		return json_null();
	if (fact == FACT_STAGES)
		return stages(entry->stages);
	if (fact == FACT_SOURCES)
		return origins(entry->sources, entry->seen);
	return word(fact_value(entry, fact));
}

static json_t *glance(const struct comparison *c)
{
	json_t *array = must(json_array());

	for (enum fact fact = 0; fact < FACTS; fact++) {
		json_t *row;

		if (!comparison_knows(c, fact))
			continue;
		row = must(json_object());
		set(row, "field", json_string(fact_key(fact)));
		set(row, "a", value(&c->a, fact));
		set(row, "b", value(&c->b, fact));
		set(row, "same", json_boolean(fact_same(&c->a, &c->b, fact)));
		append(array, row);
	}
	return array;
}

/* Goes on when the output fails, so that the last write tells the reason. */
static int put(const char *text, size_t length, void *unused)
{
	(void)unused;
	fwrite(text, 1, length, stdout);
	return 0;
}

static void print(json_t *document)
{
	if (json_dump_callback(document, put, NULL, JSON_INDENT(2)) < 0)
		xalloc_fail();
	putchar('\n');
	json_decref(document);
}

void json_code(const struct code *code)
{
	print(code_object(code));
}

void json_comparison(const struct comparison *c)
{
	json_t *object = must(json_object()), *use = must(json_array());

	set(object, "a", entry_object(&c->a));
	set(object, "b", entry_object(&c->b));
	set(object, "summary", json_string(c->summary));
	set(object, "glance", glance(c));
	set(object, "differences", sentences(&c->differences, must(json_array())));
	sentences(&c->rules, use);
	sentences(&c->receive, use);
	set(object, "use", sentences(&c->send, use));
	set(object, "sources", sources(c->sources));
	print(object);
}

/* Gives an enhanced code as text, or null. */
static json_t *status_word(const struct status_code *status)
{
	struct code code = code_of_status(status);
	char *text = status->class ? code_text(&code) : NULL;
	json_t *value = word(text);

	free(text);
	return value;
}

static json_t *wording_object(const struct wording *wording)
{
	json_t *object;

	if (!wording)
		return json_null();
	object = must(json_object());
	set(object, "provider", word(wording->provider));
	set(object, "meaning", json_string(_(wording->meaning)));
	set(object, "fix", advice(wording->fix));
	set(object, "source", json_string(wording->source));
	return object;
}

static json_t *said_object(const struct said *said)
{
	json_t *object = must(json_object());
	struct judgement judgement;
	char *text = text_visible(said->text, strlen(said->text), SIZE_MAX);

	judgement_create(&judgement, said);
	set(object, "code", said->code ? json_integer(said->code) : json_null());
	set(object, "status", status_word(&said->status));
	set(object, "dsn_status", status_word(&said->dsn_status));
	set(object, "text", json_string(text));
	set(object, "stage", word(said->stage == STAGES ? NULL : stage_terms[said->stage].key));
	set(object, "said_by", json_string(said_by_terms[said->by].key));
	set(object, "retry", json_string(retry_terms[judgement.retry].key));
	set(object, "actor", json_string(actor_terms[judgement.actor].key));
	set(object, "wording", wording_object(judgement.wording));
	set(object, "conflicts", sentences(&judgement.conflicts, must(json_array())));
	set(object, "count", json_integer((json_int_t)said->count));
	judgement_free(&judgement);
	free(text);
	return object;
}

void json_transcript(const struct transcript *transcript)
{
	json_t *object = must(json_object()), *array = must(json_array());

	for (size_t i = 0; i < transcript->count; i++)
		append(array, said_object(&transcript->replies[i]));
	set(object, "replies", array);
	set(object, "verdict", transcript->verdict < transcript->count
				       ? json_integer((json_int_t)transcript->verdict)
				       : json_null());
	print(object);
}

void json_list(const struct reply *const *entries, size_t count,
	       const struct status *const *status_entries, size_t status_count)
{
	json_t *object = must(json_object()), *array = must(json_array());

	for (size_t i = 0; i < count; i++) {
		struct code code = code_of_reply(entries[i]->code);

		append(array, code_object(&code));
	}
	for (size_t i = 0; i < status_count; i++) {
		struct code code = code_read(status_entries[i]->code);

		append(array, code_object(&code));
	}
	set(object, "entries", array);
	print(object);
}
