#include "page/pages.h"

#include <string.h>

#include "base/text.h"

struct page *page_keys(const struct key_group *groups, size_t count, size_t width)
{
	struct page *page = page_create(width);
	size_t column = 0;
	bool narrow;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < groups[i].count; k++) {
			const char *keys = groups[i].rows[k].keys;
			size_t columns = text_width(keys, strlen(keys)) + 4;

			column = columns > column ? columns : column;
		}
	narrow = width && column * 2 > width;
	for (size_t i = 0; i < count; i++) {
		if (i)
			page_blank(page);
		page_paragraph(page, ROLE_LABEL, groups[i].heading, 0);
		for (size_t k = 0; k < groups[i].count; k++) {
			page_add(page, ROLE_KEY, groups[i].rows[k].keys);
			if (narrow)
				page_end(page, 2, 2);
			else
				page_pad(page, column - 2);
			page_add(page, ROLE_BODY, groups[i].rows[k].help);
			page_end(page, narrow ? 4 : 2, narrow ? 4 : column);
		}
	}
	return page;
}
