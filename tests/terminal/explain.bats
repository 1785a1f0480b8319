#!/usr/bin/env bats
# Protects the explanation of replies in a real terminal: a paste outside any prompt and
# in one, input from a pipe while the keys come from the terminal, input that stalls.

load ../cli/helper
load tmux

gmail=$'550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26 Authentication results:\n550 5.7.26  DKIM = did not pass - gsmtp\n'

# Pastes as a terminal with bracketed paste does; with -r as one without.
paste() {
	tmx set-buffer "$2"
	if [ "$1" = bracketed ]; then tmx paste-buffer -p; else tmx paste-buffer -r; fi
}

@test 'the night operator: four lines of Gmail pasted over the list' {
	start 80x24 "$run_it"
	wait_for '^ 211 '
	paste bracketed "$gmail"
	wait_for '^550 5.7.26  '
	# All that is needed stands on the first screen; no letter ran as a command.
	show | grep -q 'never send it again unchanged'
	show | grep -q 'Neither SPF nor DKIM passed'
	show | grep -q 'Sending administrator: '
	keys Tab Enter
	wait_for '^5.7.26  '
	keys Escape Escape
	wait_for '^ 211 '
}

@test 'p opens a prompt that takes a reply, typed or pasted' {
	start 80x24 "$run_it"
	wait_for '^ 211 '
	keys p
	wait_for '^Paste a reply:'
	tmx send-keys -l '450 4.2.0 Greylisted'
	wait_for 'Greylisted$'
	keys Enter
	wait_for '^450 4.2.0  '
	keys p
	wait_for '^Paste a reply:'
	paste bracketed "$gmail"
	wait_for '^550 5.7.26  '
	keys p
	wait_for '^Paste a reply:'
	# Without bracketed paste line feeds arrive as keys, with more behind them.
	paste plain $'421-4.7.0 Our system has detected an unusual\n421 4.7.0 rate of mail'
	wait_for 'rate of mail'
	keys Enter
	wait_for '^421 4.7.0  '
}

@test 'a paste without a reply says so, and of a code alone opens its page' {
	start 80x24 "$run_it"
	wait_for '^ 211 '
	paste bracketed 'qqq jjj'
	wait_for 'There is no reply in this text'
	wait_for '^ 211 '
	paste bracketed $' 5.7.1\n'
	wait_for '^5.7.1  '
}

@test 'a log in a pipe: a list with counts, keys from the terminal' {
	start 80x24 "printf '550 5.1.1 <%s@example.com> User unknown\n' a b c | { cat; echo; echo '450 4.2.0 Greylisted'; } | $run_it; echo gone \$?"
	wait_for '^\*.*3 550  5.1.1'
	wait_for ' 1 450  4.2.0'
	keys Down Enter
	wait_for '^450 4.2.0  '
	keys q
	wait_for ' 1 450  4.2.0'
	keys q
	wait_for '^gone 0'
}

@test 'a pipe that stalls: keys go on, and what comes later is shown' {
	mkfifo "$BATS_TEST_TMPDIR/stalls"
	exec 7<>"$BATS_TEST_TMPDIR/stalls"
	start 80x24 "$run_it - <'$BATS_TEST_TMPDIR/stalls'" 7>&-
	wait_for 'Reading the input'
	keys Down
	wait_for '2/87\|5/87'
	echo '550 5.1.1 User unknown' >&7
	exec 7>&-
	wait_for '^550 5.1.1  '
}

@test 'keys are painted while input comes without end' {
	start 80x24 "yes '250 hello' | $run_it; echo gone \$?"
	wait_for 'Reading the input'
	keys Down
	wait_for ' 5/87'
	keys q
	wait_for '^gone 0'
}

@test 'input that ends under a prompt closes it' {
	mkfifo "$BATS_TEST_TMPDIR/stalls"
	exec 7<>"$BATS_TEST_TMPDIR/stalls"
	start 80x24 "$run_it - <'$BATS_TEST_TMPDIR/stalls'" 7>&-
	wait_for 'Reading the input'
	keys c
	wait_for '^Compare 211 with:'
	printf '550 5.1.1 User unknown\n450 4.2.0 Greylisted\n' >&7
	exec 7>&-
	wait_for ' 1 450  4.2.0'
	wait_gone '^Compare'
}

@test 'q leaves while the input stalls' {
	mkfifo "$BATS_TEST_TMPDIR/stalls"
	exec 7<>"$BATS_TEST_TMPDIR/stalls"
	start 80x24 "$run_it - <'$BATS_TEST_TMPDIR/stalls'; echo gone \$?" 7>&-
	wait_for 'Reading the input'
	keys q
	wait_for '^gone 0'
	exec 7>&-
}

@test 'input without a reply: the list stays, the status is 1' {
	start 80x24 "echo nothing here | $run_it; echo gone \$?"
	wait_for 'There is no reply in this text'
	keys q
	wait_for '^gone 1'
}
