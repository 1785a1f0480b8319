#include "page/section.h"

#include "base/i18n.h"

const char *const section_labels[SECTIONS] = {
	[SECTION_DESCRIPTION] = N_("Description"),
	[SECTION_WHEN] = N_("When you see it"),
	[SECTION_FIX] = N_("How to fix"),
	[SECTION_SEND] = N_("When to send it"),
	[SECTION_EXAMPLE] = N_("Example"),
	[SECTION_STATUSES] = N_("Enhanced status codes"),
	[SECTION_CLASSES] = N_("By its first digit"),
	[SECTION_VENDORS] = N_("What vendors mean by it"),
	[SECTION_REPLIES] = N_("Reply codes"),
	[SECTION_COMPARE_WITH] = N_("Compare with"),
	[SECTION_SUMMARY] = N_("Summary"),
	[SECTION_GLANCE] = N_("At a glance"),
	[SECTION_DIFFERENCES] = N_("Key differences"),
	[SECTION_USE] = N_("When to use which"),
	[SECTION_SAID] = N_("The reply"),
	[SECTION_CONFLICTS] = N_("What does not fit together"),
	[SECTION_PARTS] = N_("What its codes say"),
	[SECTION_LEARN_MORE] = N_("Learn more"),
};
