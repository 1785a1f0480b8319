#!/usr/bin/env bats
# Protects the command line: what each call prints in a pipe, where errors go,
# and the exit statuses that scripts rely on.

load helper

@test 'without operands: one code a line, with a tab and the title' {
	run se
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 87 ]
	[ "${lines[0]}" = $'101\tCannot connect' ]
	[ "${lines[86]}" = $'591\tBlocklisted' ]
}

@test '--list, and the list of a pattern' {
	run se --list
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 87 ]
	run se 45x
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 9 ]
	[ "${lines[8]}" = $'459\tNode not allowed' ]
	run se --list 4XX
	[ "${#lines[@]}" -eq 26 ]
	run se -l 550
	[ "${lines[*]}" = $'550\tMailbox unavailable' ]
}

@test 'a pattern that fits nothing is not found' {
	run se 6xx
	[ "$status" -eq 1 ]
	[[ "$output" == smtpexplore:*6xx* ]]
	run se --list 599
	[ "$status" -eq 1 ]
}

@test '--search finds every word, in any order, in any case' {
	run se --search=relay
	[ "$status" -eq 0 ]
	[[ "$output" == *$'550\tMailbox unavailable'* ]]
	[[ "$output" == *$'453\tYou have no mail'* ]]
	local many="${#lines[@]}"
	run se -s 'DENIED relay'
	[ "$status" -eq 0 ]
	[[ "$output" == *$'550\t'* ]]
	[ "${#lines[@]}" -lt "$many" ]
	run se --search=greylist
	[[ "$output" == *$'450\t'* ]]
	run se --search=relay 4xx
	[[ "$output" != *$'550\t'* ]]
	[[ "$output" == *$'453\t'* ]]
}

@test 'a search that finds nothing says so and exits with 1' {
	run se --search=xyzzy
	[ "$status" -eq 1 ]
	[[ "$output" == 'smtpexplore: '*xyzzy* ]]
	[ "$(se --json --search=xyzzy 2>/dev/null | tr -d ' \n')" = '{"entries":[]}' ]
	run se --search=
	[ "$status" -eq 2 ]
	run se --search=mailbox full
	[ "$status" -eq 1 ]
	[[ "$output" == *quotes* ]]
}

@test 'the page of a code has its sections' {
	run se 450
	[ "$status" -eq 0 ]
	for section in Description 'When you see it' 'How to fix' 'When to send it' Example \
		'Enhanced status codes' 'Compare with' 'Learn more'; do
		grep -qx "$section" <<<"$output"
	done
	[ "$(widest <<<"$output")" -le 80 ]
}

@test 'two codes are a comparison, in the order given' {
	run se 504 251
	[ "$status" -eq 0 ]
	[[ "${lines[0]}" == 504*251* ]]
	for section in Description 'When you see it' 'How to fix' 'When to send it' Summary \
		'At a glance' 'Key differences' 'When to use which' 'Learn more'; do
		grep -qx "$section" <<<"$output"
	done
}

@test 'an unassigned code is explained by its digits, with status 1' {
	run se 599
	[ "$status" -eq 1 ]
	[[ "$output" == *'Unassigned permanent refusal'* ]]
	run se 251 599
	[ "$status" -eq 1 ]
	[[ "$output" == *'Key differences'* ]]
}

@test 'what is no code is not found; the error is on standard error' {
	run se abc
	[ "$status" -eq 1 ]
	[[ "$output" == 'smtpexplore: abc '* ]]
	[ -z "$(se abc 2>/dev/null)" ]
	run se ''
	[ "$status" -eq 1 ]
	run se 55 0
	[ "$status" -eq 1 ]
}

@test 'an enhanced code has its page, read by its class' {
	run se 5.7.26
	[ "$status" -eq 0 ]
	[[ "${lines[0]}" == '5.7.26  Multiple authentication checks failed' ]]
	[[ "$output" == *'As 5.7.26'* ]]
	[[ "$output" != *'As 4.7.26'* ]]
	run se X.7.26
	[[ "$output" == *'As 4.7.26'*'As 5.7.26'* ]]
	[[ "$(se 5.7.620 | head -n 1)" == '5.7.620  '* ]]
}

@test 'an enhanced code in no list is explained by its numbers, with status 1' {
	run se 5.8.1
	[ "$status" -eq 1 ]
	[[ "$output" == *'Unassigned enhanced status code'* ]]
}

@test 'enhanced codes of a subject, and in a search' {
	run se X.3
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 8 ]
	run se --list 5.7
	[[ "$output" == *$'X.7.26\t'* ]]
	[[ "$output" != *$'4.7.500 '* ]]
	run se 9.9
	[ "$status" -eq 1 ]
	run se --search='null mx'
	[[ "$output" == *$'556\t'*$'X.1.10\t'* ]]
	run se --search=sampling X.7
	[ "$status" -eq 1 ]
}

@test 'enhanced codes are compared, with one another and with reply codes' {
	run se 5.1.1 5.1.2
	[ "$status" -eq 0 ]
	[[ "${lines[0]}" == '5.1.1  '*'│ 5.1.2  '* ]]
	run se 550 5.1.1
	[ "$status" -eq 0 ]
	[[ "$output" == *'They belong together in one reply'* ]]
	[[ "$output" == *'Connection'* ]]
	# Readings of one entry: what they share stands once.
	run se --width=200 4.7.1 5.7.1
	[ "$status" -eq 0 ]
	[ "$(grep -o 'A rule said no' <<<"$output" | wc -l)" -eq 1 ]
	run se 5.1.1 5.9.9
	[ "$status" -eq 1 ]
	run se 5.1.1 5.1.1
	[ "$status" -eq 2 ]
	run se 5.1.1 X.7
	[ "$status" -eq 2 ]
}

@test 'a code compared with itself, or with a pattern, is a usage error' {
	run se 550 550
	[ "$status" -eq 2 ]
	run se 550 45x
	[ "$status" -eq 2 ]
}

@test 'the carriage return of a line that was read from a file does no harm' {
	run se $'550\r'
	[ "$status" -eq 0 ]
	run se ' 550 '
	[ "$status" -eq 0 ]
}

@test 'the pattern of RFC 5321 is understood: 4yz' {
	[ "$(se 4yz)" = "$(se 4xx)" ]
}

@test 'three codes are a usage error' {
	run se 251 504 550
	[ "$status" -eq 2 ]
	[[ "$output" == 'smtpexplore: '* ]]
}

@test 'wrong options are usage errors that say what to do' {
	for wrong in --unknown -x --width=0 --width=-1 --width=10001 --width=8x --width= \
		--color=sometimes --lang=xx --lang= --text=1 --list=45x; do
		run se "$wrong" 550
		[ "$status" -eq 2 ] || { echo "$wrong: $status"; return 1; }
		[[ "$output" == 'smtpexplore: '* ]]
		[ "${#lines[@]}" -eq 1 ]
	done
	run se --text --json 550
	[ "$status" -eq 2 ]
	run se --list 450 550
	[ "$status" -eq 2 ]
	run se --width
	[ "$status" -eq 2 ]
}

@test '--width wraps, down to one column' {
	for width in 1 2 7 20 40 100; do
		run se --width=$width --ascii 251 504
		[ "$status" -eq 0 ]
		[ "$(widest <<<"$output")" -le "$width" ]
	done
}

@test 'no escape sequence leaves the program unless color is on' {
	[ -z "$(se 550 | tr -d -c '\033')" ]
	[ -n "$(se --color=always 550 | tr -d -c '\033')" ]
	[ -z "$(NO_COLOR=1 se --color=auto 550 | tr -d -c '\033')" ]
}

@test '--ascii draws with ASCII characters' {
	[ -n "$(se --width=100 251 504 | LC_ALL=C tr -d '\000-\177')" ]
	[ -z "$(se --ascii --width=100 251 504 | LC_ALL=C tr -d '\000-\177')" ]
}

@test 'a loop that reads its own input loses none of it' {
	run bash -c 'printf "250\n450\n550\n" | while read -r c; do "$SMTPEXPLORE" -t "$c" | head -n 1; done'
	[ "${#lines[@]}" -eq 3 ]
	[[ "${lines[2]}" == 550* ]]
}

@test '--help and --version' {
	run se --help
	[ "$status" -eq 0 ]
	[[ "$output" == *--list-languages* ]]
	run se --version
	[ "$status" -eq 0 ]
	[[ "${lines[0]}" =~ ^smtpexplore\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test 'output that cannot be written is an error' {
	for call in 550 '251 504' --list '--json 550' --help --version --list-languages; do
		# shellcheck disable=SC2086  # words
		run bash -c '"$SMTPEXPLORE" $1 >/dev/full' - "$call"
		[ "$status" -eq 3 ] || { echo "$call: $status"; return 1; }
		[[ "$output" == 'smtpexplore: '* ]]
		run bash -c '"$SMTPEXPLORE" $1 >&-' - "$call"
		[ "$status" -eq 3 ] || { echo "$call, closed: $status"; return 1; }
	done
}

@test 'a reader that closes the pipe early is no error to talk about' {
	run bash -c 'for i in 1 2 3 4 5; do "$SMTPEXPLORE" --json --list | head -n 1; done 2>&1'
	[ "$output" = $'{\n{\n{\n{\n{' ]
}

@test 'what comes from outside never reaches the terminal raw' {
	run se $'a\033[31mb\x9b\xe2\x80\xaec'
	[ "$status" -eq 1 ]
	[[ "$output" == *'a^[[31mb<9B><U+202E>c'* ]]
	run se --lang=$'\033]0;x\a'
	[ "$status" -eq 2 ]
	[ -z "$(tr -d -c '\033\a' <<<"$output")" ]
	run se "$(head -c 5000 /dev/zero | tr '\0' A)"
	[ "${#output}" -lt 300 ]
}
