#!/usr/bin/env bats
# Protects the user's secrets and files: no use opens a socket or writes a file, and a link
# starts exactly the program that was asked for, without a shell.

load ../cli/helper
load faults

setup() {
	command -v strace >/dev/null || skip 'strace is not installed'
	needs_limits
	traced="$BATS_TEST_TMPDIR/traced"
	strace -o "$traced" true || skip 'strace may not trace here'
}

# Says which calls are none of the program's business: of the network, or that could make,
# change or remove a file. The terminal is opened for keys.
innocent() {
	grep -E '^[0-9]* *(socket|socketpair|connect|bind|sendto|sendmsg|creat|mkdir|unlink|rename|link|symlink|truncate|ftruncate|chmod|chown|mknod|utime)[a-z0-9]*\(' \
		"$traced" && return 1
	grep -E 'open[a-z0-9]*\(.*(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND)' "$traced" | grep -v -F '"/dev/tty"' && return 1
	grep -q 'exit_group\|killed by' "$traced"
}

watched() {
	strace -f -e 'trace=%network,%file,%desc,%process' -o "$traced" "$@"
}

@test 'no kind of output opens a socket or writes a file' {
	while read -r kind; do
		# shellcheck disable=SC2086  # words
		watched "$SMTPEXPLORE" --lang=fr $kind </dev/null >/dev/null || [ $? -le 2 ]
		innocent
	done <<<"$kinds"
}

@test 'nor do input and errors' {
	for call in - --file="$SRCDIR/tests/corpus/postfix.log" --file=/nonexistent abc --unknown; do
		echo '550 5.1.1 User unknown, see http://example.com/' |
			watched "$SMTPEXPLORE" "$call" >/dev/null 2>&1 || [ $? -le 3 ]
		innocent
	done
}

@test 'nor does the explorer, in any of its views' {
	on_terminal 'expect=yz Success' 'keys=550\r' settle 'keys=?' settle 'keys=\e/mail\r' settle keys=y settle \
		'keys=L\r' settle 'keys=c5.1.1\r' settle 'keys=\e[200~550 5.1.1 unknown\e[201~' settle keys=qqqqqq exit=0 -- \
		strace -f -e 'trace=%network,%file,%desc,%process' -o "$traced" "$SMTPEXPLORE"
	innocent
	echo '550 5.1.1 User unknown' | STDIN=1 on_terminal 'expect=Bad destination' settle keys=qqqqqq exit=0 -- \
		strace -f -e 'trace=%network,%file,%desc,%process' -o "$traced" "$SMTPEXPLORE"
	innocent
}

@test 'a link is opened by argument vector alone, its address from the built-in table' {
	printf '#!/bin/sh\nexit 0\n' >"$BATS_TEST_TMPDIR/browser"
	chmod +x "$BATS_TEST_TMPDIR/browser"
	# The reply holds an address of its own, which nobody opens.
	BROWSER="$BATS_TEST_TMPDIR/browser ;id \$(id) %s" on_terminal 'expect=unknown' keys=o settle 'keys=\r' settle \
		keys=qqqqqq exit=0 -- strace -f -e 'trace=%network,%file,%desc,%process' -s 1000 -o "$traced" \
		"$SMTPEXPLORE" '550 5.1.1 User unknown, see http://evil.example/$(id)'
	innocent
	grep 'execve(' "$traced" | sed 1d >"$traced.run"
	[ "$(wc -l <"$traced.run")" -eq 1 ]
	grep -q -F "[\"$BATS_TEST_TMPDIR/browser\", \";id\", \"\$(id)\", \"https://www." "$traced.run"
	[ "$(grep -c evil "$traced.run")" -eq 0 ]
}

@test 'a browser reads keys, not the text that is being read' {
	printf '#!/bin/sh\nhead -c 60 >"%s"\n' "$BATS_TEST_TMPDIR/taken" >"$BATS_TEST_TMPDIR/browser"
	chmod +x "$BATS_TEST_TMPDIR/browser"
	(echo '550 5.1.1 User unknown'; sleep 2; echo '450 4.2.0 busy') |
		BROWSER="$BATS_TEST_TMPDIR/browser" STDIN=1 on_terminal expect=Reading 'keys=550\ro' settle 'keys=\r' pause=300 \
			'keys=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n' 'expect=4.2.0' 'keys=\x03' exit=INT
	grep -q '^xxx' "$BATS_TEST_TMPDIR/taken"
}
