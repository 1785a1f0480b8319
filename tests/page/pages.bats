#!/usr/bin/env bats
# Protects what the pages say and how they are set: whole pages against saved
# ones, and every word against being left out of translation. To save a page
# anew after a change that is meant: SAVE=1 make check TESTS=tests/page/pages.bats

load ../cli/helper

# Compares the output with a saved page.
matches() {
	local expected="$SRCDIR/tests/page/expected/$1" actual="$BATS_TEST_TMPDIR/actual"

	shift
	se --text --color=never "$@" >"$actual" || true
	if [ -n "$SAVE" ]; then cp "$actual" "$expected"; fi
	diff -u "$expected" "$actual"
}

@test 'the comparison of 251 and 504 in English, 80 columns' {
	matches 251-504-en-80.txt --width=80 251 504
}

@test 'the comparison of 251 and 504 in English, 120 columns' {
	matches 251-504-en-120.txt --width=120 251 504
}

@test 'the comparison of 251 and 504 in French, 80 columns' {
	needs_nls
	matches 251-504-fr-80.txt --lang=fr --width=80 251 504
}

@test 'the comparison of 251 and 504 in French, 120 columns' {
	needs_nls
	matches 251-504-fr-120.txt --lang=fr --width=120 251 504
}

@test 'the comparison of 251 and 504 in Hindi, 80 columns' {
	needs_nls
	matches 251-504-hi-80.txt --lang=hi --width=80 251 504
}

@test 'the comparison of 251 and 504 in Hindi, 120 columns' {
	needs_nls
	matches 251-504-hi-120.txt --lang=hi --width=120 251 504
}

@test 'a comparison that is stacked' {
	matches 450-550-en-40.txt --width=40 450 550
}

@test 'a comparison with a note for the pair, in ASCII' {
	matches 421-451-en-100-ascii.txt --ascii --width=100 421 451
}

@test 'the page of 550 at 20, 80 and 132 columns' {
	matches 550-en-20.txt --width=20 550
	matches 550-en-80.txt --width=80 550
	matches 550-en-132.txt --width=132 550
}

@test 'the page of 450 in French and Hindi' {
	needs_nls
	matches 450-fr-80.txt --lang=fr --width=80 450
	matches 450-hi-80.txt --lang=hi --width=80 450
}

@test 'the page of a code that nobody has assigned' {
	matches 599-en-80.txt --width=80 599
}

@test 'the help of the command line' {
	matches help-en-80.txt --width=80 --help
}

@test 'no text escapes translation: every letter changed, no plain word is left' {
	needs_nls
	command -v msgfilter >/dev/null || skip 'the gettext tools are not installed'
	local dir="$BATS_TEST_TMPDIR/fr/LC_MESSAGES"
	mkdir -p "$dir"
	# Letters become Greek ones; printf directives stay.
	msgen -o "$BATS_TEST_TMPDIR/en.po" "$SRCDIR/po/smtpexplore.pot"
	sed -i "s/charset=[A-Za-z0-9-]*/charset=UTF-8/" "$BATS_TEST_TMPDIR/en.po"
	msgfilter --keep-header -i "$BATS_TEST_TMPDIR/en.po" -o "$BATS_TEST_TMPDIR/pseudo.po" \
		sed -e 's/%\([0-9$]*\)d/%\1\x04/g; s/%\([0-9$]*\)s/%\1\x05/g; s/%c/%\x06/g' \
		-e 'y/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/αβψδεφγηιξκλμνοπϙρστθωςχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠϘΡΣΤΘΩϚΧΥΖ/' \
		-e 's/\x04/d/g; s/\x05/s/g; s/\x06/c/g'
	sed -i 's/^"Language: .*/"Language: fr\\n"/' "$BATS_TEST_TMPDIR/pseudo.po"
	msgfmt --check-format -o "$dir/smtpexplore.mo" "$BATS_TEST_TMPDIR/pseudo.po"
	run env LANG=fr_FR.UTF-8 SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR" \
		"$BUILDDIR/tests/page/pseudo"
	[ -z "$output" ] || printf '%s\n' "$output" | head -20
	[ "$status" -eq 0 ]
	# And the pages were in that language at all.
	run env LANG=fr_FR.UTF-8 SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR" \
		"$SMTPEXPLORE" --text 450
	[[ "$output" == *Δεσψριπτιον* ]]
}

@test 'no sentence of a page comes out in English in French or Hindi' {
	needs_nls
	"$BUILDDIR/tests/page/translated"
}
