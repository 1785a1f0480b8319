#include "ui/explorer.h"

#include <stdlib.h>
#include <string.h>

#include "base/report.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "page/pages.h"

bool explorer_show(struct explorer *explorer, struct transcript *transcript)
{
	char *losses = transcript_losses(transcript);

	if (!transcript->count) {
		explorer_say(explorer, xstrdup(_("There is no reply in this text.")));
		transcript_free(transcript);
		free(losses);
		return false;
	}
	if (losses)
		explorer_say(explorer, losses);
	if (explorer->at_quit == STATUS_NOTHING)
		explorer->at_quit = STATUS_FOUND;
	explorer_push(explorer, view_transcript_create(transcript));
	return true;
}

void explorer_explain(struct explorer *explorer, const char *text)
{
	struct transcript_reader *reader;
	char *copy = xstrdup(text);
	struct code code = code_read(text_trim(copy));

	free(copy);
	if (code.kind != CODE_NONE) {
		explorer_push(explorer, view_detail_create(&code));
		return;
	}
	reader = transcript_reader_create();
	transcript_feed(reader, text, strlen(text));
	explorer_show(explorer, transcript_finish(reader));
}
