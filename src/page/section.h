/* The sections of the pages and their headings. */
#ifndef PAGE_SECTION_H
#define PAGE_SECTION_H

enum section {
	SECTION_DESCRIPTION,
	SECTION_WHEN,
	SECTION_FIX,
	SECTION_SEND,
	SECTION_EXAMPLE,
	SECTION_STATUSES,
	SECTION_COMPARE_WITH,
	SECTION_SUMMARY,
	SECTION_GLANCE,
	SECTION_DIFFERENCES,
	SECTION_USE,
	SECTION_LEARN_MORE,
	SECTIONS
};

/* Headings, msgids. */
extern const char *const section_labels[SECTIONS];

#endif
