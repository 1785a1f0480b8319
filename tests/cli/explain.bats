#!/usr/bin/env bats
# Protects the explanation of replies from outside: the codes, the status and what to do
# about ten well-known replies, where input comes from, and what wrong input is told.

load helper

# Asks the JSON of the reply that is the verdict, or of the first: an expression in r.
verdict() {
	python3 -c 'import json, sys
d = json.load(sys.stdin)
r = d["replies"][d["verdict"] or 0]
print(eval(sys.argv[1]))' "$1"
}

# Explains $1 and expects code, status, retry in JSON, and in text the code and status
# in front and a verdict that holds $5.
yields() {
	[ "$(printf '%s\n' "$1" | se --json | verdict 'r["code"], r["status"], r["retry"]')" = "($2, $3, '$4')" ]
	[ "$(se --json "$1" | verdict 'r["code"], r["status"], r["retry"]')" = "($2, $3, '$4')" ]
	run se --text "$1"
	[ "$status" -eq 0 ]
	[[ "${lines[1]}" == *"$5"* ]]
}

@test 'Gmail, neither SPF nor DKIM, over three lines' {
	yields $'550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550 5.7.26  For instructions ...  - gsmtp' \
		550 "'5.7.26'" fix-first 'never send it again unchanged'
	[[ "${lines[0]}" == '550 5.7.26  '* ]]
	[[ "$output" == *'Neither SPF nor DKIM passed'* ]]
}

@test 'Gmail, a limit of rate' {
	yields $'421-4.7.0 [198.51.100.7] Our system has detected an unusual rate of\n421 4.7.0 unsolicited mail ...' \
		421 "'4.7.0'" same-later 'tries again by itself'
}

@test 'greylisting' {
	yields '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/help' \
		450 "'4.2.0'" same-later 'tries again by itself'
}

@test 'relaying denied' {
	yields '554 5.7.1 <bob@example.org>: Relay access denied' 554 "'5.7.1'" fix-first 'never send it again unchanged'
}

@test 'a code that its words contradict' {
	yields '552 1 Requested mail action aborted, mailbox not found' 552 None fix-first 'never send it again unchanged'
	[ "$(se --json '552 1 Requested mail action aborted, mailbox not found' | verdict 'len(r["conflicts"])')" = 1 ]
	[[ "$output" == *'What does not fit together'*'believe'* ]]
}

@test 'a line of a Postfix log, which tells the stage' {
	yields 'status=deferred (host mx.example.net[203.0.113.25] said: 451 4.7.651 The mail server [198.51.100.7] has been temporarily rate limited due to IP reputation. (S775) (in reply to MAIL FROM command))' \
		451 "'4.7.651'" same-later 'tries again by itself'
	[ "$(se --json 'status=deferred (host mx.example.net[203.0.113.25] said: 451 4.7.651 The mail server [198.51.100.7] has been temporarily rate limited due to IP reputation. (S775) (in reply to MAIL FROM command))' |
		verdict 'r["stage"], r["said_by"], r["conflicts"]')" = "('MAIL', 'remote', [])" ]
}

@test 'the diagnostic code of a report, folded' {
	yields $'Diagnostic-Code: smtp; 550 5.1.1 <x@example.com>: Recipient address\n    rejected: User unknown in virtual mailbox table' \
		550 "'5.1.1'" fix-first 'never send it again unchanged'
}

@test 'qmail, a status without a reply code' {
	yields 'Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/' None "'5.1.1'" fix-first 'never send it again unchanged'
}

@test 'qmail, a status at the end' {
	yields "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)" 553 "'5.7.1'" fix-first 'never send it again unchanged'
}

@test 'a success that is none' {
	yields '254 4.7.1 suppressed' 254 "'4.7.1'" fix-first 'The reply code says success'
	[[ "$output" == *'254 accepts, but 4.7.1 speaks of a failure'* ]]
}

@test 'arguments that are not all codes are one reply' {
	[ "$(se --json 550 5.1.1 User unknown | verdict 'r["code"], r["status"], r["text"]')" = "(550, '5.1.1', 'User unknown')" ]
	# An unassigned code in a reply is explained, and no error.
	run se --text '599 nobody knows'
	[ "$status" -eq 0 ]
	[[ "${lines[0]}" == '599  '* ]]
}

@test 'several replies are a list with counts; the failure is explained' {
	run se --text <<<$'220 mx.example.com ESMTP\n250 2.0.0 Ok\n550 5.1.1 <a@example.com> User unknown\n550 5.1.1 <b@example.com> User unknown'
	[ "$status" -eq 0 ]
	[[ "$output" == *'1 220'*'2 550  5.1.1'*'550 5.1.1  Bad destination'* ]]
	[ "$(se --json <<<$'250 2.0.0 Ok\n550 5.1.1 <a@example.com> User unknown\n550 5.1.1 <b@example.com> User unknown' |
		verdict 'd["verdict"], r["count"], list(r)')" = \
		"(1, 2, ['code', 'status', 'dsn_status', 'text', 'stage', 'said_by', 'retry', 'actor', 'wording', 'conflicts', 'count'])" ]
	[ "$(se --json '250 2.0.0 Ok' | verdict 'd["verdict"]')" = None ]
}

@test 'input: a pipe, a file, a dash, --file once and twice' {
	local file="$BATS_TEST_TMPDIR/bounce"

	echo '550 5.1.1 no such user' >"$file"
	[[ "$(se --text <"$file")" == '550 5.1.1 '* ]]
	[[ "$(se --text - <"$file")" == '550 5.1.1 '* ]]
	[[ "$(echo '550 5.1.1 no such user' | se --text)" == '550 5.1.1 '* ]]
	[[ "$(se --text --file="$file")" == '550 5.1.1 '* ]]
	[[ "$(se --text -f - <"$file")" == '550 5.1.1 '* ]]
	echo '250 Ok' >"$file.2"
	[ "$(se --json -f "$file" -f "$file.2" | verdict 'len(d["replies"])')" = 2 ]
}

@test 'input is read only where nothing else is asked for' {
	local file="$BATS_TEST_TMPDIR/bounce"

	echo '550 5.1.1 no such user' >"$file"
	[[ "$(se 450 <"$file")" == '450  '* ]]
	[[ "$(se --list 45x <"$file")" == 450* ]]
	[[ "$(se --search=relay <"$file")" != *'no such user'* ]]
	[ "$(se </dev/null | wc -l)" -eq 87 ]
}

@test 'input without a reply is not found' {
	run se <<<'nothing here but 10.0.0.5:587 and 256/256 bits'
	[ "$status" -eq 1 ]
	[[ "$output" == 'smtpexplore: the input holds no reply' ]]
	run se - </dev/null
	[ "$status" -eq 1 ]
	run se 'no code at all'
	[ "$status" -eq 1 ]
	[[ "$output" == *'holds no reply'* ]]
	run se ''
	[ "$status" -eq 1 ]
}

@test 'nothing but a code, in a pipe' {
	[[ "$(echo 550 | se --text)" == '550  '* ]]
	[[ "$(printf 599 | se --text)" == '599  '* ]]
	[[ "$(printf '450\r\n\r\n' | se --text)" == '450  '* ]]
	[[ "$(echo 5.7.26 | se --text)" == '5.7.26  '* ]]
	run se --text <<<'127.0.0.1'
	[ "$status" -eq 1 ]
}

@test 'JSON is one document also where there is no reply' {
	[ "$(se --json 'no code at all' 2>/dev/null | python3 -c 'import json, sys; print(json.load(sys.stdin))')" = \
		"{'replies': [], 'verdict': None}" ]
	run se --json 'no code at all'
	[ "$status" -eq 1 ]
}

@test 'a report that says failed: the sending system has given up' {
	run se --text <<<$'Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx.example.net[203.0.113.5]:25: Connection timed out'
	[[ "${lines[1]}" == *'has stopped trying'* ]]
	[[ "$output" == *'Send it again later'* ]]
	run se --text <<<$'Final-Recipient: rfc822; a@example.com\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx.example.net[203.0.113.5]:25: Connection timed out'
	[[ "${lines[1]}" == *'tries again by itself'* ]]
}

@test 'input that cannot be read is named' {
	run se --file=/nonexistent
	[ "$status" -eq 3 ]
	[[ "$output" == 'smtpexplore: cannot read /nonexistent: '* ]]
	run se --file="$BATS_TEST_TMPDIR"
	[ "$status" -eq 3 ]
	run se - <"$BATS_TEST_TMPDIR"
	[ "$status" -eq 3 ]
	run se --file=/dev/zero
	[ "$status" -eq 3 ]
	[[ "$output" == *'is a device'* ]]
	run se - </dev/zero
	[ "$status" -eq 3 ]
	run bash -c '"$SMTPEXPLORE" - <&-'
	[ "$status" -eq 3 ]
}

@test 'an operand that names a file is answered by saying so' {
	cd "$BATS_TEST_TMPDIR"
	echo '550 5.1.1 no such user' >bounce.eml
	run se bounce.eml
	[ "$status" -eq 1 ]
	[[ "$output" == *'bounce.eml is a file'*'--file=bounce.eml'* ]]
	run se --file=bounce.eml 550
	[ "$status" -eq 2 ]
}

@test 'what comes from outside reaches nobody raw' {
	run se --text $'550 5.1.1 \e]0;title\a\e[2J\u202Ereversed\xff end'
	[ "$status" -eq 0 ]
	[[ "$output" != *$'\e'* ]]
	[[ "$output" == *'^['*'<U+202E>'*' end'* ]]
	run se --json $'550 5.1.1 \e]0;title\a\e[2J\u202Ereversed\xff end'
	python3 -c 'import json, sys
text = json.loads(sys.stdin.read())["replies"][0]["text"]
assert "end" in text and not any(c < " " or c == "\u202e" for c in text), text' <<<"$output"
}

@test 'ten megabytes of noise are answered, and what was left out is said' {
	{ head -c 10000000 /dev/urandom | se --json || [ $? -eq 1 ]; } | python3 -c 'import json, sys; json.load(sys.stdin)'
	yes '550-going on' | head -c 10000000 | se --json | verdict 'r["code"]' | grep -qx 550
	head -c 10000000 /dev/zero | tr '\0' x | { run se; [ "$status" -eq 1 ]; }
	run bash -c '{ printf "550 5.1.1 "; head -c 10000000 /dev/zero | tr "\0" x; echo; } | "$SMTPEXPLORE" --text --width=1000'
	[ "$status" -eq 0 ]
	[[ "$output" == *'Very long lines or replies were cut.'* ]]
}
