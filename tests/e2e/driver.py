"""Starts the program, and finds, clicks and types as a person or a screen reader does."""

import atexit
import os
import signal
import subprocess
import time

from desk import Atspi, Failed, GLib, end, expect, run, wait_for


class Program:
    """One run of the program."""

    def __init__(self, binary, home, *args):
        for folder in ("", "config", "data", "cache", "state"):
            os.makedirs(os.path.join(home, folder), exist_ok=True)
        env = dict(
            os.environ,
            HOME=home,
            PATH=home,  # where there is no zenity for dialogs either
            XDG_CONFIG_HOME=os.path.join(home, "config"),
            XDG_DATA_HOME=os.path.join(home, "data"),
            XDG_CACHE_HOME=os.path.join(home, "cache"),
            XDG_STATE_HOME=os.path.join(home, "state"),
        )
        self.process = subprocess.Popen([binary, *args], env=env, cwd=home)
        atexit.register(end, self.process)
        self.root = wait_for("the program on the accessibility bus", self._application)
        self.to_front()

    def to_front(self):
        """Gives its window the keyboard."""
        self.window = wait_for("its window in front", self._in_front)

    def _in_front(self):
        pid = str(self.process.pid)
        found = run("xdotool", "search", "--all", "--onlyvisible", "--pid", pid, "--name", "Throughline").split()
        if not found:
            return None
        run("xdotool", "windowactivate", found[-1])
        time.sleep(0.1)
        return found[-1] if run("xdotool", "getactivewindow").strip() == found[-1] else None

    def _application(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app and app.get_process_id() == self.process.pid and app.get_child_count():
                return app
        return None

    def nodes(self):
        """Everything on the screen, in reading order."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            if node is None:
                continue
            yield node
            waiting.extend(node.get_child_at_index(at) for at in reversed(range(node.get_child_count())))

    def query(self, name, role=None, holding="", last=False):
        """The first node that is called `name`, or else whose name begins so; with `last`, the last one."""
        exact, begun = [], []
        for node in self.nodes():
            called = node.get_name() or ""
            if not called.startswith(name) or holding not in called or (role and node.get_role_name() != role):
                continue
            if called == name and not last:
                return node
            (exact if called == name else begun).append(node)
        found = exact or begun
        return found[-1 if last else 0] if found else None

    def find(self, name, role=None):
        return wait_for(f"“{name}” ({role or 'anything'})", lambda: self.query(name, role))

    def names(self, role):
        return wait_for(f"some {role}", lambda: [n.get_name() for n in self.nodes() if n.get_role_name() == role])

    def text(self, entry):
        """What is written in a field."""
        return Atspi.Text.get_text(entry, 0, -1)

    def is_pressed(self, name):
        return wait_for(f"whether {name} is chosen", lambda: [self._is_pressed(name)])[0]

    def _is_pressed(self, name):
        node = self.query(name, "toggle button")
        return node is not None and node.get_state_set().contains(Atspi.StateType.PRESSED)

    def describe(self, out):
        """Writes everything that a screen reader finds."""
        for node in self.nodes():
            box = node.get_component_iface()
            box = box and box.get_extents(Atspi.CoordType.SCREEN)
            where = f"{box.x},{box.y} {box.width}x{box.height}" if box else ""
            has = "*" if node.get_state_set().contains(Atspi.StateType.FOCUSED) else ""
            print(f"{node.get_role_name()}{has} | {node.get_name()} | {where}", file=out)

    def gone(self, name, role=None):
        wait_for(f"“{name}” to go away", lambda: self.query(name, role) is None)

    def says(self, text):
        """Waits until a text stands somewhere on the screen."""
        wait_for(f"the words “{text}”", lambda: any(text in (node.get_name() or "") for node in self.nodes()))

    def key(self, key):
        """Presses a key, and waits: two keys in one picture are not taken in their order where one of them is Tab."""
        run("xdotool", "key", "--clearmodifiers", key)
        self.rest()

    def type(self, text):
        run("xdotool", "type", "--clearmodifiers", "--delay", "12", text)
        self.rest()

    def rest(self):
        """Waits until the window has dealt with all that was sent to it."""
        wait_for("the window at rest", self._rests)

    def _rests(self):
        if self.process.poll() is not None:
            return True
        before = self._turns()
        time.sleep(0.1)
        return before is not None and before == self._turns()

    def _turns(self):
        """How often the window's thread has run, or nothing while it runs or waits for its turn."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        return fields["voluntary_ctxt_switches"] if fields["State"].strip().startswith("S") else None

    def place(self, node):
        """The middle of a node on the screen."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, name, role=None, last=False):
        x, y = wait_for(f"“{name}” in sight", lambda: self._settled(name, role, last))
        run("xdotool", "mousemove", str(x), str(y))
        self.rest()
        # Without a pause in between: a button that is held for long, as a busy window sees it, is no click.
        run("xdotool", "mousedown", "1", "mouseup", "1")
        self.rest()

    def _settled(self, name, role, last):
        """Where a node is, once it stands still in sight; the wheel brings it there."""
        before = self.place(self.query(name, role, last=last))
        time.sleep(0.1)
        after = self.place(self.query(name, role, last=last))
        if after != before:
            return None
        frame = self.root.get_child_at_index(0).get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        above, below = frame.y + 8, frame.y + frame.height - 50
        if above < after[1] < below or "dialog" in (name, role):
            return after
        run("xdotool", "mousemove", str(after[0]), str((above + below) // 2), "click", "5" if after[1] >= below else "4")
        time.sleep(0.2)
        return None

    def drag(self, start, end):
        run("xdotool", "mousemove", str(start[0]), str(start[1]))
        run("xdotool", "mousedown", "1")
        for step in range(1, 16):
            x = start[0] + (end[0] - start[0]) * step // 15
            y = start[1] + (end[1] - start[1]) * step // 15
            run("xdotool", "mousemove", str(x), str(y))
            time.sleep(0.03)
        run("xdotool", "mouseup", "1")
        self.rest()

    def focused(self):
        """What has the keyboard."""
        return wait_for("the tree at rest", lambda: [self._focused()])[0]

    def _focused(self):
        for node in self.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role_name() != "frame":
                return node
        return None

    def tab_to(self, name, role=None, back=False, limit=120):
        """Moves the keyboard with Tab until it is on what begins with `name`."""
        tab = "shift+Tab" if back else "Tab"
        seen = []
        with Focus() as focus:
            now = self.focused()
            for _ in range(limit):
                seen.append(described(now))
                if is_called(seen[-1], name, role):
                    # What was heard may be of an earlier key, with another still to come.
                    self.rest()
                    now = self.focused()
                    if is_called(described(now), name, role):
                        return
                now = focus.after(lambda: run("xdotool", "key", "--clearmodifiers", tab)) or self.focused()
        raise Failed(f"Tab never came to “{name}”, but to {seen}")

    def ticks(self):
        """How much work the processor did for the program so far."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def check_idle(self, place, seconds=3.0, patience=12.0):
        """Nobody touches anything: then the program does nothing at all, for some seconds on end."""
        end = time.monotonic() + patience
        since, before = time.monotonic(), self.ticks()
        seen = []
        while time.monotonic() - since < seconds:
            time.sleep(0.25)
            now = self.ticks()
            if now - before > 1:
                seen.append(now - before)
                since, before = time.monotonic(), now
            if time.monotonic() > end:
                raise Failed(f"the program is never idle in {place}: {seen} ticks")

    def close_window(self):
        run("wmctrl", "-i", "-c", self.window)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ended(self):
        return wait_for("the program to end", lambda: (self.process.poll() is not None) and [self.process.returncode])[0]


def described(node):
    try:
        return ("", "") if node is None else (node.get_name() or "", node.get_role_name())
    except GLib.GError:  # it went away meanwhile
        return ("", "")


def is_called(named, name, role):
    return named[0].startswith(name) and role in (None, named[1])


class Focus:
    """Hears where the keyboard goes."""

    def __enter__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:state-changed:focused")
        return self

    def _hear(self, event):
        # From the last control to the first, the keyboard passes the window itself.
        if event.detail1 and event.source.get_role_name() != "frame":
            self.heard.append(event.source)

    def after(self, act, patience=0.5):
        """Does something, and returns what then has the keyboard, if that is heard."""
        self._pump()
        self.heard.clear()
        act()
        end = time.monotonic() + patience
        while not self.heard and time.monotonic() < end:
            self._pump()
            time.sleep(0.01)
        return self.heard[-1] if self.heard else None

    def _pump(self):
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def __exit__(self, *_):
        self.listener.deregister("object:state-changed:focused")
