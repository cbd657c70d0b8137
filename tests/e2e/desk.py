"""A desktop of its own for one program: a display, a session with its bus, a window manager, the accessibility bus."""

import atexit
import os
import shutil
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 30.0

# A portal without file dialogs, which takes as long to say so as on a busy machine.
NO_PORTAL = """[D-BUS Service]
Name=org.freedesktop.portal.Desktop
Exec=/bin/sh -c "sleep 0.4; exit 1"
"""


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


def expect(holds, told):
    if not holds:
        raise Failed(told)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    expect(done.returncode == 0, f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def keep_apart(folder):
    """Forgets the desktop that runs the tests, and makes a place for the sockets of this one.

    The accessibility bus listens in XDG_RUNTIME_DIR, and without one in the home folder, always under the same name.
    Two desktops that share the folder take that name from each other: programs then come onto the bus of the other
    one, and onto none at all once either of the two has ended, since it takes the socket with it.
    """
    for name in ("WAYLAND_DISPLAY", "WAYLAND_SOCKET", "AT_SPI_BUS_ADDRESS", "SESSION_MANAGER", "XAUTHORITY"):
        os.environ.pop(name, None)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    services = os.path.join(folder, "dbus-1", "services")
    os.makedirs(services, exist_ok=True)
    with open(os.path.join(services, "org.freedesktop.portal.Desktop.service"), "w") as file:
        file.write(NO_PORTAL)
    os.environ.update(XDG_RUNTIME_DIR=folder, LIBGL_ALWAYS_SOFTWARE="1", LC_ALL="C.UTF-8")


def switch_on_accessibility():
    """Asks the bus, which starts its service, so that no second one with another opinion can be the first."""
    yes = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    address = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.set_exit_on_close(False)
    bus.call_sync(*address, yes, None, Gio.DBusCallFlags.NONE, 15000, None)


def end(process):
    if process.poll() is None:
        process.terminate()
        process.wait()


class Screen:
    """Starts every part once the one before can be used."""

    def __init__(self, folder, size="1400x900"):
        keep_apart(folder)
        xvfb = ["Xvfb", "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset", "-displayfd"]
        os.environ["DISPLAY"] = ":" + self._told(xvfb, "{}")
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._told(bus, "--print-address={}")
        self._start(["openbox"])
        wait_for("the window manager", lambda: run("wmctrl", "-m"))
        switch_on_accessibility()
        Atspi.set_timeout(5000, 15000)
        wait_for("the accessibility bus", lambda: Atspi.init() in (0, 1) and Atspi.get_desktop(0))

    def _start(self, command, **more):
        part = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
        atexit.register(end, part)

    def _told(self, command, argument):
        """Starts a part of the desktop, and returns the line that it writes once it can be used."""
        read, write = os.pipe()
        self._start([*command, argument.format(write)], pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as line:
            told = line.readline().strip()
        expect(told, f"{command[0]} did not start")
        return told

    def picture(self):
        """Keeps what the screen shows, and says where."""
        path = os.path.join(os.environ.get("E2E_PICTURES", "/tmp"), "window.png")
        if shutil.which("import") is None:
            return "no picture: ImageMagick is not there"
        done = subprocess.run(["import", "-window", "root", path], capture_output=True, text=True)
        return f"picture: {path}" if done.returncode == 0 else done.stderr
