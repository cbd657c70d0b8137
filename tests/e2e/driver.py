"""Starts the program on a display of its own, and finds, clicks and types as a person or a screen reader does."""

import os
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30.0


class Failed(Exception):
    """What the script expected and did not see."""


def wait_for(what, look, patience=PATIENCE):
    """Waits until `look` finds something, and returns it."""
    end = time.monotonic() + patience
    while True:
        try:
            found = look()
        except Exception as gone:  # parts of the tree come and go while it is read
            found, last = None, gone
        else:
            last = None
        if found:
            return found
        if time.monotonic() > end:
            raise Failed(f"waited in vain for {what}" + (f" ({last})" if last else ""))
        time.sleep(0.05)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Screen:
    """A display with a window manager and the accessibility bus."""

    def __init__(self, size="1280x800"):
        read, write = os.pipe()
        self.parts = [
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp"],
                pass_fds=[write],
                stderr=subprocess.DEVNULL,
            )
        ]
        os.close(write)
        with os.fdopen(read) as number:
            os.environ["DISPLAY"] = ":" + number.readline().strip()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.parts.append(subprocess.Popen(["openbox"], **quiet))
        launcher = "/usr/libexec/at-spi-bus-launcher"
        self.parts.append(subprocess.Popen([launcher, "--launch-immediately", "--a11y=1"], **quiet))
        wait_for("the accessibility bus", lambda: Atspi.init() in (0, 1) and Atspi.get_desktop(0))

    def close(self):
        for part in reversed(self.parts):
            part.terminate()
            part.wait()


class Program:
    """One run of the program."""

    def __init__(self, binary, home, *args):
        for folder in ("", "config", "data", "cache", "state"):
            os.makedirs(os.path.join(home, folder), exist_ok=True)
        env = dict(
            os.environ,
            HOME=home,
            XDG_CONFIG_HOME=os.path.join(home, "config"),
            XDG_DATA_HOME=os.path.join(home, "data"),
            XDG_CACHE_HOME=os.path.join(home, "cache"),
            XDG_STATE_HOME=os.path.join(home, "state"),
        )
        self.process = subprocess.Popen([binary, *args], env=env, cwd=home)
        self.root = wait_for("the program on the accessibility bus", self._application)
        search = ("xdotool", "search", "--onlyvisible", "--name", "Throughline")
        self.window = wait_for("its window", lambda: run(*search).split())[-1]
        wait_for("the keyboard", lambda: run("xdotool", "windowactivate", "--sync", self.window) == "")

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

    def query(self, name, role=None):
        """The first node whose name begins with `name`."""
        for node in self.nodes():
            if (node.get_name() or "").startswith(name) and (role is None or node.get_role_name() == role):
                return node
        return None

    def find(self, name, role=None):
        return wait_for(f"“{name}” ({role or 'anything'})", lambda: self.query(name, role))

    def gone(self, name, role=None):
        wait_for(f"“{name}” to go away", lambda: self.query(name, role) is None)

    def says(self, text):
        """Waits until a text stands somewhere on the screen."""
        wait_for(f"the words “{text}”", lambda: any(text in (node.get_name() or "") for node in self.nodes()))

    def key(self, *keys):
        for one in keys:
            run("xdotool", "key", "--clearmodifiers", one)
            time.sleep(0.05)

    def type(self, text):
        run("xdotool", "type", "--clearmodifiers", "--delay", "12", text)
        time.sleep(0.1)

    def place(self, node):
        """The middle of a node on the screen."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, name, role=None):
        x, y = wait_for(f"“{name}” in sight", lambda: self._settled(name, role))
        run("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.05)
        run("xdotool", "click", "1")
        time.sleep(0.15)

    def _settled(self, name, role):
        """Where a node is, once it stands still."""
        node = self.query(name, role)
        before = self.place(node)
        time.sleep(0.1)
        return before if self.place(self.query(name, role)) == before else None

    def drag(self, start, end):
        run("xdotool", "mousemove", str(start[0]), str(start[1]))
        run("xdotool", "mousedown", "1")
        for step in range(1, 16):
            x = start[0] + (end[0] - start[0]) * step // 15
            y = start[1] + (end[1] - start[1]) * step // 15
            run("xdotool", "mousemove", str(x), str(y))
            time.sleep(0.03)
        run("xdotool", "mouseup", "1")
        time.sleep(0.2)

    def focused(self):
        """The name of what has the keyboard."""
        for node in self.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role_name() != "frame":
                return node.get_name() or ""
        return ""

    def tab_to(self, name, limit=200):
        """Moves the keyboard with Tab until it is on what begins with `name`."""
        seen = []
        for _ in range(limit):
            seen.append(self.focused())
            if seen[-1].startswith(name):
                return
            self.key("Tab")
        raise Failed(f"Tab never came to “{name}”, but to {seen}")

    def close_window(self):
        run("wmctrl", "-i", "-c", self.window)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ended(self):
        return wait_for("the program to end", lambda: (self.process.poll() is not None) and [self.process.returncode])[0]
