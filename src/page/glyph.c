#include "page/glyph.h"

#include "base/i18n.h"

static bool use_ascii;

static const struct {
	const char *drawn, *ascii;
} glyphs[GLYPHS] = {
	[GLYPH_VERTICAL] = { "│", "|" },
	[GLYPH_HORIZONTAL] = { "─", "-" },
	[GLYPH_CROSS] = { "┼", "+" },
	[GLYPH_BULLET] = { "•", "*" },
	[GLYPH_DIFFERS] = { "≠", "!=" },
	[GLYPH_MARK] = { "*", "*" },
	[GLYPH_WILD] = { "~", "~" },
	[GLYPH_MORE] = { "…", "~" },
	[GLYPH_UP] = { "↑", N_("Up") },
	[GLYPH_DOWN] = { "↓", N_("Down") },
	[GLYPH_LEFT] = { "←", N_("Left") },
	[GLYPH_RIGHT] = { "→", N_("Right") },
};

void glyph_use_ascii(bool ascii)
{
	use_ascii = ascii;
}

const char *glyph(enum glyph glyph)
{
	return use_ascii ? glyphs[glyph].ascii : glyphs[glyph].drawn;
}
