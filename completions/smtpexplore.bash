# Completion of smtpexplore for bash: options, their values, and codes.

# Prints the enhanced status codes that may continue a word: "X.7" or "5." say of
# which class, and perhaps of which subject.
_smtpexplore_statuses() {
	local program="$1" class="${2%%.*}" rest="${2#*.}" subject subjects

	subjects=$(seq 0 7)
	case $rest in
	*.*) subjects=${rest%%.*} ;;
	esac
	for subject in $subjects; do
		# "X.7.1<tab>title", or "5.7.133 to 5.7.136<tab>title".
		"$program" --list "$class.$subject" 2>/dev/null </dev/null |
			sed -E "s/^X/$class/; s/[^0-9.X].*//"
	done
}

_smtpexplore() {
	local program="$1" current="${COMP_WORDS[COMP_CWORD]}" option='' word i
	local codes=() after_option='' most=2

	# bash makes a word of the "=" in --color=auto.
	if [ "$current" = '=' ]; then
		option="${COMP_WORDS[COMP_CWORD - 1]}" current=''
	elif [ "$COMP_CWORD" -gt 2 ] && [ "${COMP_WORDS[COMP_CWORD - 1]}" = '=' ]; then
		option="${COMP_WORDS[COMP_CWORD - 2]}"
	elif [ "$COMP_CWORD" -gt 1 ]; then
		option="${COMP_WORDS[COMP_CWORD - 1]}"
	fi

	COMPREPLY=()
	case $option in
	-f | --file)
		compopt -o filenames
		mapfile -t COMPREPLY < <(compgen -f -- "$current")
		return
		;;
	--color)
		mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current")
		return
		;;
	--lang)
		mapfile -t COMPREPLY < <(compgen -W "$("$program" --list-languages 2>/dev/null |
			cut -f1)" -- "$current")
		return
		;;
	-s | --search | --width)
		return
		;;
	esac

	case $current in
	-*)
		mapfile -t COMPREPLY < <(compgen -W '-f --file= -t --text -j --json -l --list
			-s --search= --lang= --list-languages --color= --width= --ascii
			-h --help -V --version' -- "$current")
		[ "${#COMPREPLY[@]}" -ne 1 ] || [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace
		return
		;;
	esac

	# Two codes make a comparison, a list takes one, a file none.
	for ((i = 1; i < COMP_CWORD; i++)); do
		word="${COMP_WORDS[i]}"
		case $word in
		-f | --file) return ;;
		-l | --list | -s | --search) most=1 ;;
		esac
		case $word in
		-s | --search | --lang | --color | --width) after_option=yes ;;
		'=') ;;
		-*) after_option='' ;;
		*)
			[ -n "$after_option" ] || codes+=("$word")
			after_option=''
			;;
		esac
	done
	[ "${#codes[@]}" -lt "$most" ] || return
	case $current in
	[245Xx].*)
		current="${current/#x/X}"
		word="$(_smtpexplore_statuses "$program" "$current")"
		;;
	*) word="$("$program" --list 2>/dev/null </dev/null | cut -f1)" ;;
	esac
	mapfile -t COMPREPLY < <(compgen -W "$word" -X "${codes[0]-}" -- "$current")
}

complete -F _smtpexplore smtpexplore
