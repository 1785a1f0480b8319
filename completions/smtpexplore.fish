# Completion of smtpexplore for fish: options, their values, and codes with their titles.

# Prints "code<tab>title" for what the word may become.
function __smtpexplore_codes
    set -l program (commandline -opc)[1]
    set -l word (commandline -ct)
    set -l class (string match -r '^[245Xx](?=\.)' -- $word | string upper)
    set -l subjects (seq 0 7)

    if test -z "$class"
        $program --list 2>/dev/null </dev/null
        return
    end
    if set -l subject (string match -rg '^.\.(\d+)\.' -- $word)
        set subjects $subject
    end
    for subject in $subjects
        # A run of codes, "5.7.133 to 5.7.136", begins with its first.
        $program --list $class.$subject 2>/dev/null </dev/null |
            string replace -r '^X' $class | string replace -r '^([0-9.X]+)[^\t]*' '$1'
    end
end

# Tells whether one more code may follow: two make a comparison, a list takes one, a
# file none.
function __smtpexplore_wants_code
    set -l words (commandline -opc)[2..]
    set -l most 2
    set -l codes 0
    set -l value no

    for word in $words
        switch $word
            case '-f*' '--file*'
                return 1
            case -l --list '-s*' '--search*'
                set most 1
        end
        switch $word
            case -s --search --lang --color --width
                set value yes
            case '-*'
                set value no
            case '*'
                test $value = yes; or set codes (math $codes + 1)
                set value no
        end
    end
    test $codes -lt $most
end

complete -c smtpexplore -f
complete -c smtpexplore -n __smtpexplore_wants_code -k -a '(__smtpexplore_codes)'
complete -c smtpexplore -s f -l file -r -F -d 'Explain the replies in a file'
complete -c smtpexplore -s t -l text -d 'Print text instead of opening the explorer'
complete -c smtpexplore -s j -l json -d 'Print one JSON document'
complete -c smtpexplore -s l -l list -d 'List all codes, or those of the pattern'
complete -c smtpexplore -s s -l search -x -d 'List the codes that hold every word'
complete -c smtpexplore -l lang -x -a '(smtpexplore --list-languages 2>/dev/null)' -d 'Speak this language'
complete -c smtpexplore -l list-languages -d 'List the languages the program speaks'
complete -c smtpexplore -l color -x -a 'auto always never' -d 'When to use colors'
complete -c smtpexplore -l width -x -d 'Wrap text to so many columns'
complete -c smtpexplore -l ascii -d 'Draw lines and marks with ASCII characters'
complete -c smtpexplore -s h -l help -d 'Show a short help'
complete -c smtpexplore -s V -l version -d 'Show the version'
