#!/usr/bin/env bats
# Protects the program in a real terminal: keys, resizes, suspension, signals,
# pastes, the browser and the clipboard, with tmux as the terminal.

load ../cli/helper
load tmux

@test 'in a LANG=fr_FR session, from the list by keys alone to the comparison of 251 and 504' {
	needs_nls
	start 100x40 "clear; LANG=fr_FR $run_it"
	wait_for '^2yz Succès'
	keys 2 5 1 Space
	wait_for '^\*251  Utilisateur non local'
	keys 5 0 4 Space
	wait_for '│ 504  Paramètre de commande'
	for label in 'Description' 'Quand vous le voyez' 'Comment résoudre' 'Différences clés' \
		'Quand utiliser lequel' 'En savoir plus'; do
		search_for "$label"
		wait_for "^$label\$"
	done
	keys q
	wait_for '^ 504  Paramètre'
	keys q
	wait_gone 'Paramètre'
	type_line 'echo "status=$?"'
	wait_for '^status=0'
}

@test 'q gives the screen back as it was' {
	start 80x24 "clear; echo before; $run_it"
	wait_for 'yz Success'
	keys q
	wait_gone 'yz Success'
	wait_for '^before'
	type_line 'stty -a | grep -o " icanon"; echo "typed"'
	wait_for '^ icanon'
	wait_for '^typed'
}

@test 'Ctrl-C ends it as SIGINT does' {
	start 80x24 "clear; $run_it 550"
	wait_for '^550  Mailbox'
	keys C-c
	wait_gone '^550  Mailbox'
	type_line 'echo "status=$?"'
	wait_for '^status=130'
}

@test 'a signal ends it with its own status and restores the terminal' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	for signal in TERM HUP QUIT ABRT SEGV USR1; do
		pkill -$signal -P "$(tmx display-message -p '#{pane_pid}')" -x smtpexplore
		wait_gone 'yz Success'
		type_line 'echo "status=$?"; stty -a | grep -o " echo "; tput cnorm'
		wait_for "^status=$((128 + $(kill -l $signal)))"
		wait_for '^ echo$'
		[ "$(tmx display-message -p '#{alternate_on} #{cursor_flag} #{keypad_flag}')" = '0 1 0' ]
		type_line "clear; $run_it"
		wait_for 'yz Success'
	done
}

@test 'Ctrl-Z suspends it, fg brings it back where it was' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	keys 5 5 0
	wait_for '│ 550  Mailbox'
	keys C-z
	wait_for 'Stopped'
	type_line 'clear; fg'
	wait_for '│ 550  Mailbox'
	keys Down
	wait_for '│ 551  User not local'
}

@test 'a stop that nobody can catch: after fg the screen is drawn anew, in the new size' {
	start 80x24 "clear; $run_it 251 504"
	wait_for '^Description'
	pkill -STOP -P "$(tmx display-message -p '#{pane_pid}')" -x smtpexplore
	wait_for 'Stopped'
	tmx resize-window -x 60 -y 20
	type_line 'clear; fg'
	wait_for 'stacked: under 80 columns'
	keys j
	wait_for '2-15/'
}

@test 'a resize is noticed at once and keeps the place' {
	start 120x30 "clear; $run_it 251 504"
	wait_for '│ 504  Command parameter'
	search_for 'Key differences'
	wait_for '^Key differences'
	tmx resize-window -x 60 -y 20
	wait_for 'stacked: under 80 columns'
	wait_for '^Key differences'
	tmx resize-window -x 120 -y 30
	wait_for '│ 504  Command parameter'
	wait_for '^Key differences'
	for size in '2 2' '1 1' '1000 500' '7 3' '40 3'; do
		# shellcheck disable=SC2086  # two words
		tmx resize-window -x ${size% *} -y ${size#* }
		sleep 0.1
	done
	wait_for '^Key differences'
	tmx resize-window -x 100 -y 30
	wait_for '│ 504  Command parameter'
	wait_for '^Key differences'
}

@test 'a paste outside a prompt is not run, in a prompt it is text' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	tmx set-buffer $'qq550 5.1.1\nG'
	tmx paste-buffer -p
	wait_for 'There is no reply in this text'
	keys /
	tmx set-buffer $'mailbox\nfull\n'
	tmx paste-buffer -p
	wait_for '^/mailbox full'
}

@test 'o opens a link with BROWSER, without a shell, and takes the screen back' {
	printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"%s"\n' "$BATS_TEST_TMPDIR/opened" >"$BATS_TEST_TMPDIR/browser"
	chmod +x "$BATS_TEST_TMPDIR/browser"
	start 90x30 "clear; BROWSER='/nonexistent:$BATS_TEST_TMPDIR/browser --new %s x\$(id)' $run_it 251"
	wait_for '^251  User'
	keys o
	wait_for 'rfc5321.html#section-3.4'
	keys Down Enter
	wait_for 'Opened RFC 5321, section 4.3.2'
	[ "$(cat "$BATS_TEST_TMPDIR/opened")" = $'--new\nhttps://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2\nx$(id)' ]
	keys j
	wait_for '2-30/'
}

@test 'y sends the page to the clipboard, unwrapped' {
	start 80x24 "clear; $run_it 450"
	wait_for '^450  Mailbox'
	keys y
	wait_for 'Sent the page to the clipboard'
	tmx show-buffer >"$BATS_TEST_TMPDIR/buffer"
	grep -q '^450  Mailbox temporarily unavailable' "$BATS_TEST_TMPDIR/buffer"
	[ "$(wc -L <"$BATS_TEST_TMPDIR/buffer")" -gt 200 ]
}

@test 'a pipe on standard input leaves the keys to the terminal' {
	start 80x24 "clear; echo x | $run_it 550"
	wait_for '^550  Mailbox'
	keys j q
	wait_gone '^550  Mailbox'
}

@test 'TERM: an unknown one falls back with a notice, one that cannot work says so' {
	start 100x24 "clear; TERM=no-such-terminal $run_it"
	wait_for 'TERM=no-such-terminal is unknown here; going on as xterm'
	keys q
	wait_gone '^2yz'
	type_line "clear; TERM=dumb $run_it; echo status=\$?"
	wait_for '^smtpexplore: TERM=dumb'
	wait_for '^status=3'
	type_line "clear; env -u TERM $run_it; echo status=\$?"
	wait_for '^smtpexplore: TERM is not set'
	wait_for '^status=3'
	for term in vt100 linux xterm screen-256color; do
		type_line "clear; TERM=$term $run_it"
		wait_for 'yz Success'
		keys j Escape q
		wait_for '^\$ $\|^\$$'
	done
}

@test 'colors: none with NO_COLOR, with --color=never, and on a terminal without' {
	colored() {
		show -e | grep -q $'\e\[[0-9;]*3[0-8]'
	}
	start 80x24 "clear; TERM=screen-256color $run_it"
	wait_for 'yz Success'
	colored
	keys q
	wait_for '^\$ $\|^\$$'
	for call in "NO_COLOR=1 TERM=screen-256color $run_it" \
		"TERM=screen-256color $run_it --color=never" "TERM=vt100 $run_it"; do
		type_line "clear; $call"
		wait_for 'yz Success'
		if colored; then return 1; fi
		keys q
		wait_for '^\$ $\|^\$$'
	done
}

@test 'it ends when the terminal goes away' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	pid="$(pgrep -P "$(tmx display-message -p '#{pane_pid}')" -x smtpexplore)"
	tmx kill-server
	for _ in $(seq 40); do
		kill -0 "$pid" 2>/dev/null || return 0
		sleep 0.05
	done
	kill -9 "$pid"
	return 1
}
