# What the tests of faults share.

# Runs the program, or another after --, on a terminal that does what the steps say.
on_terminal() {
	command -v python3 >/dev/null || skip 'python3 is not installed'
	[[ " $* " == *' -- '* ]] || set -- "$@" -- "$SMTPEXPLORE"
	# Python would change a locale without letters.
	PYTHONCOERCECLOCALE=0 TERM="${TERM_OF_TEST-xterm-256color}" timeout 100 python3 "$SRCDIR/tests/faults/terminal.py" "$@"
}

# Runs a command beside others; "together" waits for all of them, and fails when one did.
declare -a running=()

aside() {
	"$@" &
	running+=($!)
}

together() {
	local pid failed=0

	for pid in "${running[@]}"; do
		wait "$pid" || failed=1
	done
	running=()
	return "$failed"
}

# Skips a test that limits memory, or counts the files written, where something beside the
# program takes memory or writes: sanitizers, coverage, valgrind.
needs_limits() {
	if grep -q -a -e __asan_init -e __gcov_ -e 'exec valgrind' "$SMTPEXPLORE"; then skip 'built with sanitizers or for coverage'; fi
}

# Tells whether standard input holds nothing that a terminal would obey: control
# characters, C1 in UTF-8, bidirectional controls.
harmless() {
	if LC_ALL=C grep -a -q -P '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]'; then return 1; fi
}

# Every kind of output that there is, one call a line.
# shellcheck disable=SC2034  # used by those who load this
kinds=$'550\n5.7.26\n251 504\n--list\nX.7\n--search=mailbox\n550 5.1.1 unknown\n--json 550\n--json 251 504\n--json --list\n--json 550 5.1.1 unknown\n--help\n--version\n--list-languages'
