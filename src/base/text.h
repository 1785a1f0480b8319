/* Text as it stands on a screen: columns, lines, letters without accents. A
   thin face on libunistring; the only file that includes it. All strings are
   UTF-8, all widths are columns of a terminal. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Gives the columns that the first length bytes of text fill. */
size_t text_width(const char *text, size_t length);

/* Gives the bytes of the longest beginning of text that fills at most columns
   and splits no grapheme cluster; *width, if wanted, receives its columns. */
size_t text_cut(const char *text, size_t length, size_t columns, size_t *width);

/* Gives the bytes of the grapheme cluster that text starts with; 0 at its end. */
size_t text_cluster(const char *text, size_t length);

/* Breaks text into lines (UAX 14): the first of at most first columns, the
   others of at most rest; a word that is longer is broken between grapheme
   clusters. Gives the offsets at which lines begin, the first being 0, as an
   array owned by the caller, and their number in *count. Blanks at a line's end
   belong to it. With rest 0 only line feeds break. */
size_t *text_wrap(const char *text, size_t length, size_t first, size_t rest,
		  size_t *count);

/* Gives text for comparison in a search: lower case, without the accents of
   Latin, Greek and Cyrillic letters (the signs of other scripts stay), special
   blanks and apostrophes made plain. Owned by the caller. */
char *text_fold(const char *text, size_t length);

/* Tells whether every character of text exists in charset. */
bool text_fits(const char *text, const char *charset);

/* Gives text with every character that charset lacks replaced by one or more
   it has (oe, -, "), or by ?. Still UTF-8; owned by the caller. */
char *text_degrade(const char *text, const char *charset);

/* Gives UTF-8 text in charset; what is missing there is transliterated or
   becomes ?. Owned by the caller. */
char *text_encode(const char *text, const char *charset);

/* Gives text that is in charset as UTF-8, or, where that fails, what of it is
   plain. Owned by the caller. */
char *text_decode_charset(const char *text, const char *charset);

/* Gives length bytes from outside as text that is safe to print: control
   characters as ^X, characters that change direction or cannot be seen as
   <U+XXXX>, bytes that are no UTF-8 as <XX>; at most four combining characters
   stay on one letter; cut after columns, with "..." in place of the rest.
   Owned by the caller. */
char *text_visible(const char *bytes, size_t length, size_t columns);

/* Cuts the white space off the end of text and gives where it begins behind the white
   space in front. */
char *text_trim(char *text);

/* Decodes the character that text starts with into *character; gives its bytes,
   0 at the end, 1 with U+FFFD for a byte that is no UTF-8. */
size_t text_decode(const char *text, size_t length, unsigned *character);

/* Encodes character at out, which has room for 4 bytes; gives the bytes
   written, 0 when it is none. */
size_t text_put(char *out, unsigned character);

#endif
