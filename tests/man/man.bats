#!/usr/bin/env bats
# Protects the manual: that it names every key and every option and no other, in
# English and French, and that it is well-formed.

load ../cli/helper

english="$SRCDIR/man/smtpexplore.1"

# The French manual is made where po4a is; a tarball brings it.
setup() {
	french="$BUILDDIR/man/fr/smtpexplore.1"
	[ -f "$french" ] || french="$SRCDIR/man/fr/smtpexplore.1"
}

needs_french() {
	[ -f "$french" ] || skip 'po4a is not installed'
}

# Gives the rows of the key table, with plain blanks as in heads.
keys() {
	"$BUILDDIR/tests/man/keys" | sed $'s/\u00a0/ /g'
}

# Gives what the entries of a section are headed with, without fonts and with plain
# blanks, which po4a writes in one way or another: file, section.
heads() {
	awk -v section="$2" '
		/^\.SH/ { inside = $0 ~ "^\\.SH \"?" section "\"?$" }
		head && inside { print }
		{ head = /^\.TP/ }' "$1" |
		sed -E 's/^\.(B|I|BR|IR|RI) //; s/\\f[A-Z]//g; s/\\-/-/g; s/\\[ ~]/ /g; s/"//g' |
		sed $'s/\u00a0/ /g'
}

options_of() {
	grep -oE -e '(^|[ ,])--?[a-zA-Z][a-z-]*' | tr -d ' ,' | sort -u
}

# Fails at a word of standard input that a section of the manual lacks, and without any.
in_section() {
	local section word words=0

	section="$(sed -n "/^\\.SH $1\$/,/^\\.SH/p" "$english")"
	while read -r word; do
		words=$((words + 1))
		grep -qw -e "$word" <<<"$section" || { echo "$word"; return 1; }
	done
	[ "$words" -gt 0 ]
}

# Compares two lists that must not be empty.
same() {
	[ -n "$1" ]
	diff <(echo "$1") <(echo "$2")
}

@test 'the keys of the manual are those of the key table' {
	same "$(keys | sort -u)" "$(heads "$english" KEYS | sort -u)"
}

@test 'each part of the keys has as many entries as the table has rows for it' {
	[ "$(keys | grep -c '^Enter, Right, l$')" -eq \
		"$(heads "$english" KEYS | grep -c '^Enter, Right, l$')" ]
}

@test 'the keys of the French manual are those that the program names in French' {
	needs_nls
	needs_french
	same "$(LANG=fr_FR keys | sort -u)" \
		"$(heads "$french" TOUCHES | sort -u)"
}

@test 'the options of the manual are those of --help' {
	same "$(se --help | sed -n '/^Options$/,$p' | grep -E '^ {2,6}-' | options_of)" \
		"$(heads "$english" OPTIONS | options_of)"
}

@test 'the French manual has the same options' {
	needs_french
	same "$(heads "$english" OPTIONS | options_of)" "$(heads "$french" OPTIONS | options_of)"
}

@test 'the limits of the manual are those of the reader' {
	sed -n -E 's/^#define (TRANSCRIPT_[A-Z_]*|PASTE_LARGEST) ([0-9]+)( .*)?$/\2/p' \
		"$SRCDIR/src/model/transcript.h" "$SRCDIR/src/ui/term-input.c" |
		in_section LIMITS
}

@test 'every variable that the program reads is in the manual' {
	grep -oh 'getenv("[A-Z_]*")' -r "$SRCDIR/src" --include='*.c' | cut -d'"' -f2 |
		in_section ENVIRONMENT
}

@test 'every key of the JSON is in the manual' {
	local code

	for code in 550 5.7.26 '250 251' "'552 4.2.2 mailbox not found'" --list; do
		eval "se --json $code"
	done | grep -oE '^ *"[a-z_]+":' | tr -d ' ":' | in_section JSON
}

@test 'groff has no warning' {
	command -v groff >/dev/null || skip 'groff is not installed'
	[ -z "$(groff -man -Kutf8 -Tutf8 -ww -z "$english" 2>&1)" ]
	needs_french
	[ -z "$(groff -man -Kutf8 -Tutf8 -ww -z "$french" 2>&1)" ]
}

@test 'mandoc finds nothing but long lines' {
	command -v mandoc >/dev/null || skip 'mandoc is not installed'
	run grep -v 'STYLE: input text line longer than 80 bytes' <(mandoc -Tlint "$english")
	[ "$status" -eq 1 ]
}

@test 'no sentence of the manual lacks its French' {
	command -v msgfmt >/dev/null || skip 'gettext is not installed'
	run env LC_ALL=C msgfmt --check --statistics -o /dev/null "$SRCDIR/man/po/fr.po"
	[[ "$output" =~ ^[0-9]+\ translated\ messages\.$ ]]
	needs_french
	# What po4a could not find stays English.
	run grep -E '^(The|When|Show|Move|Go) ' "$french"
	[ "$status" -eq 1 ]
}
