#include "page/theme.h"

#define PLAIN { .color = -1 }
#define BOLD { .color = -1, .bold = true }
#define UNDERLINED { .color = -1, .underline = true }
#define BOLD_UNDERLINED { .color = -1, .bold = true, .underline = true }
#define REVERSE { .color = -1, .reverse = true }
#define STRONG(number) { .color = (number), .bold = true }
#define SAME(style) { style, style, style }

/* The colors of 256 are middle tones that can be read on black and on white; of
   8, those that come nearest to that: yellow and cyan vanish on white. */
static const struct style styles[LOOKS][SCHEMES] = {
	[ROLE_BODY] = SAME(PLAIN),
	[ROLE_TITLE] = SAME(BOLD),
	[ROLE_LABEL] = { BOLD, BOLD, STRONG(31) },
	[ROLE_FIELD] = { PLAIN, PLAIN, { .color = 31 } },
	[ROLE_WHO] = SAME(BOLD),
	[ROLE_EXAMPLE] = SAME(PLAIN),
	[ROLE_LINK] = SAME(UNDERLINED),
	[ROLE_DIFFERS] = SAME(BOLD),
	[ROLE_MATCH] = SAME(REVERSE),
	[ROLE_RULE] = { PLAIN, PLAIN, { .color = 244 } },
	[ROLE_KEY] = SAME(BOLD),
	[ROLE_SUCCESS] = { PLAIN, STRONG(2), STRONG(28) },
	[ROLE_GO_ON] = { UNDERLINED, BOLD, STRONG(31) },
	[ROLE_TEMPORARY] = { BOLD, STRONG(5), STRONG(130) },
	[ROLE_PERMANENT] = { BOLD_UNDERLINED, STRONG(1), STRONG(160) },
	[ROLE_NO_REPLY] = SAME(PLAIN),
	[LOOK_SELECTED] = SAME(REVERSE),
	[LOOK_SELECTED_AWAY] = SAME(UNDERLINED),
	[LOOK_STATUS] = SAME(PLAIN),
	[LOOK_HINT] = SAME(BOLD),
	[LOOK_NOTICE] = SAME(BOLD),
};

struct style theme_style(int look, enum scheme scheme)
{
	return styles[look][scheme];
}
