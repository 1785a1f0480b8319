#!/usr/bin/env bats
# Protects completion in bash, zsh and fish: that it knows every option, its values
# and the codes, and shows titles where the shell shows descriptions. The shells are
# the real ones, at work in a terminal.

load ../cli/helper
load ../terminal/tmux

folder="$SRCDIR/completions"

# Starts a shell that has the program and its completion: its name.
start_shell() {
	command -v "$1" >/dev/null || skip "$1 is not installed"
	start 100x40 "PATH=${SMTPEXPLORE%/*}:\$PATH; cd '$BATS_TEST_TMPDIR'; clear"
	case $1 in
	bash) type_line "source '$folder/smtpexplore.bash'" ;;
	zsh)
		type_line 'exec zsh -f'
		wait_for '[%#]$'
		type_line "fpath=('$folder' \$fpath); autoload -Uz compinit; compinit -D -u"
		;;
	fish)
		type_line 'exec fish --no-config --private'
		wait_for '[>#]$'
		type_line "source '$folder/smtpexplore.fish'"
		;;
	esac
	type_line clear
	wait_gone 'source\|compinit'
}

# Types a line anew, then Tab; a second Tab makes bash list what there is.
tab() {
	keys C-e C-u
	tmx send-keys -l "$1"
	wait_for "$1"
	keys Tab
	[ "${2-}" != twice ] || keys Tab
}

# Gives the long options that a text names.
long_options() {
	grep -oE -e '--[a-z-]+' | sort -u
}

options_of_help() {
	se --help | sed -n '/^Options$/,$p' | grep -E '^ {2,6}-' | long_options
}

@test 'each shell knows the options of --help and no other' {
	options_of_help >"$BATS_TEST_TMPDIR/help"
	[ -s "$BATS_TEST_TMPDIR/help" ]
	sed -n '/compgen -W .-f/,/current"/p' "$folder/smtpexplore.bash" | sed 's/ -- "$current.*//' |
		long_options | diff "$BATS_TEST_TMPDIR/help" -
	sed -n '/^_arguments/,$p' "$folder/_smtpexplore" | long_options |
		diff "$BATS_TEST_TMPDIR/help" -
	grep '^complete' "$folder/smtpexplore.fish" | grep -oE -e ' -l [a-z-]+' | sed 's/ -l /--/' |
		sort -u | diff "$BATS_TEST_TMPDIR/help" -
}

@test 'bash: codes, a second code, enhanced codes' {
	start_shell bash
	tab 'smtpexplore 55' twice
	wait_for '550  *551  *552'
	tab 'smtpexplore 550 45' twice
	wait_for '450  *451'
	tab 'smtpexplore 5.1.1' twice
	wait_for '5\.1\.1  *5\.1\.10'
	tab 'smtpexplore X.7.2' twice
	wait_for 'X\.7\.20  *X\.7\.2'
	tab 'smtpexplore x.7.26'
	wait_for 'smtpexplore X\.7\.26$'
	tab 'smtpexplore 59'
	wait_for 'smtpexplore 591$'
}

@test 'bash: no third code, one code with a list, none with a file' {
	command -v bash >/dev/null
	offers() {
		local COMP_WORDS=(smtpexplore "$@") COMPREPLY=()
		local COMP_CWORD=$#

		_smtpexplore smtpexplore || :
		echo "${#COMPREPLY[@]}"
	}
	# compopt works only while the shell completes.
	compopt() { :; }
	PATH="${SMTPEXPLORE%/*}:$PATH"
	# shellcheck source=completions/smtpexplore.bash
	source "$folder/smtpexplore.bash"
	[ "$(offers '')" -gt 80 ]
	[ "$(offers 450 '')" -gt 80 ]
	[ "$(offers --color = always 450 '')" -gt 80 ]
	[ "$(offers 450 55)" -eq "$(($(offers 551 55) + 1))" ]
	[ "$(offers 450 551 5)" -eq 0 ]
	[ "$(offers --list 5)" -gt 20 ]
	[ "$(offers --list 450 5)" -eq 0 ]
	[ "$(offers --file = x 5)" -eq 0 ]
	[ "$(offers --search)" -eq 1 ]
}

@test 'bash: options and their values' {
	touch "$BATS_TEST_TMPDIR/a bounce.eml"
	start_shell bash
	tab 'smtpexplore --col'
	wait_for 'smtpexplore --color=$'
	tab 'smtpexplore --color=al'
	wait_for 'smtpexplore --color=always$'
	tab 'smtpexplore --file=a'
	wait_for 'smtpexplore --file=a\\ bounce.eml$'
	tab 'smtpexplore -f a'
	wait_for 'smtpexplore -f a\\ bounce.eml$'
	needs_nls
	tab 'smtpexplore --lang=p' twice
	wait_for 'pl  *pt_BR'
}

@test 'zsh: codes with their titles, a second code, enhanced codes' {
	start_shell zsh
	tab 'smtpexplore 55'
	wait_for '^550  *-- Mailbox unavailable'
	tab 'smtpexplore 550 45'
	wait_for '^451  *-- Local error in processing'
	tab 'smtpexplore 5.1.1'
	wait_for '^5\.1\.10  *-- Recipient address has null MX'
	tab 'smtpexplore X.7.2'
	wait_for '^X\.7\.26  *-- Multiple authentication checks failed'
	tab 'smtpexplore --list 45'
	wait_for '^450  *-- '
	tab 'smtpexplore 59'
	wait_for 'smtpexplore 591$'
	needs_nls
	keys C-e C-u
	type_line 'export LANG=fr_FR'
	tab 'smtpexplore 55'
	wait_for '^550  *-- Boîte aux lettres indisponible'
}

@test 'zsh: options and their values' {
	touch "$BATS_TEST_TMPDIR/a bounce.eml"
	start_shell zsh
	tab 'smtpexplore --l'
	wait_for '^--list  .*-- list all codes'
	tab 'smtpexplore --color=al'
	wait_for 'smtpexplore --color=always$'
	tab 'smtpexplore --file=a'
	wait_for 'smtpexplore --file=a\\ bounce.eml$'
	needs_nls
	tab 'smtpexplore --lang=p'
	wait_for '^pt_BR  *-- Português (Brasil)'
}

@test 'fish: codes with their titles, a second code, enhanced codes' {
	start_shell fish
	tab 'smtpexplore 55'
	wait_for '^550  *(Mailbox unavailable)'
	fishy() {
		fish --no-config -c "set PATH '${SMTPEXPLORE%/*}' \$PATH
			source '$folder/smtpexplore.fish'; complete -C '$1'"
	}
	fishy 'smtpexplore 550 45' | grep -q $'^451\tLocal error in processing$'
	fishy 'smtpexplore 5.1.1' | grep -q $'^5.1.10\tRecipient address has null MX$'
	fishy 'smtpexplore x.7.2' | grep -q $'^X.7.26\tMultiple authentication checks failed$'
	fishy 'smtpexplore 5.' | grep -q $'^5.7.133\tRecipient takes internal senders only$'
	[ -z "$(fishy 'smtpexplore 450 550 4')" ]
	[ -z "$(fishy 'smtpexplore --list 450 4')" ]
	[ -z "$(fishy 'smtpexplore --file=x 4')" ]
	needs_nls
	LANG=fr_FR fishy 'smtpexplore 55' | grep -q $'^550\tBoîte aux lettres indisponible$'
}

@test 'fish: options and their values' {
	command -v fish >/dev/null || skip 'fish is not installed'
	touch "$BATS_TEST_TMPDIR/a bounce.eml"
	start_shell fish
	tab 'smtpexplore --color=al'
	wait_for 'smtpexplore --color=always$'
	tab 'smtpexplore --file=a'
	wait_for 'smtpexplore --file=a\\ bounce.eml$'
	needs_nls
	tab 'smtpexplore --lang=p'
	wait_for 'Português (Brasil)'
}
