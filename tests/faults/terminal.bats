#!/usr/bin/env bats
# Protects the terminal and whoever sits before it: whatever happens to the program or to
# the terminal, the program ends or goes on, and leaves the terminal as it found it.

load ../cli/helper
load ../terminal/tmux
load faults

started='expect=yz Success'

@test 'Escape acts at once, unless ESCDELAY says otherwise' {
	on_terminal "$started" 'keys=550\r' 'expect=Mailbox' 'quick=\e,400'
	ESCDELAY='' on_terminal "$started" 'keys=550\r' 'expect=Mailbox' 'quick=\e,400'
	ESCDELAY=1500 on_terminal "$started" 'keys=550\r' 'expect=Mailbox' 'slow=\e,400'
	# Bytes that follow at once are a key, and no Escape.
	on_terminal "$started" 'keys=550\r' 'expect=Mailbox' 'quick=\eOB,400' 'keys=\x03' exit=INT restored
}

@test 'a sequence that nobody knows runs none of its letters' {
	on_terminal "$started" 'keys=\e[1;5q' 'keys=\e[>0;276;0q' 'keys=\eOq' 'keys=\e]0;qqq\a' 'keys=\e]11;qqq\e\\' \
		'keys=\eP1$qqq\e\\' 'keys=\eXqqq\e\\' 'keys=\e^qqq\e\\' 'keys=\e_qqq\e\\' 'keys=\e[Mqqq' settle \
		'keys=550\r' 'expect=Mailbox' 'keys=\x03' exit=INT restored
	# Its parts may come apart.
	on_terminal "$started" 'keys=\e]11;rgb:0000/' pause=20 'keys=qqq\e\\' pause=20 'keys=\eP+' pause=20 'keys=qq\e\\' \
		settle 'keys=550\r' 'expect=Mailbox' 'keys=\x03' exit=INT restored
	# A key or a paste behind it, or behind Escape, is what it is.
	on_terminal "$started" 'keys=550\r' 'expect=Mailbox' 'keys=\e\e[200~qqq\e[201~' 'expect=There is no reply' \
		'keys=\e]0;abc\e[200~qqq\e[201~' settle 'keys=\x03' exit=INT restored
}

@test 'every signal that ends a program restores the terminal; the status is its own' {
	for signal in HUP INT QUIT ILL TRAP ABRT BUS FPE USR1 SEGV USR2 ALRM TERM STKFLT XCPU \
		VTALRM PROF PWR SYS; do
		aside on_terminal "$started" settle signal=$signal exit=$signal restored
	done
	together
	aside on_terminal "$started" settle signal=IO 'exit=IO|POLL' restored
	aside on_terminal "$started" settle signal=34 'exit=RTMIN|signal 34' restored
	aside on_terminal "$started" settle signal=40 'exit=signal 40' restored
	aside on_terminal "$started" keys=m 'expect=mouse is on' settle signal=TERM exit=TERM restored
	aside on_terminal "$started" keys=/ab settle signal=TERM exit=TERM restored
	# It has to be so for every kind of terminal, with escapes of its own or none.
	TERM_OF_TEST=vt100 aside on_terminal "$started" settle signal=TERM exit=TERM restored
	TERM_OF_TEST=linux aside on_terminal "$started" settle signal=SEGV exit=SEGV restored
	together
}

@test 'a signal during the start restores as well' {
	for _ in 1 2 3 4 5; do
		for signal in HUP TERM INT; do
			aside on_terminal 'expect=\e[' signal=$signal exit=$signal restored
		done
		together
	done
	FULL=1 on_terminal asleep signal=TERM exit=TERM
	FULL=1 on_terminal asleep signal=HUP exit=HUP
	FULL=1 on_terminal asleep flow "$started" keys=q exit=0
}

@test 'a signal while another program has the terminal leaves it alone' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	keys C-z
	wait_for 'Stopped'
	tty="$(tmx display-message -p '#{pane_tty}')"
	shell="$(tmx display-message -p '#{pane_pid}')"
	type_line 'clear; stty -icanon -echo; printf "in front\n"; read -r _'
	wait_for '^in front'
	before="$(show; tmx display-message -p '#{cursor_x} #{cursor_y}'; stty -F "$tty" -a)"
	program="$(pgrep -P "$shell" -f smtpexplore | head -n 1)"
	kill -TERM "$program"
	kill -CONT "$program"
	while kill -0 "$program" 2>/dev/null && ! grep -q '^State:.*Z' "/proc/$program/status"; do sleep 0.02; done
	[ "$(show; tmx display-message -p '#{cursor_x} #{cursor_y}'; stty -F "$tty" -a)" = "$before" ]
}

@test 'a stack that overflows restores the terminal too' {
	needs_limits
	on_terminal "$started" 'keys=jj' settle 'keys=?' settle 'keys=jjjjjjjj' exit=SEGV restored -- \
		env OVERFLOW=12 LD_PRELOAD="$BUILDDIR/tests/faults/overflow-stack.so" "$SMTPEXPLORE"
}

@test 'signals that a parent has ignored stay ignored, and what ends nobody does not end it' {
	IGNORE='HUP INT QUIT' on_terminal "$started" settle signal=HUP signal=INT signal=QUIT settle \
		keys=q exit=0 restored
	on_terminal "$started" settle signal=PIPE signal=XFSZ signal=URG signal=CHLD signal=CONT \
		signal=WINCH settle keys=q exit=0 restored
}

@test 'a terminal that takes no output: SIGTERM acts, and what flows again is shown' {
	on_terminal "$started" stall signal=TERM exit=TERM
	on_terminal "$started" stall signal=HUP exit=HUP
	on_terminal "$started" stall flow settle keys=q exit=0 restored
}

@test 'the terminal gone: an end, without spinning' {
	aside on_terminal "$started" settle hangup exit=HUP
	aside on_terminal "$started" stall hangup exit=HUP
	IGNORE=HUP aside on_terminal "$started" settle hangup exit=3
	IGNORE=HUP aside on_terminal "$started" stall hangup exit=3
	IGNORE=HUP aside on_terminal "$started" keys=/mail settle hangup exit=3
	IGNORE=HUP aside on_terminal "$started" 'keys=\e[200~550 5.1' settle hangup exit=3
	IGNORE=HUP aside on_terminal "$started" keys=L settle hangup exit=3
	# Text to a terminal that goes away in the middle of it.
	FULL=1 IGNORE=HUP aside on_terminal asleep hangup exit=3 -- "$SMTPEXPLORE" --text --list
	FULL=1 aside on_terminal asleep hangup exit=HUP -- "$SMTPEXPLORE" --text --list
	together
}

@test 'the terminal gone while a pipe is read that never ends' {
	for ignored in '' HUP; do
		yes '550 5.1.1 User unknown' | STDIN=1 IGNORE=$ignored on_terminal \
			'expect=Reading' hangup 'exit=HUP|3'
	done
}

@test 'SIGSTOP, and another program in between: modes and screen come back' {
	on_terminal "$started" settle signal=STOP stopped cooked signal=CONT raw \
		'expect=yz Success' 'expect=\e[?2004h' 'quick=j,2000' keys=q exit=0 restored
	on_terminal "$started" keys=m settle signal=STOP stopped cooked signal=CONT raw \
		'expect=\e[?1006;1000h' settle keys=q exit=0 restored
}

@test 'the cursor of the terminal stands where the user is' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	cursor_at() {
		for _ in $(seq 100); do
			[ "$(tmx display-message -p '#{cursor_x},#{cursor_y}')" = "$1" ] && return 0
			sleep 0.05
		done
		tmx display-message -p '#{cursor_x},#{cursor_y}'
		return 1
	}
	cursor_at 0,5
	keys j
	cursor_at 0,6
	keys /
	tmx send-keys -l ab
	cursor_at 3,23
	keys Escape Tab Tab Down
	wait_for Actions
	cursor_at 0,9
	keys Escape 5 5 0 Enter
	wait_for '^550'
	cursor_at 0,0
}

@test 'Ctrl-L paints all anew, over what another program left' {
	on_terminal "$started" settle 'keys=\x0c' 'expect=yz Success' 'keys=\t\t' settle 'keys=\x0c' 'expect=Not an SMTP' \
		'expect=Actions' 'keys=\e' settle keys=/ma settle 'keys=\x0c' 'expect=yz Success' keys=il settle \
		'keys=\e' keys=q exit=0 restored
}

@test 'Ctrl-Z where SIGTSTP is ignored does not stop what nobody would continue' {
	start 80x24 "clear; sh -c 'trap \"\" TSTP; $run_it'"
	wait_for 'yz Success'
	keys C-z
	keys 5 5 0
	wait_for '│ 550  Mailbox'
}

@test 'Ctrl-Z stops the program in a prompt and in a menu too' {
	start 80x24 "clear; $run_it"
	wait_for 'yz Success'
	for typed in '/mailbox ^/mailbox' $'\t\t Actions'; do
		tmx send-keys -l "${typed% *}"
		wait_for "${typed#* }"
		keys C-z
		wait_for 'Stopped'
		type_line 'clear; fg'
		wait_for "${typed#* }"
		keys Escape
		wait_gone "${typed#* }"
	done
}

@test 'any size from one cell to 1000 by 500, at the start and later; the place is kept' {
	for size in 1x1 2x1 1x2 7x3 1000x500; do
		aside on_terminal size=$size settle "keys=j\t\t\r" settle keys=qqqqqq exit=0 restored
	done
	together
	# Nothing is painted that has no room.
	on_terminal size=1x1 settle keys=jj settle absent=yz absent=he keys=q exit=0 restored
	on_terminal size=100x30 'expect=Command parameter' 'keys=}}}}}' 'expect=Who acts' settle size=1x1 settle size=40x10 \
		settle size=1000x8 settle size=3x2 settle size=100x30 'expect=Who acts' settle keys=qqqqqq exit=0 restored -- \
		"$SMTPEXPLORE" 251 504
	# More than 1000 by 1000 is painted as that.
	on_terminal size=5000x3000 'expect=\e[1000' settle 'absent=\e[3000' keys=q exit=0 restored
}

@test 'help and quit are on the bottom line from 20 columns on, in every view' {
	start 20x10 "clear; $run_it"
	for key in Down Enter Escape ? Escape e; do
		wait_for '? help.*q quit'
		keys "$key"
	done
	keys Escape C-c
	type_line "clear; $run_it 251 504"
	wait_for '^? help.*q quit'
	keys C-c
	type_line "clear; echo '550 5.1.1 User unknown' | $run_it"
	wait_for '^? help.*q quit'
}

@test 'help and quit have room in 20 columns in every language' {
	needs_nls
	for language in fr_FR hi_IN de_DE es_ES it_IT ja_JP nl_NL pl_PL pt_BR ru_RU tr_TR zh_CN; do
		short="$(LANG=$language.UTF-8 "$BUILDDIR/tests/screen/screen" 8x20 '' 251 504 | sed -n 8p)"
		long="$(LANG=$language.UTF-8 "$BUILDDIR/tests/screen/screen" 8x70 '' 251 504 | sed -n 8p)"
		[[ "$short" == '? '*'  q '* && "$long" == *"$short  "* && "$long" != "$short"* ]] ||
			{ printf '%s\n' "$language" "$short" "$long"; return 1; }
	done
}

@test 'TERM: a known terminal starts it, one without a cursor is told so in one line' {
	for term in vt100 linux xterm xterm-256color tmux tmux-256color screen rxvt ansi; do
		TERM_OF_TEST=$term aside on_terminal 'expect=Success' 'keys=jj\r' settle 'keys=\e' settle \
			keys=q exit=0 restored
	done
	together
	TERM_OF_TEST=no-such on_terminal 'expect=TERM=no-such is unknown here' keys=q exit=0 restored
	TERM_OF_TEST='' on_terminal 'expect=smtpexplore: TERM is not set' exit=3 restored
	TERM_OF_TEST=dumb on_terminal 'expect=smtpexplore: TERM=dumb' exit=3 restored
	TERM_OF_TEST=$'\e]0;x\a\e[2J' on_terminal 'expect=TERM=^[]0;x^G^[[2J' 'absent=\e]0;x' keys=q exit=0
	TERM_OF_TEST=dumb on_terminal exit=3 -- bash -c 'exec "$SMTPEXPLORE" 2>"$0"' "$BATS_TEST_TMPDIR/said"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/said")" -eq 1 ]
}

@test 'without UTF-8: ASCII lines and transliterated text' {
	LANG=C on_terminal size=80x60 'expect=cafe' ascii 'keys=\t\r' settle ascii 'keys=\x03' exit=INT restored -- \
		"$SMTPEXPLORE" $'550 5.1.1 cafe\u0301 \u2018na\u00efve\u2019 \u65e5\u672c'
	LANG=C on_terminal 'expect=Command parameter' 'expect=+-' settle ascii keys=q exit=0 restored -- "$SMTPEXPLORE" 251 504
}

@test 'no color is no color on every view' {
	# The check itself sees a color where there is one.
	run on_terminal 'expect=Command parameter' settle colorless -- "$SMTPEXPLORE" 251 504
	[ "$output" = 'colorless: there is a color' ]
	NO_COLOR=1 on_terminal 'expect=Command parameter' keys=L settle 'keys=\e?' settle colorless \
		keys=qqqqqq exit=0 restored -- "$SMTPEXPLORE" 251 504
	on_terminal 'expect=Command parameter' settle colorless keys=q exit=0 -- "$SMTPEXPLORE" --color=never 251 504
}

@test 'the clipboard is for terminals that take the sequence and do not paint it' {
	on_terminal "$started" keys=y 'expect=\e]52;c;' keys=q exit=0 restored
	for term in screen screen.xterm-256color linux vt100 sun; do
		TERM_OF_TEST=$term aside env -u TMUX bash -c 'source "$0"; on_terminal "$@"' "$SRCDIR/tests/faults/faults.bash" \
			keys=y 'expect=no clipboard' 'absent=\e]52' keys=q exit=0 restored -- "$SMTPEXPLORE"
	done
	together
}

@test 'the mouse belongs to the terminal until m' {
	on_terminal "$started" 'keys=?' settle 'keys=\e/mail\r' settle 'absent=\e[?1000h' \
		'absent=\e[?1006;1000h' 'absent=\e[?1002h' keys=m 'expect=\e[?1006;1000h' keys=m \
		'expect=\e[?1006;1000l' 'keys=\x03' exit=INT restored
}

@test 'pasted text is text: nothing in it runs, moves the cursor or ends it' {
	on_terminal "$started" 'keys=\e[200~qqq\x03\x1a\x04\e[201~' 'expect=There is no reply' keys=q exit=0 restored
	on_terminal size=80x60 "$started" \
		'keys=\e[200~550 5.1.1 \x00a\e]0;title\x07\e[2J\xc2\x9b31m\xe2\x80\xae\xff User unknown\e[201~' \
		'expect=^[]0;title^G^[[2J<U+009B>31m<U+202E>\xef\xbf\xbd User unknown' settle 'absent=title\x07' 'absent=\xc2\x9b' \
		'absent=\xe2\x80\xae' 'keys=\x03' exit=INT restored
	on_terminal "$started" keys=/ 'keys=\e[200~mail\x07\e[2Jbox\e[201~' settle 'keys=\x03' settle 'keys=\x03' exit=INT restored
	# One that never ends does not hold the keys for ever.
	on_terminal "$started" 'keys=\e[200~550 5.1.1 User unknown' 'expect=Bad destination' settle keys=qqqqqq exit=0 restored
}

@test 'the mouse where it is on: a click selects, the wheel scrolls, outside it does nothing' {
	on_terminal "$started" keys=m 'expect=mouse is on' 'keys=\e[<0;5;12M\e[<0;5;12m' 'expect=OK, completed' \
		'keys=\e[<65;60;12M' settle 'keys=\e[<64;60;12M\e[<0;999;999M\e[<0;0;0M\e[<99;1;1M' settle \
		keys=q exit=0 restored
}

@test 'a list of replies that was pasted: as many views as it takes, and back' {
	on_terminal "$started" \
		'keys=\e[200~250 2.0.0 Ok\n450 4.2.0 busy\n550 5.1.1 <a@example.com> User unknown\n550 5.7.26 no\n\e[201~' \
		'expect=4.2.0' 'keys=jjkG' settle 'keys=\r' settle 'keys=q' settle 'keys=/busy\r' settle size=30x8 settle \
		size=1x1 settle size=80x24 settle keys=qqq exit=0 restored
}

@test 'lines that are pasted at the prompt without marks are text, though they come apart' {
	on_terminal "$started" keys=p settle 'keys=550 5.1.1 User unknown\n' pause=50 'keys=451 4.7.1 greylisted\n' pause=50 \
		'keys=quickly q q q q\n' 'expect=greylisted' settle 'keys=\x03' exit=INT restored
	# What was typed before a paste belongs to it.
	on_terminal "$started" keys=p settle 'keys=450 4.2.0 ' settle 'keys=\e[200~Grey\e[201~' \
		'expect=Refused for now' 'keys=\x03' exit=INT restored
}

@test 'a paste that stalls is one paste' {
	on_terminal "$started" 'keys=\e[200~550 5.1.1 User ' pause=1500 'keys=unknown qqq\n\e[201~' 'expect=unknown qqq' \
		'keys=\x03' exit=INT restored
	on_terminal "$started" keys=/bo 'keys=\xc3' pause=200 'keys=\xae' 'expect=bo\xc3\xae' 'keys=\x03\x03' exit=INT restored
}

@test 'a paste of a book is read to its end' {
	on_terminal "$started" 'keys=\e[200~' 'flood=300000' 'keys=\e[201~' 'expect=There is no reply' keys=q exit=0 restored
	# Of one that is longer than what is kept, the screen says so.
	MOST_CPU=20 on_terminal "$started" 'keys=\e[200~550 5.1.1 User unknown\n' 'flood=1100000' 'keys=\e[201~' \
		'expect=Bad destination' 'expect=longer than 1 MiB' keys=qq exit=0 restored
	# At a prompt it is cut to what the prompt holds.
	on_terminal "$started" keys=/ 'keys=\e[200~' flood=9000 'keys=\e[201~' 'expect=xxxxxxxx' settle 'keys=\x03' \
		settle 'keys=\x03' exit=INT restored
}

@test 'an idle screen writes nothing and never wakes up' {
	aside on_terminal "$started" idle
	aside on_terminal "$started" keys=/mail idle
	aside on_terminal "$started" 'keys=\e' idle
	aside on_terminal "$started" keys=m idle
	aside on_terminal "$started" settle signal=CONT idle
	together
}
