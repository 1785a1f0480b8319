#!/usr/bin/env python3
"""A terminal that misbehaves: runs a program on a pty, takes the steps in turn, and
says which of them failed.

    terminal.py STEP... -- PROGRAM ARGUMENT...

    size=COLUMNSxROWS     of the terminal, before the start; resizes it later
    expect=TEXT           waits until the program has written TEXT, since the last expect
    absent=TEXT           all that the program has written so far is without TEXT
    ascii                 all that the program has written so far is ASCII
    colorless             and without a color
    keys=TEXT             types; \\e and its like are understood, here as in TEXT
    flood=COUNT           types so many letters
    quick=TEXT,LIMIT      types, and wants an answer within LIMIT milliseconds
    slow=TEXT,LIMIT       types, and wants no answer within LIMIT milliseconds
    settle                waits until the program paints no more
    idle                  wants a program that neither writes nor wakes up
    stall                 takes no more output, until the program is stuck in writing
    flow                  takes output again
    asleep                waits until the program waits, in a write or for keys
    pause=MILLISECONDS    nothing is typed
    signal=NAME           sends a signal
    stopped               waits until the program has stopped
    cooked                sets the modes that a shell would set
    raw                   wants the modes that a screen needs
    hangup                closes the terminal
    exit=STATUS           waits for the end, by a status or the name of a signal
    restored              the terminal is as it was: modes, flags, screen, cursor, mouse

With IGNORE in the environment the program starts with these signals ignored, with FULL on
a terminal that takes no output already; MOST_CPU is for a session that has much to compute.
"""
import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import sys
import termios
import time

PATIENCE = 20      # seconds for anything that has to happen
QUIET = 0.15       # seconds without output: the program waits
END = 5            # seconds for an end; a program that spins takes all of them
# Seconds that a session may compute, sanitizers included.
MOST_CPU = float(os.environ.get("MOST_CPU", 2))
# What a program switches on, and what switches it off again.
ON_AND_OFF = [
    (b"\033[?1049h", b"\033[?1049l"),
    (b"\033[?2004h", b"\033[?2004l"),
    (b"\033[?1h", b"\033[?1l"),
    (b"\033[?25l", b"\033[?25h", b"\033[?12l\033[?25h", b"\033[34h\033[?25h"),
    (b"\033[?1006;1000h", b"\033[?1006;1000l", b"\033[?1000l\033[?1006l"),
]


class Failure(Exception):
    pass


def size_of(text):
    columns, rows = text.split("x")
    return struct.pack("HHHH", int(rows), int(columns), 0, 0)


def unescape(text):
    return (text.replace("\\e", "\033").encode()
            .decode("unicode_escape").encode("latin-1"))


class Terminal:
    def __init__(self, size, program):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, size_of(size))
        self.modes = termios.tcgetattr(self.slave)
        self.flags = fcntl.fcntl(self.slave, fcntl.F_GETFL)
        self.output, self.seen, self.reading = b"", 0, True
        if os.environ.pop("FULL", ""):
            self.fill()
        self.program = os.fork()
        if self.program == 0:
            self.become(program)
        os.set_blocking(self.master, False)

    def fill(self):
        """Makes the terminal take no output."""
        self.reading = False
        os.set_blocking(self.slave, False)
        # The system makes room once more when it hands on what was written.
        refused = 0
        while refused < 10:
            try:
                os.write(self.slave, b"." * 1000)
                refused = 0
            except BlockingIOError:
                refused += 1
                time.sleep(0.02)
        os.set_blocking(self.slave, True)

    def become(self, program):
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
        for name in os.environ.pop("IGNORE", "").split():
            signal.signal(getattr(signal, "SIG" + name), signal.SIG_IGN)
        for name in ("SIGPIPE", "SIGXFSZ"):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        # With STDIN the program keeps the caller's standard input.
        for fd in range(1 if os.environ.pop("STDIN", "") else 0, 3):
            os.dup2(self.slave, fd)
        os.closerange(3, 100)
        try:
            os.execvp(program[0], program)
        except OSError:
            os._exit(127)

    def read(self, seconds):
        """Takes output for at most so long; tells whether there was some."""
        if not self.reading or self.master < 0:
            time.sleep(seconds)
            return False
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.output += data
        return bool(data)

    def state(self):
        with open(f"/proc/{self.program}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0]

    def wakes(self):
        with open(f"/proc/{self.program}/status") as status:
            return sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)

    def type(self, text):
        data = unescape(text)
        while data:
            self.read(0)
            try:
                data = data[os.write(self.master, data):]
            except BlockingIOError:
                self.read(0.01)

    def until(self, condition, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            self.read(0.02)
        return True

    def do_size(self, value):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, size_of(value))
        os.killpg(self.program, signal.SIGWINCH)

    def do_expect(self, value):
        text = unescape(value)
        if not self.until(lambda: text in self.output[self.seen:]):
            raise Failure(f"it ended with {self.output[-2000:]!r}")
        self.seen = self.output.index(text, self.seen) + len(text)

    def do_absent(self, value):
        if unescape(value) in self.output:
            raise Failure("it is there")

    def do_ascii(self, _):
        if not self.output.isascii():
            raise Failure(f"it is not: {self.output[-2000:]!r}")

    def do_colorless(self, _):
        if re.search(rb"\033\[([0-9]*;)*[349][0-8][;m]", self.output):
            raise Failure("there is a color")

    def do_keys(self, value):
        self.type(value)

    def do_flood(self, value):
        for _ in range(int(value) // 1000):
            self.type("x" * 1000)

    def answer(self, value):
        text, limit = value.rsplit(",", 1)
        self.do_settle()
        start, before = time.monotonic(), len(self.output)
        self.type(text)
        self.until(lambda: len(self.output) > before, int(limit) / 1000)
        return len(self.output) > before, time.monotonic() - start

    def do_quick(self, value):
        answered, seconds = self.answer(value)
        if not answered:
            raise Failure(f"no answer in {seconds:.3f} s")

    def do_slow(self, value):
        answered, seconds = self.answer(value)
        if answered:
            raise Failure(f"an answer after {seconds:.3f} s")

    def do_settle(self, _=None):
        while self.read(QUIET):
            pass

    def do_idle(self, _):
        self.do_settle()
        before = self.wakes()
        if self.read(0.5) or self.wakes() != before:
            raise Failure(f"it woke up {self.wakes() - before} times")

    def do_stall(self, _):
        self.reading = False
        for turn in range(100):
            self.do_size(f"{1000 - turn % 2}x500")
            time.sleep(0.05)
            if not select.select([], [self.slave], [], 0)[1]:
                return
        raise Failure("it never got stuck")

    def do_flow(self, _):
        self.reading = True

    def do_asleep(self, _):
        calm, end = 0, time.monotonic() + PATIENCE
        while calm < 20:
            time.sleep(0.01)
            calm = calm + 1 if self.state() == "S" else 0
            if time.monotonic() > end:
                raise Failure(f"its state is {self.state()}")

    def do_pause(self, value):
        time.sleep(int(value) / 1000)

    def do_signal(self, value):
        number = int(value) if value.isdigit() else getattr(signal, "SIG" + value)
        os.kill(self.program, number)

    def do_stopped(self, _):
        if not self.until(lambda: self.state() == "T"):
            raise Failure(f"its state is {self.state()}")

    def do_cooked(self, _):
        termios.tcsetattr(self.slave, termios.TCSANOW, self.modes)

    def do_raw(self, _):
        if not self.until(lambda: not termios.tcgetattr(self.slave)[3] & termios.ICANON):
            raise Failure("lines are still edited by the terminal")

    def do_hangup(self, _):
        os.close(self.slave)
        os.close(self.master)
        self.master = -1

    def do_exit(self, value):
        ended = []

        def end():
            done = os.wait4(self.program, os.WNOHANG)
            ended.extend(done if done[0] else ())
            return bool(done[0])

        if not self.until(end, END):
            os.kill(self.program, signal.SIGKILL)
            raise Failure("it did not end")
        while self.read(0):
            pass
        code = os.waitstatus_to_exitcode(ended[1])
        name = str(code) if code >= 0 else signame(-code)
        if name not in value.split("|"):
            raise Failure(f"it ended with {name}: {self.output[-500:]!r}")
        if ended[2].ru_utime + ended[2].ru_stime > MOST_CPU:
            raise Failure(f"it computed for {ended[2].ru_utime + ended[2].ru_stime} s")

    def do_restored(self, _):
        self.until(lambda: False, 0.05)
        if termios.tcgetattr(self.slave) != self.modes:
            raise Failure("the modes are not those it found")
        if fcntl.fcntl(self.slave, fcntl.F_GETFL) != self.flags:
            raise Failure("the flags of the descriptor are not those it found")
        for on, *off in ON_AND_OFF:
            if self.output.rfind(on) > max(map(self.output.rfind, off)):
                raise Failure(f"{on!r} was not taken back")


def signame(number):
    try:
        return signal.Signals(number).name[3:]
    except ValueError:
        return f"signal {number}"


def main():
    split = sys.argv.index("--")
    steps, program = sys.argv[1:split], sys.argv[split + 1:]
    size = "80x24"
    if steps and steps[0].startswith("size="):
        size = steps.pop(0)[5:]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    terminal = Terminal(size, program)
    for step in steps:
        name, _, value = step.partition("=")
        try:
            getattr(terminal, "do_" + name)(value)
        except Failure as failure:
            print(f"{step}: {failure}")
            try:
                os.kill(terminal.program, signal.SIGKILL)
            except ProcessLookupError:
                pass
            return 1
    return 0


sys.exit(main())
