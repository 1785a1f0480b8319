#!/usr/bin/env bats
# Protects the choice of the language: every way to ask for one, on a machine
# where no such locale was ever generated, and in a locale with another charset.

load helper

setup() {
	needs_nls
	unset LANG LC_ALL LC_MESSAGES LANGUAGE LC_CTYPE
}

# The heading of the first section tells the language.
heading() {
	"$@" --text 450 | grep -x -e 'When you see it' -e 'Quand vous le voyez' -e 'जब आप इसे देखें'
}

french='Quand vous le voyez'
hindi='जब आप इसे देखें'
english='When you see it'

@test 'the labels of the contract' {
	run se --lang=fr 251 504
	for label in Description 'Quand vous le voyez' 'Comment résoudre' 'Différences clés' \
		'Quand utiliser lequel' 'En savoir plus'; do
		grep -qx "$label" <<<"$output"
	done
	run se --lang=hi 251 504
	for label in 'विवरण' 'जब आप इसे देखें' 'कैसे ठीक करें' 'मुख्य अंतर' 'कब किसका उपयोग करें' \
		'और जानें'; do
		grep -qx "$label" <<<"$output"
	done
}

@test 'LANG, LC_ALL, LC_MESSAGES and LANGUAGE, with no such locale generated' {
	[ "$(LANG=fr_FR heading se)" = "$french" ]
	[ "$(LANG=fr_FR.UTF-8 heading se)" = "$french" ]
	[ "$(LANG=fr_CA.UTF-8 heading se)" = "$french" ]
	[ "$(LANG=hi_IN heading se)" = "$hindi" ]
	[ "$(LC_ALL=fr_FR LANG=hi_IN heading se)" = "$french" ]
	[ "$(LC_MESSAGES=hi_IN.UTF-8 LANG=fr_FR heading se)" = "$hindi" ]
	[ "$(LANG=C.UTF-8 LANGUAGE=fr heading se)" = "$french" ]
	[ "$(LANG=en_US.UTF-8 LANGUAGE=xx:hi:fr heading se)" = "$hindi" ]
	[ "$(LANG=fr_FR LANGUAGE=en heading se)" = "$english" ]
	[ "$(LANG=el_GR.UTF-8 heading se)" = "$english" ]
}

@test 'LANG=C, or none, is English in plain ASCII whatever LANGUAGE says' {
	[ "$(LANG=C LANGUAGE=fr heading se)" = "$english" ]
	[ "$(LANG=POSIX LANGUAGE=fr heading se)" = "$english" ]
	[ "$(LANGUAGE=fr heading se)" = "$english" ]
	[ "$(LC_ALL=C LANG=fr_FR heading se)" = "$english" ]
	[ -z "$(LANG=C se --text --width=100 251 504 | LC_ALL=C tr -d '\000-\177')" ]
}

@test '--lang overrides the environment, and then means UTF-8' {
	[ "$(LANG=C heading se --lang=fr)" = "$french" ]
	[ "$(heading se --lang=hi)" = "$hindi" ]
	[ "$(LANG=fr_FR heading se --lang=en)" = "$english" ]
	[ "$(LANG=fr_FR heading se --lang=hi_IN.UTF-8)" = "$hindi" ]
	[ "$(LANG=fr_FR LANGUAGE=fr heading se --lang=hi)" = "$hindi" ]
}

@test 'a language that is not there is a usage error, said in the language that is' {
	LANG=fr_FR run se --lang=tlh 450
	[ "$status" -eq 2 ]
	[[ "$output" == smtpexplore:*tlh*langue* ]]
}

@test '--list-languages names each in its own words' {
	run se --lang=fr --list-languages
	[ "$(cut -f1 <<<"$output" | tr '\n' ' ')" = 'en de es fr hi it ja nl pl pt_BR ru tr zh_CN ' ]
	[[ "$output" == *$'\nfr\tFrançais\nhi\tहिन्दी\n'* ]]
}

@test 'a search finds text in the language and in English, with or without accents' {
	[[ "$(LANG=fr_FR se --search='boite pleine')" == *$'552\t'* ]]
	[[ "$(LANG=fr_FR se --search='BOÎTE PLEINE')" == *$'552\t'* ]]
	[[ "$(LANG=fr_FR se --search='mailbox full')" == *$'552\t'* ]]
	[[ "$(LANG=fr_FR se --search=relais)" == *$'550\t'* ]]
	[[ "$(LANG=hi_IN se --search='रिले')" == *$'550\t'* ]]
	# A vowel sign is no accent: another sign is another word.
	[ -z "$(LANG=hi_IN se --search='रोली' 2>/dev/null)" ]
}

@test 'no sentence of a page comes out in English in another language' {
	for lang in fr hi; do
		for code in $(se --list | cut -f 1) 599 299 399 499 101 471; do
			comm -12 <(se --width=10000 "$code" 2>/dev/null | grep -v '^  [CS]:' | sort -u) \
				<(se --lang=$lang --width=10000 "$code" | sort -u) |
				grep -v -e '^$' -e '^Description$' -e '^  X\.' -e '^  RFC ' >&2 && return 1
		done
		comm -12 <(se --width=10000 --help | sort -u) \
			<(se --lang=$lang --width=10000 --help | sort -u) |
			grep -v -e '^$' -e '^ *smtpexplore' -e '^Options$' >&2 && return 1
	done
	return 0
}

@test 'a locale with another charset gets that charset, and what it lacks is replaced' {
	command -v localedef >/dev/null || skip 'localedef is not installed'
	[ -f /usr/share/i18n/locales/fr_FR ] || skip 'the sources of locales are not installed'
	export LOCPATH="$BATS_TEST_TMPDIR"
	localedef -i fr_FR -f ISO-8859-1 "$LOCPATH/fr_FR.ISO-8859-1" 2>/dev/null || true
	LC_ALL=fr_FR.ISO-8859-1 se --text 450 >"$BATS_TEST_TMPDIR/latin1"
	iconv -f ISO-8859-1 -t UTF-8 "$BATS_TEST_TMPDIR/latin1" >"$BATS_TEST_TMPDIR/utf8"
	grep -q 'Boîte aux lettres' "$BATS_TEST_TMPDIR/utf8"
	# No narrow blank, no typographic apostrophe: plain ones, and no question mark
	# in their place.
	grep -q "n'est" "$BATS_TEST_TMPDIR/utf8"
	run grep '[[:alpha:]]?[[:alpha:]]' "$BATS_TEST_TMPDIR/utf8"
	[ "$status" -eq 1 ]
	# Hindi cannot be written there.
	[ "$(LC_ALL=fr_FR.ISO-8859-1 LANGUAGE=hi heading se)" = "$english" ]
}
