#include "cli/request.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/i18n.h"
#include "base/report.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/input.h"
#include "model/catalogue.h"
#include "model/status.h"

static int usage(const char *message)
{
	report("%s", message);
	return STATUS_USAGE;
}

static int not_a_code(const struct options *options, const char *text)
{
	char *quoted = report_quote(text);

	if (options->search)
		report(_("%s is no reply code; put quotes around the words of a search"), quoted);
	else
		report(_("%s is no reply code; give three digits such as 550, a pattern such as 45x, or an enhanced code such as 5.7.26"),
		       quoted);
	free(quoted);
	return STATUS_NOTHING;
}

/* Gives the first operand that is neither a code nor a pattern, or NULL. */
static char *no_code(const struct options *options)
{
	for (size_t i = 0; i < options->operand_count; i++) {
		char **operand = &options->operands[i];
		struct code_range range;
		struct status_code status;

		/* A line that was read from a file may end with a carriage return. */
		*operand = text_trim(*operand);
		if (!status_parse(*operand, &status) && !code_range_parse(*operand, &range))
			return *operand;
	}
	return NULL;
}

/* The operands as one text. */
static int read_text(const struct options *options, struct request *request)
{
	struct buffer text = { 0 };
	struct stat file;

	if (options->operand_count == 1 && stat(options->operands[0], &file) == 0 &&
	    !S_ISDIR(file.st_mode)) {
		char *quoted = report_quote(options->operands[0]);

		report(_("%1$s is a file; to explain what is in it, give --file=%1$s"), quoted);
		free(quoted);
		return STATUS_NOTHING;
	}
	for (size_t i = 0; i < options->operand_count; i++)
		buffer_printf(&text, "%s%s", i ? " " : "", options->operands[i]);
	request->kind = REQUEST_TEXT;
	request->text = buffer_take(&text);
	return STATUS_FOUND;
}

static int read_pair(const struct options *options, struct request *request)
{
	request->other = code_read(options->operands[1]);
	if (request->code.kind == CODE_NONE || request->other.kind == CODE_NONE)
		return usage(_("a comparison takes two codes, no patterns"));
	if (code_same(&request->code, &request->other))
		return usage(_("a comparison takes two different codes"));
	request->kind = REQUEST_PAIR;
	return STATUS_FOUND;
}

int request_read(const struct options *options, struct request *request)
{
	size_t count = options->operand_count;
	bool list = options->list || options->search;
	char *first = count ? options->operands[0] : NULL, *text;

	*request = (struct request){ .range = { 0, 999 } };
	if (options->file_count && (count || list))
		return usage(_("--file takes no code and no list beside it"));
	if (options->search && !*text_trim(options->search))
		return usage(_("--search needs a word to search for"));
	if (options->file_count || (count == 1 && !strcmp(first, "-")) ||
	    (!count && !list && input_waits())) {
		request->kind = REQUEST_INPUT;
		return STATUS_FOUND;
	}
	text = no_code(options);
	if (text && list)
		return not_a_code(options, text);
	if (text)
		return read_text(options, request);
	if (list && count > 1)
		return usage(_("a list takes one code or pattern; give no more than one"));
	if (count > 2)
		return usage(_("two codes make a comparison; give no more than two"));
	if (!count)
		return STATUS_FOUND;
	first = options->operands[0];
	request->of_status = status_parse(first, &request->status);
	if (!request->of_status)
		code_range_parse(first, &request->range);
	request->code = code_read(first);
	if (count == 2)
		return read_pair(options, request);
	if (request->code.kind != CODE_NONE && !list)
		request->kind = REQUEST_CODE;
	return STATUS_FOUND;
}

struct code request_first(const struct request *request)
{
	struct code none = { .kind = CODE_NONE };
	int first = request->range.first ? catalogue_first(&request->range) : -1;

	if (request->code.kind != CODE_NONE)
		return request->code;
	for (size_t i = 0; request->of_status && i < statuses_count; i++)
		if (status_matches(&statuses[i], &request->status))
			return code_read(statuses[i].code);
	return first < 0 ? none : code_of_reply(first);
}

/* Tells whether a code, if there is one, is in a list. */
static bool assigned(const struct code *code)
{
	if (code->kind == CODE_REPLY)
		return catalogue_find(code->reply);
	return code->kind == CODE_NONE ||
	       status_entry(&code->status).standing != STANDING_UNASSIGNED;
}

int request_found(const struct request *request)
{
	return assigned(&request->code) && assigned(&request->other) ? STATUS_FOUND : STATUS_NOTHING;
}
