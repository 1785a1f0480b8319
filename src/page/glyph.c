#include "page/glyph.h"

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
	[GLYPH_MORE] = { "…", "~" },
	[GLYPH_UP] = { "↑", "Up" },
	[GLYPH_DOWN] = { "↓", "Down" },
	[GLYPH_LEFT] = { "←", "Left" },
	[GLYPH_RIGHT] = { "→", "Right" },
};

void glyph_use_ascii(bool ascii)
{
	use_ascii = ascii;
}

const char *glyph(enum glyph glyph)
{
	return use_ascii ? glyphs[glyph].ascii : glyphs[glyph].drawn;
}
