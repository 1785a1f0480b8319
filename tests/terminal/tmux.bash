# What the tests in a real terminal share: tmux is the terminal.

setup() {
	command -v tmux >/dev/null || skip 'tmux is not installed'
	socket="smtpexplore-$$-$BATS_TEST_NUMBER"
	unset TMUX
}

teardown() {
	tmx kill-server 2>/dev/null || true
}

tmx() {
	tmux -L "$socket" -f /dev/null "$@"
}

# Starts a shell in a terminal: COLUMNSxROWS, then what to type into it.
start() {
	local size="$1"

	shift
	tmx new-session -d -x "${size%x*}" -y "${size#*x}" 'exec bash --norc --noprofile -i'
	tmx set-option -g set-clipboard on
	type_line "PS1='\$ '; clear"
	wait_for '^\$'
	type_line "$*"
}

type_line() {
	tmx send-keys -l "$*"
	tmx send-keys Enter
}

keys() {
	tmx send-keys "$@"
}

# A line feed with more input behind it would be text: wait until it was taken.
search_for() {
	keys /
	tmx send-keys -l "$1"
	wait_for "^/$1"
	keys Enter
	wait_gone '^/'
}

show() {
	tmx capture-pane -p "$@"
}

# Waits until a line of the screen matches.
wait_for() {
	for _ in $(seq 200); do
		show 2>/dev/null | grep -q -e "$1" && return 0
		sleep 0.05
	done
	echo "never seen: $1"
	show | grep .
	return 1
}

# Waits until no line of the screen matches.
wait_gone() {
	for _ in $(seq 200); do
		show | grep -q -e "$1" || return 0
		sleep 0.05
	done
	echo "still there: $1"
	show | grep .
	return 1
}

# What starts the program there.
export run_it='"$SMTPEXPLORE"'
