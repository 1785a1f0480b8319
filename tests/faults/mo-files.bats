#!/usr/bin/env bats
# Protects the program from catalogues of messages that our own reader reads: whatever is
# wrong with the file, the answer is there, in English where need be.

load ../cli/helper
load faults

setup() {
	command -v python3 >/dev/null || skip 'python3 is not installed'
	needs_nls
	sound="$SMTPEXPLORE_LOCALEDIR/fr/LC_MESSAGES/smtpexplore.mo"
	folder="$BATS_TEST_TMPDIR/locale/fr/LC_MESSAGES"
	mkdir -p "$folder"
}

damage() {
	python3 "$SRCDIR/tests/faults/catalogue.py" "$1" "$sound" "$folder/smtpexplore.mo"
}

french() {
	SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR/locale" timeout 20 "$SMTPEXPLORE" --lang=fr "$@" </dev/null
}

# Expects $1, a heading, on the page of a code, and an answer to every kind of call.
survives() {
	[ "$(french --text 450 | grep -x -e 'When you see it' -e 'Quand vous le voyez')" = "$1" ]
	answers
}

answers() {
	while read -r kind; do
		# shellcheck disable=SC2086  # words
		run french --text $kind
		# shellcheck disable=SC2086
		if [[ "$kind" == *--json* ]]; then run french $kind; fi
		[ "$status" -le 1 ] || { echo "$kind: $status $output"; return 1; }
		harmless <<<"$output"
		iconv -f UTF-8 -t UTF-8 <<<"$output" >/dev/null
	done <<<"$kinds"$'\n599\nabc\n550 5.7.1 4.2.2 mailbox full'
}

@test 'a sound catalogue is read in either byte order' {
	for kind in none swapped; do
		damage $kind
		survives 'Quand vous le voyez'
	done
}

@test 'files cut short are English' {
	for size in 0 1 27 131589 140000 300000; do
		damage cut=$size
		survives 'When you see it'
	done
}

@test 'a wrong byte order, and tables that are each other, are English' {
	for kind in wrong-order cycle; do
		damage $kind
		survives 'When you see it'
	done
}

@test 'wild offsets and bits turned over are survived' {
	for seed in $(seq 6); do
		damage wild="$seed"
		answers
		damage flip="$seed"
		answers
	done
}

@test 'translations that are no text, or hold sequences for a terminal, are English' {
	for kind in control latin1; do
		damage $kind
		survives 'When you see it'
	done
	damage control
	SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR/locale" on_terminal 'expect=yz Success' settle \
		'absent=title\x07' keys=q exit=0 restored -- "$SMTPEXPLORE" --lang=fr
}

@test 'translations that take other arguments than their message are English' {
	for kind in formats twice; do
		damage $kind
		[ "$(french abc 2>&1)" = "$(se --lang=en abc 2>&1)" ]
		answers
	done
}

@test 'translations of other messages end nothing' {
	damage crossed
	answers
	SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR/locale" on_terminal settle 'keys=jj\r?' settle \
		'keys=\x03' exit=INT restored -- "$SMTPEXPLORE" --lang=fr 251 504
}

@test 'a directory, a device or a FIFO in the place of a catalogue is none' {
	for kind in 'mkdir' 'ln -s /dev/null' mkfifo; do
		rm -rf "$folder/smtpexplore.mo"
		$kind "$folder/smtpexplore.mo"
		run french --text 450
		[[ "$status" -eq 2 && "$output" == *'--lang=fr: no such language'* ]]
		SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR/locale" LANG=fr_FR.UTF-8 timeout 20 "$SMTPEXPLORE" --text 450 |
			grep -q -x 'When you see it'
	done
}

@test 'every message that is a format has translations that msgfmt accepts, and is marked' {
	command -v msgfmt >/dev/null || skip 'msgfmt is not installed'
	for po in "$SRCDIR"/po/*.po; do
		msgfmt --check-format -o /dev/null "$po"
		msgattrib --no-wrap --no-obsolete "$po" | awk '
			/^#,/ { flags = $0 } /^msgid/ { id = $0 }
			/^msgstr/ { if (id ~ /%[^ ]/ && flags !~ /c-format/ && id !~ /printf/) {
				print id; bad = 1 } flags = "" }
			END { exit bad }'
	done
}
