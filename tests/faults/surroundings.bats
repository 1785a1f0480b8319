#!/usr/bin/env bats
# Protects the program from where it runs: little memory, few descriptors, a small stack,
# closed descriptors and an environment full of nonsense give a message, or nothing at all.

load ../cli/helper
load faults

# Nonsense for variables and arguments.
nonsense=('' -1 0 2147483648 99999999999999999999 ../../../etc/passwd '%n%s%n%s' $'\e]0;x\a\e[2J' $'\u202e\u2066'
	$'\xff\xfe\x80' / ::: $'\n\n' "$(head -c 100000 /dev/zero | tr '\0' A)")

variables='LINES COLUMNS TERM LANG LANGUAGE LC_ALL LC_MESSAGES HOME BROWSER NO_COLOR ESCDELAY TERMINFO'

# Runs a call in a subshell that a command has limited; expects it to end by itself with
# one of the statuses it may have.
limited() {
	local limit="$1" status=0

	shift
	# Without translations every call is in English.
	[ "$USE_NLS" = yes ] || set -- "${@/--lang=*/--text}"
	(
		exec </dev/null >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/said"
		eval "$limit"
		exec timeout 20 "$SMTPEXPLORE" "$@"
	) || status=$?
	case "$status" in
	0 | 1) ;;
	3) grep -q '^smtpexplore: ' "$BATS_TEST_TMPDIR/said" ;;
	127) grep -q 'loading shared libraries' "$BATS_TEST_TMPDIR/said" ;;
	*) echo "$limit, $*: $status $(cat "$BATS_TEST_TMPDIR/said")"; return 1 ;;
	esac
}

@test 'less and less memory: an answer or a message, never a crash' {
	needs_limits
	for kilobytes in 65536 32768 16384 $(seq 12288 -256 4608); do
		for call in --version --help 550 '251 504' --list --search=mailbox '--json --list' '--lang=hi 450' \
			'--json 550 5.1.1'; do
			# shellcheck disable=SC2086  # words
			limited "ulimit -v $kilobytes" $call
		done
	done
	# At the upper end there is enough of it.
	(ulimit -v 65536; exec "$SMTPEXPLORE" --json --list) | grep -q '"code": 550'
}

@test 'input in little memory' {
	needs_limits
	for kilobytes in $(seq 16384 -512 5120); do
		cat "$SRCDIR"/tests/corpus/*.log >"$BATS_TEST_TMPDIR/log"
		limited "ulimit -v $kilobytes" --json --file="$BATS_TEST_TMPDIR/log"
	done
	(ulimit -v 32768; exec "$SMTPEXPLORE" --json --file="$BATS_TEST_TMPDIR/log") | grep -q '"code": 550'
}

@test 'the explorer in little memory leaves the terminal as it was' {
	needs_limits
	for kilobytes in $(seq 12288 -512 5120); do
		aside on_terminal settle 'keys=5?\x1b/mailbox\r' settle 'keys=c5.1.1\r' settle 'keys=\x03' \
			'exit=INT|3|127' restored -- bash -c "ulimit -v $kilobytes; exec \"\$SMTPEXPLORE\""
		if (( ${#running[@]} == 4 )); then together; fi
	done
	together
	on_terminal 'expect=yz Success' 'keys=\x03' exit=INT restored -- bash -c 'ulimit -v 32768; exec "$SMTPEXPLORE"'
}

# Numbers of allocations: each of the first, then ever fewer, to the last of a large answer.
moments() {
	awk -v each="$1" -v last="$2" 'BEGIN { for (n = 1; n < last; n += n < each ? 1 : int(n / each) + 1) print n }'
}

@test 'memory refused at any one moment: an answer or a message' {
	needs_limits
	command -v python3 >/dev/null || skip 'python3 is not installed'
	# A catalogue that the C library leaves to us.
	if [ "$USE_NLS" = yes ]; then
		mkdir -p "$BATS_TEST_TMPDIR/locale/fr/LC_MESSAGES"
		python3 "$SRCDIR/tests/faults/catalogue.py" none "$SMTPEXPLORE_LOCALEDIR/fr/LC_MESSAGES/smtpexplore.mo" \
			"$BATS_TEST_TMPDIR/locale/fr/LC_MESSAGES/smtpexplore.mo"
	fi
	export SMTPEXPLORE_LOCALEDIR="$BATS_TEST_TMPDIR/locale"
	run env REFUSE=100 LD_PRELOAD="$BUILDDIR/tests/faults/refuse-memory.so" "$SMTPEXPLORE" --json 251 504
	[[ "$status" -eq 3 && "$output" == 'smtpexplore: out of memory' ]]
	for call in 550 '251 504' --list '--lang=fr 550' '--json 251 504' '--json 550 5.1.1 unknown' '--json --list'; do
		[ "$USE_NLS" = yes ] || call="${call/--lang=fr/--text}"
		# shellcheck disable=SC2086  # words
		se $call </dev/null >"$BATS_TEST_TMPDIR/whole"
		for number in $(moments 60 20000); do
			# shellcheck disable=SC2086  # words
			limited "export REFUSE=$number LD_PRELOAD=$BUILDDIR/tests/faults/refuse-memory.so" $call
			# Without its locale the C library knows ASCII alone; JSON does not ask it.
			if [[ "$call" == --json* ]] && ! [ -s "$BATS_TEST_TMPDIR/said" ]; then
				cmp "$BATS_TEST_TMPDIR/whole" "$BATS_TEST_TMPDIR/out"
			fi
		done
		# The last number was of no allocation.
		cmp "$BATS_TEST_TMPDIR/whole" "$BATS_TEST_TMPDIR/out"
	done
}

@test 'memory refused at any one moment of the explorer: the terminal is as it was' {
	needs_limits
	# Before that, and before anything is painted, the terminal library crashes for want of
	# memory, or ends the program with 1.
	for number in $(moments 8 4000); do
		(( number > 150 )) || continue
		aside on_terminal settle 'keys=5?\x1b/mailbox\r' settle 'keys=c5.1.1\r' settle 'keys=\x03' \
			'exit=INT|3|1' restored -- \
			env REFUSE="$number" LD_PRELOAD="$BUILDDIR/tests/faults/refuse-memory.so" "$SMTPEXPLORE"
		if (( ${#running[@]} == 4 )); then together; fi
	done
	together
}

@test 'few descriptors' {
	needs_limits
	for descriptors in 4 5 6 7 8; do
		for call in --version 550 '--lang=fr 550' '--json --list' "--file=$SRCDIR/NEWS"; do
			# shellcheck disable=SC2086  # words
			limited "ulimit -S -n $descriptors" $call
		done
		on_terminal settle 'keys=\x03' 'exit=INT|3|127' restored -- \
			bash -c "ulimit -n $descriptors; exec \"\$SMTPEXPLORE\""
	done
	on_terminal 'expect=cannot open a pipe' exit=3 restored -- bash -c 'ulimit -n 4; exec "$SMTPEXPLORE"'
	# What cannot be opened is named, with its reason.
	local many=()
	for _ in $(seq 20); do many+=("--file=$SRCDIR/NEWS"); done
	run bash -c 'ulimit -n 10; exec "$SMTPEXPLORE" --text "$@"' - "${many[@]}"
	[ "$status" -eq 3 ]
	[[ "$output" == 'smtpexplore: cannot read '*NEWS:* ]]
}

@test 'a small stack' {
	needs_limits
	head -c 300000 "$SRCDIR/tests/corpus/postfix.log" >"$BATS_TEST_TMPDIR/log"
	for kilobytes in 1024 256 128 64; do
		for call in --help '251 504' '--json --list' '--lang=hi --search=mailbox' "--file=$BATS_TEST_TMPDIR/log"; do
			# shellcheck disable=SC2086  # words
			limited "ulimit -s $kilobytes" $call
		done
		# The terminal library itself needs more than 64 KiB.
		[ "$kilobytes" -gt 64 ] || continue
		on_terminal settle 'keys=5?\x1b/mailbox\r' settle 'keys=\x03' exit=INT restored -- \
			bash -c "ulimit -s $kilobytes; exec \"\$SMTPEXPLORE\""
	done
}

@test 'standard descriptors closed, in every combination' {
	local all=('<&-' '>&-' '2>&-') closed

	for set in 0 1 2 3 4 5 6 7; do
		closed=''
		for fd in 0 1 2; do
			if (( set >> fd & 1 )); then closed+=" ${all[fd]}"; fi
		done
		for call in --version --help 550 abc '' - '--json --list' --unknown "--file=$SRCDIR/NEWS"; do
			status=0
			bash -c "timeout 20 \"\$SMTPEXPLORE\" $call $closed" </dev/null >"$BATS_TEST_TMPDIR/out" \
				2>"$BATS_TEST_TMPDIR/said" || status=$?
			[ "$status" -le 3 ] || { echo "$call $closed: $status"; return 1; }
			# What was asked for could not be printed.
			if (( set >> 1 & 1 )) && [[ "$call" == @(--version|--help|550|''|--json*) ]]; then
				[ "$status" -eq 3 ]
			fi
			# No file that is opened takes the place of what is closed.
			if grep -q smtpexplore: "$BATS_TEST_TMPDIR/out"; then return 1; fi
		done
	done
}

@test 'a file that is opened does not become the standard input that is closed' {
	echo '550 5.1.1 User unknown' >"$BATS_TEST_TMPDIR/input"
	run bash -c '"$SMTPEXPLORE" --text --file="$0" --file=- <&-' "$BATS_TEST_TMPDIR/input"
	[ "$status" -eq 3 ]
	[[ "$output" == 'smtpexplore: cannot read '* ]]
}

@test 'nonsense in the environment is ignored, or named in a message' {
	for variable in $variables; do
		for value in "${nonsense[@]}"; do
			status=0
			env "$variable=$value" "$SMTPEXPLORE" --text 550 </dev/null >"$BATS_TEST_TMPDIR/out" 2>&1 || status=$?
			[ "$status" -eq 0 ] || { printf '%q\n' "$variable=${value:0:50}" "$status"; return 1; }
			harmless <"$BATS_TEST_TMPDIR/out"
		done
	done
}

@test 'nonsense in the environment does not keep the explorer from starting' {
	for value in "${nonsense[@]}"; do
		for variables in 'LINES COLUMNS' 'TERM' 'LANG LANGUAGE LC_ALL' 'HOME BROWSER NO_COLOR ESCDELAY TERMINFO'; do
			aside explore_with "$value" "$variables"
		done
		together
	done
}

# Starts the explorer with a value in some variables, and leaves it again.
explore_with() {
	local value="$1" variable

	for variable in $2; do
		if [ "$variable" = TERM ]; then
			export TERM_OF_TEST="$value"
		else
			export "$variable=$value"
		fi
	done
	# Without a terminal of that name it may say so, and end.
	if [ "$2" = TERM ]; then
		on_terminal settle 'keys=jo' settle 'absent=\e]0;x' 'absent=\xe2\x80\xae' 'keys=\x03\x03' 'exit=INT|3' restored
	else
		on_terminal 'expect=yz Success' 'keys=jo' settle 'absent=\e]0;x' 'absent=\xe2\x80\xae' 'keys=\x03\x03' exit=INT restored
	fi
}

@test 'nonsense in arguments is an answer or an error, made visible and cut short' {
	for value in "${nonsense[@]}"; do
		for option in '' --lang= --width= --color= --search= --file= -- -; do
			run se --text "$option$value" </dev/null
			[ "$status" -le 3 ] || { printf '%q\n' "$option${value:0:50}" "$status"; return 1; }
			harmless <<<"$output"
			if [ "$status" -ne 0 ] && [ "$option$value" != - ]; then [ "${#output}" -lt 500 ]; fi
		done
	done
}

@test 'the name it is called by is never shown nor obeyed' {
	for value in "${nonsense[@]}"; do
		run bash -c 'exec -a "$0" "$SMTPEXPLORE" --unknown' "$value"
		[ "$status" -eq 2 ]
		[[ "$output" == 'smtpexplore: unknown option --unknown;'* ]]
		run bash -c 'exec -a "$0" "$SMTPEXPLORE" --version' "$value"
		[[ "$status" -eq 0 && "$output" == smtpexplore* ]]
	done
}
