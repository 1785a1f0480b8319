#!/usr/bin/env bats
# Protects what comes in and what goes out: input that stalls, shrinks, never ends or is no
# text, and output that nobody takes, end in an answer or in a clear error with its status.

load ../cli/helper
load faults

# Bytes that a terminal would obey, and some that are no text.
nasty=$'a\e]0;title\a\e[2J\eP+q\e\\\x01\x7f\xc2\x9b31m\xc2\x85\u202eb\u2066\u200b\ufeff\xff\xfe\xc0\xaf\xed\xa0\x80 end'

@test 'output that cannot be written, of any kind, is an error that says so' {
	while read -r kind; do
		IFS=' ' read -r -a call <<<"$kind"
		if [[ "$kind" == *unknown ]]; then call=("${call[@]:0:${#call[@]}-3}" '550 5.1.1 unknown'); fi
		for fault in '>/dev/full No space left on device' '>&- Bad file descriptor'; do
			run bash -c "\"\$SMTPEXPLORE\" \"\$@\" ${fault%% *}" - "${call[@]}" </dev/null
			[ "$status" -eq 3 ] || { echo "$kind $fault: $status"; return 1; }
			[ "$output" = "smtpexplore: cannot write the output: ${fault#* }" ]
		done
	done <<<"$kinds"
}

@test 'a file that may not grow is an error, and no signal' {
	while read -r kind; do
		IFS=' ' read -r -a call <<<"$kind"
		run bash -c 'ulimit -f 0; exec "$SMTPEXPLORE" "$@" 2>&1 >"$0" </dev/null' "$BATS_TEST_TMPDIR/out" "${call[@]}"
		[ "$status" -eq 3 ] || { echo "$kind: $status"; return 1; }
		[ "${lines[0]}" = "smtpexplore: cannot write the output: File too large" ]
	done <<<"$kinds"
}

@test 'a pipe whose reader has gone, for any kind of output: no message, and no signal' {
	command -v python3 >/dev/null || skip 'python3 is not installed'
	while read -r kind; do
		# shellcheck disable=SC2086  # words
		run python3 - "$SMTPEXPLORE" $kind <<<'
import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE)
print(done.returncode, done.stderr)'
		[ "$output" = "3 b''" ] || { echo "$kind: $output"; return 1; }
	done <<<"$kinds"
}

@test 'standard error closed or full costs nothing but the message' {
	run bash -c '"$SMTPEXPLORE" abc 2>&-'
	[ "$status" -eq 1 ]
	run bash -c '"$SMTPEXPLORE" abc 2>/dev/full'
	[ "$status" -eq 1 ]
}

@test 'a standard input that others have made non-blocking is waited for' {
	command -v python3 >/dev/null || skip 'python3 is not installed'
	run python3 - "$SMTPEXPLORE" <<<'
import os, resource, subprocess, sys, time
reader, writer = os.pipe()
os.set_blocking(reader, False)
program = subprocess.Popen([sys.argv[1], "--text"], stdin=reader, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
for part in b"550 5.1", b".1 User ", b"unknown\n":
    time.sleep(0.3)
    os.write(writer, part)
os.close(writer)
print(program.communicate()[0].decode().split("\n")[0], program.returncode)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("slept" if used.ru_utime + used.ru_stime < 0.6 else "was busy")'
	[ "$output" = $'550 5.1.1  Bad destination mailbox address 0\nslept' ]
}

@test 'a FIFO is waited for, and in the explorer the keys go on' {
	mkfifo "$BATS_TEST_TMPDIR/fifo"
	se --text --file="$BATS_TEST_TMPDIR/fifo" >"$BATS_TEST_TMPDIR/out" &
	sleep 0.2
	printf '550 5.1' >"$BATS_TEST_TMPDIR/fifo"
	wait $! || [ $? -eq 1 ]
	on_terminal expect=Reading 'quick=j,5000' idle keys=q exit=0 restored -- \
		"$SMTPEXPLORE" --file="$BATS_TEST_TMPDIR/fifo"
	(sleep 0.5; echo '550 5.1.1 User unknown' >"$BATS_TEST_TMPDIR/fifo") &
	on_terminal expect=Reading 'expect=Bad destination' 'keys=\x03' exit=INT restored -- \
		"$SMTPEXPLORE" --file="$BATS_TEST_TMPDIR/fifo"
}

@test 'input without end does not keep the explorer from painting, nor from leaving' {
	truncate -s 100G "$BATS_TEST_TMPDIR/endless" || skip 'no sparse files here'
	on_terminal expect=Reading 'quick=j,5000' 'quick=?,5000' keys=qq exit=0 restored -- \
		"$SMTPEXPLORE" --file="$BATS_TEST_TMPDIR/endless"
	yes '550 5.1.1 User unknown' | STDIN=1 on_terminal expect=Reading 'quick=j,5000' 'keys=\x03' exit=INT restored
}

@test 'a file that shrinks while it is read ends where it ends' {
	truncate -s 100G "$BATS_TEST_TMPDIR/shrinks" || skip 'no sparse files here'
	se --text --file="$BATS_TEST_TMPDIR/shrinks" 2>"$BATS_TEST_TMPDIR/said" &
	sleep 0.3
	kill -0 $!
	truncate -s 0 "$BATS_TEST_TMPDIR/shrinks"
	status=0
	wait $! || status=$?
	[ "$status" -eq 1 ]
	grep -q 'holds no reply' "$BATS_TEST_TMPDIR/said"
}

@test 'standard input closed, a directory or a device, in every use' {
	for input in '<&-' '<"$BATS_TEST_TMPDIR"' '</dev/zero'; do
		for call in '' -; do
			run bash -c "timeout 20 \"\$SMTPEXPLORE\" --text $call $input"
			# Without an operand it is no input, and what is printed is the list.
			if [ -z "$call" ]; then [ "$status" -eq 0 ]; else [ "$status" -eq 3 ]; fi
		done
		run bash -c "\"\$SMTPEXPLORE\" --text 550 $input"
		[ "$status" -eq 0 ]
	done
}

@test 'a line of 100 MB takes no more memory than a short one' {
	needs_limits
	line() {
		printf '550 5.1.1 User unknown '
		head -c 100000000 /dev/zero | tr '\0' "$1"
		printf '\n450 4.2.0 Greylisted\n'
	}
	for filler in x ' ' '5' '\033'; do
		line "$filler" | (ulimit -v 40000; exec "$SMTPEXPLORE" --json) >"$BATS_TEST_TMPDIR/out"
		grep -q '"code": 450' "$BATS_TEST_TMPDIR/out"
		grep -q '"code": 550' "$BATS_TEST_TMPDIR/out"
	done
}

@test 'NUL bytes are passed over' {
	printf '550 5.1.1 User\0 unknown\0\n\0\0\0' >"$BATS_TEST_TMPDIR/nul"
	[ "$(se --text <"$BATS_TEST_TMPDIR/nul" | head -n 1)" = '550 5.1.1  Bad destination mailbox address' ]
	se --text <"$BATS_TEST_TMPDIR/nul" | harmless
	se --json <"$BATS_TEST_TMPDIR/nul" | python3 -c 'import json, sys; json.load(sys.stdin)'
}

@test 'what a terminal would obey is made visible, wherever it comes from' {
	mkdir "$BATS_TEST_TMPDIR/$nasty"
	cd "$BATS_TEST_TMPDIR"
	for call in "$nasty" "550 $nasty" "--lang=$nasty" "--search=$nasty" "--width=$nasty" "--color=$nasty" \
		"--file=$nasty" "--file=/nonexistent/$nasty" "--$nasty" "-$nasty" "--text=$nasty" "./$nasty"; do
		for mode in --text --json --list; do
			run bash -c '"$SMTPEXPLORE" "$@" 2>&1' - "$mode" "$call"
			[ "$status" -le 3 ]
			[ -n "$output" ]
			harmless <<<"$output" || { printf '%q\n' "$mode" "$call" "$output"; return 1; }
		done
	done
	printf '550 5.1.1 %s\n' "$nasty" >input
	for mode in --text --json '--text --color=never' '--text --ascii'; do
		# shellcheck disable=SC2086  # words
		se $mode <input | harmless
	done
	se --json <input | python3 -c 'import json, sys; json.load(sys.stdin)'
	on_terminal size=80x60 'expect=<U+202E>' settle 'absent=\e]0;' 'absent=title\x07' 'absent=\eP' 'absent=\xe2\x80\xae' \
		keys=qqqqqq exit=0 restored -- "$SMTPEXPLORE" --file=input
}

@test 'no cell holds more than four combining characters' {
	acutes="$(printf '\u0301%.0s' {1..300})"
	se --text "550 5.1.1 e$acutes" | grep -q $'e\u0301\u0301\u0301\u0301$'
	on_terminal size=80x60 $'expect=e\u0301' settle $'absent=\u0301\u0301\u0301\u0301\u0301' keys=q exit=0 -- \
		"$SMTPEXPLORE" "550 5.1.1 e$acutes end"
	run se "--lang=e$acutes"
	[[ "$output" != *$'\u0301\u0301\u0301\u0301\u0301'* ]]
}

@test 'what is named in a message is cut short' {
	long="$(head -c 100000 /dev/zero | tr '\0' x)"
	for call in "$long" "--lang=$long" "--width=$long" "--color=$long" "--file=$long" "--$long" "-$long" \
		"--search=$long" "--list=$long"; do
		run se --text "$call" </dev/null
		[ "$status" -ge 1 ]
		[ "$status" -le 3 ]
		[ "${#lines[@]}" -eq 1 ]
		[ "${#output}" -lt 300 ]
	done
}
