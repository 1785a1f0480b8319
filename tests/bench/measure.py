"""How each kind of figure is taken; README.md says why so."""

import os
import re
import statistics
import subprocess
import tempfile
import time


class Session:
    """What typist said: an answer for the start and one for each KEYS."""

    def __init__(self, said):
        *answers, memory = said.splitlines()
        answers = [tuple(map(float, line.split())) for line in answers]
        self.start, self.answers = answers[0][1], answers[1:]
        self.memory = int(memory.split()[1])

    def times(self, first, last):
        """Gives the microseconds to the last byte of answers first to last - 1."""
        return [answer[1] for answer in self.answers[first:last]]


class Bench:
    """The programs that are measured, and the environment they run in."""

    def __init__(self, tools, program, localedir, language=""):
        self.tools, self.program, self.localedir = tools, program, localedir
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": "/nonexistent", "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "SMTPEXPLORE_LOCALEDIR": localedir,
        }
        if language:
            self.environment["LANGUAGE"] = language

    def speaking(self, language):
        """Gives the same bench in another language."""
        return Bench(self.tools, self.program, self.localedir, language)

    def tool(self, name):
        return os.path.join(self.tools, name)

    def run(self, *command):
        """Runs a command; gives what it printed, and what it said besides."""
        done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, encoding="utf-8", check=True)
        return done.stdout, done.stderr

    def stopwatch(self, runs, *commands):
        """Gives (microseconds, KiB) of each command; they take turns. A command
        that fails is an OSError."""
        arguments = [self.tool("stopwatch"), str(runs)]
        for number, command in enumerate(commands):
            arguments += ["--"] * (number > 0) + list(command)
        lines = [line.split() for line in self.run(*arguments)[0].splitlines()]
        if any(status != "0" for _, _, status in lines):
            raise OSError(f"a command failed: {commands}")
        return [(float(time), int(memory)) for time, memory, _ in lines]

    def instructions(self, *command):
        """Gives the instructions of a run, without those of the kernel."""
        _, said = self.run("valgrind", "--tool=callgrind",
                           "--callgrind-out-file=/dev/null", *command)
        return int(re.search(r"Collected : (\d+)", said)[1])

    def system_calls(self, *command):
        """Gives the number of system calls of a run, from exec to exit."""
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as log:
            self.run("strace", "-o", log.name, *command)
            return sum(bool(re.match(r"\w+\(", line)) for line in log)

    def typist(self, size, keys, command, quiet=20):
        """Gives the Session of somebody who types keys at a program."""
        return Session(self.run(self.tool("typist"), size, str(quiet), *keys, "--",
                                *command)[0])

    def sessions(self, count, size, keys, *commands, quiet=20):
        """Gives count sessions with each command; they take turns."""
        turns = [[self.typist(size, keys, command, quiet) for command in commands]
                 for _ in range(count)]
        return list(zip(*turns))


def median_time(sessions, first, last):
    """Gives the median time to the last byte, over sessions and keys."""
    return statistics.median(time for session in sessions
                             for time in session.times(first, last))


def cells(screen):
    """Splits a screen as tmux captures it into rows of (letter, look)."""
    rows = []
    for line in screen.split("\n"):
        row, look = [], ""
        for sgr, letter in re.findall(r"\x1b\[([0-9;]*)m|([^\x1b])", line):
            if letter:
                row.append((letter, look))
            else:
                look = sgr if sgr not in ("", "0", "39", "49") else ""
        rows.append(row + [(" ", "")] * (400 - len(row)))
    return rows


def screens(bench, size, keys, command):
    """Gives the screen of a program, in tmux, at its start and after each of the keys."""
    rows, columns = size.split("x")
    tmux = ["tmux", "-L", f"bench-{os.getpid()}", "-f", "/dev/null"]
    names = ("LANG", "LANGUAGE", "SMTPEXPLORE_LOCALEDIR", "PATH", "HOME")
    variables = [f"{name}={bench.environment[name]}" for name in names
                 if name in bench.environment]
    shown = []

    def settle():
        before, now = None, ""
        while before != now or not now.strip():
            time.sleep(0.1)
            before, now = now, bench.run(*tmux, "capture-pane", "-p", "-e", "-N")[0]
        shown.append(cells(now))

    bench.run(*tmux, "new-session", "-d", "-x", columns, "-y", rows, "env", *variables,
              *command, ";", "set", "status", "off")
    try:
        settle()
        for key in keys:
            bench.run(*tmux, "send-keys", "-l", key)
            settle()
    finally:
        bench.run(*tmux, "kill-server")
    return shown


def changed_cells(before, after):
    """Counts the cells that two screens do not share."""
    return sum(old != new for row, other in zip(before, after)
               for old, new in zip(row, other))
