"""measured.py [--until TEXT] PROGRAM ARGUMENT...

Runs a program and passes on what it writes. The last line is its time in seconds, the most memory it had, in KB, and the time of processors that it
took, in seconds: until it ended, or, with --until, until it wrote a line that begins with the text; it is then stopped.
"""
import os
import re
import signal
import subprocess
import sys
import time

command, until = sys.argv[1:], None
if command[0] == "--until":
    until, command = command[1], command[2:]
start = time.perf_counter()
process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
for line in process.stdout:
    if until is not None and line.startswith(until):
        seconds = time.perf_counter() - start
        with open(f"/proc/{process.pid}/status") as status:
            now = re.search(r"VmHWM:\s+(\d+)", status.read())
        os.kill(process.pid, signal.SIGKILL)
        _, _, usage = os.wait4(process.pid, 0)
        # A program that has just ended by itself has no memory of its own to ask for any more.
        peak, code = int(now[1]) if now else usage.ru_maxrss, 0
        sys.stdout.write(line)
        break
    sys.stdout.write(line)
else:
    _, ended, usage = os.wait4(process.pid, 0)
    seconds, peak, code = time.perf_counter() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(ended)
    if until is not None and code == 0:
        sys.stderr.write(f"no line begins with {until!r}\n")
        code = 1
print(f"measured {seconds:.6f} {peak} {usage.ru_utime + usage.ru_stime:.6f}")
sys.exit(1 if code else 0)
