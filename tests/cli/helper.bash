# What the tests of the command line share.

# Runs the program as a pipe would, without a terminal.
se() {
	"$SMTPEXPLORE" "$@"
}

# Skips a test that needs translations in a build that has none.
needs_nls() {
	[ "$USE_NLS" = yes ] || skip 'built without translations'
}

# Gives the columns of the widest line of a text, addresses aside.
widest() {
	grep -v 'https://' | wc -L
}
