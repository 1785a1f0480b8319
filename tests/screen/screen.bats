#!/usr/bin/env bats
# Protects what stands on the screen after keys: the real loop runs, but keys
# come from a pipe and the screen is read back from curses. To save screens anew
# after a change that is meant: SAVE=1 make check TESTS=tests/screen/screen.bats

load ../cli/helper

screen() {
	"$BUILDDIR/tests/screen/screen" "$@"
}

# Compares a screen with a saved one: name, then what screen takes.
shows() {
	local expected="$SRCDIR/tests/screen/expected/$1" actual="$BATS_TEST_TMPDIR/actual"

	shift
	screen "$@" >"$actual"
	if [ -n "$SAVE" ]; then cp "$actual" "$expected"; fi
	diff -u "$expected" "$actual"
}

# Gives the line of the screen on which the cursor stands.
current() {
	local out row

	out="$(screen "$@")"
	row="$(sed -n 's/^cursor \([0-9]*\),.*/\1/p' <<<"$out")"
	sed -n "$((row + 1))p" <<<"$out"
}

@test 'the list with the page beside it' { shows list-80.txt 24x80 ''; }
@test 'the list alone on a narrow screen' { shows list-40.txt 12x40 ''; }
@test 'the list in French' { needs_nls; LANG=fr_FR shows list-fr-100.txt 30x100 'jj'; }
@test 'the list in Hindi' { needs_nls; LANG=hi_IN shows list-hi-100.txt 30x100 'jj'; }
@test 'the page of a code' { shows detail-80.txt 24x80 $'550\r\x1e'; }
@test 'a comparison, side by side' { shows comparison-100.txt 30x100 '251 504 '; }
@test 'a comparison, stacked because the screen is narrow' {
	shows comparison-60.txt 20x60 '251 504 '
}
@test 'the end of a comparison in French' {
	needs_nls
	LANG=fr_FR shows comparison-end-fr-100.txt 40x100 '251 504 G'
}
@test 'the help' { shows help-80.txt 60x80 '?'; }
@test 'ASCII alone in a locale without UTF-8' { LANG=C shows comparison-ascii-90.txt 20x90 '251 504 '; }

@test 'the smallest screens hold what fits, and the cursor' {
	for size in 1x1 2x3 3x7 1x20 5x12; do
		for keys in '' $'\r' '?' /ab $'\t\t'; do screen $size "$keys"; done
		screen $size G 251 504
	done >"$BATS_TEST_TMPDIR/smallest"
	if [ -n "$SAVE" ]; then cp "$BATS_TEST_TMPDIR/smallest" "$SRCDIR/tests/screen/expected/smallest.txt"; fi
	diff -u "$SRCDIR/tests/screen/expected/smallest.txt" "$BATS_TEST_TMPDIR/smallest"
}

@test 'a click selects an entry, or the page beside the list; elsewhere it does nothing' {
	[[ "$(current 10x80 $'m\x1e\e[<0;5;3M\x1e')" == ' 111~'* ]]
	# A heading, the line at the bottom, and what lies outside.
	for place in '5;4' '5;10' '999;999' '0;0'; do
		[[ "$(current 10x80 $'m\x1e\e[<0;'$place$'M\x1e')" == "$(current 10x80 '')" ]]
	done
	# Under the last entry of a screen that is taller than the list.
	[[ "$(current 400x80 $'m\x1e\e[<0;5;390M\x1e')" == "$(current 400x80 '')" ]]
	screen 10x80 $'m\x1e\e[<0;50;4Mj\x1e' | grep -q '2-10/'
	# Off, it is a sequence like any other.
	[[ "$(current 10x80 $'\e[<0;5;3M\x1e')" == "$(current 10x80 '')" ]]
	[[ "$(current 10x80 $'mm\x1e\e[<0;5;3M\x1e')" == "$(current 10x80 '')" ]]
}

@test 'a list of replies that was pasted: its rows, its search, and the page of each' {
	paste=$'\e[200~250 2.0.0 Ok\n450 4.2.0 busy\n550 5.1.1 User unknown\n550 5.7.26 no\n552 5.2.2 full\n\e[201~\x1e'
	[[ "$(current 24x80 "$paste")" == '*    1 450 '* ]]
	[[ "$(current 24x80 "${paste}gkk")" == *' 250 '* ]]
	[[ "$(current 24x80 "${paste}Gjj")" == *' 552 '* ]]
	[[ "$(current 4x80 "${paste}gjjj")" == *' 5.7.26 '* ]]
	[[ "$(current 24x80 "$paste/FULL"$'\r')" == *' 552 '* ]]
	[[ "$(current 24x80 "${paste}g/full"$'\x1e\e')" == *' 250 '* ]]
	[[ "$(current 4x80 "${paste}g"$'\e[6~\e[6~')" == *' 5.1.1 '* ]]
	[[ "$(current 4x80 "${paste}G"$'\e[5~')" == *' 5.7.26 '* ]]
	[[ "$(current 6x80 "${paste}g"$'\x04\x04\x15')" == *' 5.1.1 '* ]]
	[[ "$(current 24x80 "${paste}m"$'\x1e\e[<0;5;4M\e[<0;5;20M\x1e')" == *' 5.7.26 '* ]]
	screen 24x80 "${paste}"$'gjj\r' | head -n 1 | grep -q '^550 5.1.1'
	[[ "$(current 24x80 "${paste}"$'gjj\rq')" == *' 550  5.1.1'* ]]
}

@test 'the cursor follows the selected row' {
	[[ "$(current 24x80 'jj')" == ' 220 '* ]]
	[[ "$(current 24x80 'jjk')" == ' 214 '* ]]
	[[ "$(current 24x80 'G')" == ' 591~'* ]]
	[[ "$(current 24x80 'Gg')" == ' 101~'* ]]
	[[ "$(current 24x80 $'\eOB\eOB')" == ' 220 '* ]]
	[[ "$(current 24x80 $'\e[6~')" == ' 4'* ]]
}

@test 'digits jump; after a full code the next starts anew' {
	[[ "$(current 24x80 '5')" == ' 500 '* ]]
	[[ "$(current 24x80 '55')" == ' 550 '* ]]
	[[ "$(current 24x80 '504')" == ' 504 '* ]]
	[[ "$(current 24x80 '5044')" == ' 403~'* ]]
	[[ "$(current 24x80 '50j5')" == ' 500 '* ]]
	[[ "$(screen 24x80 '6')" == *'No code begins with 6.'* ]]
	[[ "$(screen 24x80 '56')" == *'No code begins with 56.'* ]]
	[[ "$(screen 24x80 '599')" == *'599  Unassigned permanent refusal'* ]]
	[[ "$(current 24x80 $'450599\e')" == ' 591~'* ]]
}

@test 'search goes to the first match as one types, and back with Escape' {
	[[ "$(current 24x80 $'/greylist\r')" == ' 4'* ]]
	[[ "$(current 24x80 $'jjj/mailbox full\e')" == ' 221 '* ]]
	[[ "$(screen 24x80 '/xyzzy')" == *'Nothing matches.'* ]]
	first="$(current 24x80 $'/relay\r')"
	[ "$(current 24x80 $'/relay\r\x1en')" != "$first" ]
	[ "$(current 24x80 $'/relay\r\x1enN')" = "$first" ]
	[[ "$(screen 24x80 'n')" == *'Search for something first'* ]]
}

@test 'the best match comes first: the code, then the title, then the text' {
	[[ "$(current 24x80 $'/550\r')" == ' 550 '* ]]
	[[ "$(current 24x80 $'/mailbox unavailable\r')" == ' 4'* ]]
	[[ "$(current 24x80 $'/bad sequence\r')" == ' 503 '* ]]
	[[ "$(current 24x80 $'/X.7.26\r')" == ' 550 '* ]]
}

@test 'the bytes of a letter may arrive apart' {
	[[ "$(screen 10x80 $'/\xe0\x1e')" != *'�'* ]]
	[[ "$(screen 10x80 $'/\xc3\xa9t\xc3\xa9')" == *$'\n/été'* ]]
}

@test 'after the last pane Tab opens a menu of all that has only letters' {
	[[ "$(screen 30x100 $'251\r\x1e\t')" == *'Actions'*'Search as you type'*'Choose the language'* ]]
	[[ "$(screen 24x80 $'\t\t')" == *'Actions'* ]]
	[[ "$(screen 24x60 $'\t')" == *'Actions'* ]]
	[[ "$(screen 30x100 $'251 504 \t\t')" == *'Actions'*'Swap the two sides'* ]]
	# Enter on an action does it: the first of a page is the mark.
	[[ "$(screen 30x100 $'251\r\x1e\t\r')" == *'251 is marked'* ]]
}

@test 'each view has a menu of all its actions, so that no letter is needed' {
	keys_in_menu() {
		screen 60x100 "$@" | sed -n '/Actions/,$s/^  \([^ ]*\) .*/\1/p' | tr '\n' ' '
	}
	[ "$(keys_in_menu $'\t\t')" = 'Space c / n N e s p y o L m Ctrl-L ? q ' ]
	[ "$(keys_in_menu $'251\r\x1e\t')" = 'Space c / n N p y o L m Ctrl-L ? q ' ]
	[ "$(keys_in_menu $'\t\t' 251 504)" = '[ ] x v / n N p y o L m Ctrl-L ? q ' ]
	[ "$(keys_in_menu $'?\x1e\t')" = '/ n N p y o L m Ctrl-L ? q ' ]
}

@test 'a line feed with more behind it is a paste, and so text in a prompt' {
	[[ "$(screen 24x80 $'/mailbox\nqfull')" == *$'\n/mailbox qfull'* ]]
}

@test 'n goes through all matches of a page and around its end' {
	at_match() {
		current 24x100 $'251 504 /rfc-editor\r\x1e'"$1"
	}
	[[ "$(at_match '')" == *section-3.4 ]]
	[ "$(at_match n)" != "$(at_match '')" ]
	# The last ones share one screen, yet n goes on from there to the first.
	[ "$(at_match nnnnnnnnnnn)" = "$(at_match '')" ]
	[ "$(at_match nN)" = "$(at_match '')" ]
	[[ "$(screen 24x60 $'450\r\x1e/temporarily server')" != *'Nothing matches'* ]]
	[[ "$(screen 24x100 $'251 504 /will forward')" != *'Nothing matches'* ]]
}

@test 'braces go from section to section' {
	[[ "$(screen 24x100 $'251\r\x1e}' | sed -n 1p)" == 'Outcome'* ]]
	[[ "$(screen 24x100 $'251\r\x1e}}' | sed -n 1p)" == 'Description'* ]]
	[[ "$(screen 24x100 $'251\r\x1e}}}{' | sed -n 1p)" == 'Description'* ]]
	[[ "$(screen 24x100 '251 504 }}}}}}}' | sed -n 4p)" == 'Key differences'* ]]
	[ "$(screen 24x100 $'251\r\x1e}}{{{{')" = "$(screen 24x100 $'251\r')" ]
}

@test 'search is in the language and in English, without accents' {
	needs_nls
	[[ "$(LANG=fr_FR current 24x80 $'/temporairement indisponible boite\r')" == ' 450 '* ]]
	[[ "$(LANG=fr_FR current 24x80 $'/MAILBOX temporarily\r')" == ' 450 '* ]]
	[[ "$(LANG=hi_IN current 24x80 $'/अस्थायी मेलबॉक्स\r')" == ' 450 '* ]]
}

@test 'the prompt is edited by letters, words and lines' {
	[[ "$(screen 10x80 $'/abc\x7fd')" == *$'\n/abd'* ]]
	[[ "$(screen 10x80 $'/one two\x17x')" == *$'\n/one x'* ]]
	[[ "$(screen 10x80 $'/one\x15x')" == *$'\n/x'* ]]
	[[ "$(screen 10x80 $'/ac\eODb')" == *$'\n/abc'* ]]
	[[ "$(screen 10x80 $'/é\x7fx')" == *$'\n/x'* ]]
	[[ "$(screen 10x80 $'/a\x7f\x7fjj')" == *'6/87'* ]]
}

@test 'Enter opens the page, Escape and the arrow go back to where it was' {
	[[ "$(screen 24x80 $'504\r')" == '504  Command parameter not implemented'* ]]
	[[ "$(current 24x80 $'504\r\x1e\e')" == ' 504 '* ]]
	[[ "$(current 24x80 $'504\r\x1e\eOD')" == ' 504 '* ]]
	[[ "$(current 24x80 $'504\r\x1e\x7f')" == ' 504 '* ]]
	# Digits on the page go to another code; the list follows.
	[[ "$(current 24x80 $'504\r\x1e251\e')" == ' 251 '* ]]
}

@test 'Space marks a code, and compares on another; on the marked one it unmarks' {
	[[ "$(current 24x80 '251 ')" == '*251 '* ]]
	[[ "$(current 24x80 '251  ')" == ' 251 '* ]]
	[[ "$(screen 24x100 '251 504 ')" == '251  User not local'*'│ 504  Command'* ]]
	[[ "$(screen 24x100 $'251 504\r')" == '251  User not local'*'│ 504  Command'* ]]
	[[ "$(screen 24x100 '504 251c')" == '504  Command'*'│ 251  User not local'* ]]
	# The mark is gone after the comparison, and Escape takes it away.
	[[ "$(screen 24x80 $'251 504 \e\r')" == '504  Command'* ]]
	[[ "$(current 24x80 $'251 \e')" == ' 251 '* ]]
}

@test 'c asks for the other code' {
	[[ "$(screen 24x100 $'251c504\r')" == '251  User not local'*'│ 504  Command'* ]]
	[[ "$(screen 24x100 $'251c9x\r')" == *'9x: give another code'* ]]
	[[ "$(screen 24x100 '251c')" == *'Compare 251 with:'* ]]
}

@test 'in a comparison: swap, layout, side, step, digits' {
	[[ "$(screen 24x100 '251 504 x')" == '504  Command'*'│ 251  User'* ]]
	[[ "$(screen 24x100 '251 504 v')" == $'251  User not local; will forward\n     2yz Success\n504 '* ]]
	[[ "$(screen 24x100 '251 504 ]')" == '251 '*'│ 505 '* ]]
	[[ "$(screen 24x100 '251 504 [')" == '251 '*'│ 503 '* ]]
	[[ "$(screen 24x100 $'251 504 \t]')" == '252 '*'│ 504 '* ]]
	[[ "$(screen 24x100 '251 504 450')" == '251 '*'│ 450 '* ]]
	[[ "$(screen 24x100 '251 504 599')" == '251 '*'│ 599  Unassigned'* ]]
	[[ "$(screen 24x100 $'251 591 ]')" == '251 '*'│ 591 '* ]]
	[[ "$(screen 24x100 $'101 556 \t[')" == '101 '*'│ 556 '* ]]
}

@test 'scrolling keeps the titles on top, and the end is the end' {
	[[ "$(screen 24x100 '251 504 G')" == '251  User not local'*'RFC 4954, section 6'* ]]
	[[ "$(screen 24x100 '251 504 Gjjjj')" == *'RFC 4954, section 6'* ]]
	[ "$(screen 24x100 '251 504 jjkk')" = "$(screen 24x100 '251 504 ')" ]
	[ "$(screen 24x100 $'251 504 \x04\x15')" = "$(screen 24x100 '251 504 ')" ]
}

@test 'Tab scrolls the page beside the list without leaving the code' {
	[[ "$(screen 24x80 $'550\tG')" == *'RFC 7505, section 4.1'* ]]
	[[ "$(screen 24x80 $'550\tG')" == *' 550  Mailbox unavailable'* ]]
	[[ "$(current 24x80 $'550\tG\ek')" == ' 547~'* ]]
}

@test 'L switches the language at once and keeps the place' {
	needs_nls
	[[ "$(screen 40x100 $'251 504 LjL\e')" == *'When you see it'* ]]
	[[ "$(screen 40x100 $'251 504 Ljjj\r')" == *'Quand vous le voyez'* ]]
	[[ "$(current 24x80 $'504Ljjj\r')" == ' 504  Paramètre'* ]]
	[[ "$(screen 24x80 'L')" == *'हिन्दी'* ]]
	[[ "$(LANG=C screen 24x80 'L')" != *'Fran'* ]]
	# And back to English.
	[[ "$(LANG=fr_FR screen 40x100 $'251 504 Lkkk\r')" == *'When you see it'* ]]
}

@test 'the links of a page in a menu' {
	[[ "$(screen 24x100 '251o')" == *'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.4'* ]]
	[[ "$(screen 24x80 $'251o\e')" != *'https://'* ]]
}

@test 'where no browser starts, the address is shown whole' {
	[[ "$(PATH=/nonexistent BROWSER=/nonexistent/browser screen 24x80 $'251o\r')" == \
		*'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.4'*'address'* ]]
}

@test 'the hints give way from the right, help and quit last' {
	for columns in 20 30 40 60 100; do
		line="$(screen 10x$columns '' | sed -n 10p)"
		[[ "$line" == *'? help  q quit'* ]]
	done
	needs_nls
	for lang in fr_FR hi_IN; do
		help="$(LANG=$lang screen 10x100 '' | sed -n '10s/.*\(? .*  q [^ ]*\).*/\1/p')"
		[[ "$(LANG=$lang screen 10x20 '' | sed -n 10p)" == *"$help"* ]]
	done
}

@test 'every size down to one cell' {
	for size in 1x1 1x80 2x2 3x5 24x1 2x200 100x10; do
		screen $size '251 504 ]x' >/dev/null
		screen $size '/relay' >/dev/null
		screen $size 'Lo?' >/dev/null
	done
}

@test 's hides the codes seen in the wild, which carry a mark' {
	[[ "$(screen 24x80 '571')" == *' 571~ Blocked by policy'* ]]
	[[ "$(screen 24x80 '571s')" != *'571~'* ]]
	[[ "$(current 24x80 '571s')" == ' 556 '* ]]
	[[ "$(current 24x80 '550s')" == ' 550 '* ]]
	[[ "$(screen 24x80 's')" == *'1/41'* ]]
	[[ "$(screen 24x80 'ss')" == *'4/87'* ]]
}

@test 'e switches to the enhanced codes and back, to what belongs together' {
	[[ "$(screen 24x80 '550e')" == *'│ X.1.1  Bad destination mailbox'*'X.1 addresses (11)'* ]]
	[[ "$(current 24x80 '550e')" == ' X.1.1 '* ]]
	[[ "$(current 24x80 '550ejjee')" == *'X.1.3'* ]]
	[[ "$(current 24x80 '450ee')" == ' 450 '* ]]
	[[ "$(current 24x80 $'e/null mx\r')" == ' X.1.10'* ]]
	[[ "$(screen 24x80 $'550e\r')" == 'X.1.1  Bad destination mailbox address'* ]]
	[[ "$(screen 24x80 $'550e\r\x1e\e')" == *'X.1 addresses'* ]]
	[[ "$(screen 24x80 'e')" == *'117'* ]]
	[[ "$(screen 24x80 'es')" == *'/81'* ]]
	# Help opens over the page of an enhanced code too, and only once.
	[[ "$(screen 24x80 $'550e\r?')" == 'Everywhere'* ]]
	[[ "$(screen 24x80 $'550e\r??\e')" == 'X.1.1  Bad destination'* ]]
	# The mark survives, and compares across the two lists.
	[[ "$(screen 24x100 '251 ee504 ')" == '251 '*'│ 504 '* ]]
	[[ "$(screen 24x100 '550 e')" == *'550  '*'/117'* ]]
	[[ "$(screen 24x100 '550 e511 ')" == '550 '*'│ X.1.1 '* ]]
}

@test 'enhanced codes are compared, stepped and gone to by their digits' {
	[[ "$(screen 24x100 'e511 512 ')" == 'X.1.1 '*'│ X.1.2 '* ]]
	[[ "$(screen 24x100 'e511c5.1.2'$'\r\x1e')" == 'X.1.1 '*'│ 5.1.2 '* ]]
	[[ "$(screen 24x100 '550c5.1.1'$'\r')" == '550 '*'│ 5.1.1 '* ]]
	[[ "$(screen 24x100 'e511c5.1.2'$'\r\x1e]')" == 'X.1.1 '*'│ 5.1.3 '* ]]
	[[ "$(screen 24x100 'e511c5.1.2'$'\r\x1e[')" == 'X.1.1 '*'│ 5.1.1 '* ]]
	[[ "$(screen 24x100 'e511c5.1.2'$'\r\x1e5.7.26')" == 'X.1.1 '*'│ 5.7.26 '* ]]
	[[ "$(current 24x80 'e726')" == ' X.7.26 '* ]]
	[[ "$(current 24x80 'e5726')" == ' X.7.26 '* ]]
	[[ "$(current 24x80 'e5.7.26')" == ' X.7.26 '* ]]
	[[ "$(current 24x80 'e431')" == ' X.3.1 '* ]]
	[[ "$(current 24x80 'e726511')" == ' X.1.1 '* ]]
	[[ "$(screen 24x80 'e8')" == *'No code begins with 8.'* ]]
	[[ "$(screen 24x80 $'e511\r5726')" == '5.7.26 '* ]]
	# On its page the code is the one that was asked for.
	[[ "$(screen 24x100 c 5.7.26)" == *'Compare 5.7.26 with:'* ]]
}

@test 'unknown keys and sequences do nothing' {
	[ "$(screen 24x80 $'\e[99~\e[1;5R\eOZ\e]0;title\a\x1f!$%&')" = "$(screen 24x80 '')" ]
	[ "$(screen 24x80 $'\eP+q544e\e\\')" = "$(screen 24x80 '')" ]
}

@test 'a paste is never run as keys; in a prompt its line feeds are blanks' {
	[[ "$(screen 24x80 $'\e[200~qqGGG\e[201~')" == *'There is no reply in this text'*'4/87'* ]]
	[[ "$(screen 24x80 $'\e[200~550 5.1.1 qq\e[201~')" == '550 5.1.1 '* ]]
	[[ "$(screen 24x80 $'/\e[200~mailbox\nfull\n\e[201~')" == *$'\n/mailbox full'* ]]
}

@test 'q goes back, and ends the program where it began' {
	[[ "$(current 24x80 $'504\r\x1eq')" == ' 504 '* ]]
	screen 24x80 'q' | grep -qx 'has quit'
	screen 24x80 'j' | grep -qx 'still there'
	screen 24x80 $'504\r\x1eq' | grep -qx 'still there'
	# From a page it began with, q leaves; from one opened later it goes back.
	screen 24x80 'q' 550 | grep -qx 'has quit'
	screen 24x80 $'\e\x1e\r\x1eq' 550 | grep -qx 'still there'
	[[ "$(screen 24x80 'j' 550)" == '     5yz Permanent refusal'* ]]
	[[ "$(current 24x80 $'\e' 550)" == ' 550 '* ]]
	[[ "$(screen 24x100 '' 251 504)" == '251 '*'│ 504 '* ]]
}
