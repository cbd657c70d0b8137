"""Two ways to use the program: with the mouse, and with the keyboard alone."""

from desk import Failed, expect, wait_for

PLACES = {"Intake": "1", "Goals": "2", "Modules": "3", "Schedule": "4", "Review": "5", "Document": "6"}
SHORTCUTS = {"New plan": "ctrl+n", "Save": "ctrl+s", "Export PDF…": "ctrl+e"}
PAGES = [
    "Person",
    "In their words",
    "Program and dates",
    "When they can come",
    "Clinical picture",
    "Medication and health",
    "Safety",
    "Scores",
]


class Mouse:
    """Clicks and drags; keys only where something is written."""

    def __init__(self, program):
        self.program = program

    def push(self, name, back=False):
        self.program.click(name)

    def answer(self, name):
        """Pushes a button of a dialog, which stands in front of a button of the same name."""
        self.program.click(name, "push button", last=True)

    def command(self, name):
        if self.program.query(name, "push button"):
            return self.program.click(name, "push button")
        self.program.click("Find or do anything…", "push button")
        field = "Find or do anything…"
        self.program.find(field, "entry")
        self.program.type(name)
        self.program.click(name + ", ", "toggle button")

    def place(self, name):
        self.program.click(name, "toggle button")

    def page(self, name):
        self.program.click(name + ",", "toggle button")

    def fill(self, name, text):
        self.program.click(name, "entry")
        self.program.key("ctrl+a")
        self.program.type(text)
        field = self.program.find(name, "entry")
        wait_for(f"“{text}” in {name}", lambda: self.program.text(field) == text)

    def need(self, name, _search):
        self.program.click(name + ", ", "toggle button")
        wait_for(f"the need {name}", lambda: self.program.query(name + ", ", "toggle button", "no goal yet"))

    def move_session(self, name):
        before = self.program.find(name, "toggle button")
        start, said = self.program.place(before), before.get_name()
        self.program.drag(start, (start[0], start[1] + 56))
        wait_for("the session elsewhere", lambda: self.program.find(name, "toggle button").get_name() != said)
        self.program.says("Undo move ")


class Keys:
    """Tab, arrows, shortcuts and the palette."""

    def __init__(self, program):
        self.program = program

    def push(self, name, back=False):
        self.program.tab_to(name, back=back)
        self.program.key("Return")

    def answer(self, name):
        self.push(name)

    def command(self, name):
        self.program.key(SHORTCUTS[name])

    def place(self, name):
        self.program.key("ctrl+" + PLACES[name])
        wait_for(name, lambda: self.program.is_pressed(name))

    def page(self, name):
        """Turns pages until this one is shown, from wherever we are."""
        for _ in range(len(PAGES)):
            shown = next(page for page in PAGES if self.program.is_pressed(page + ","))
            if shown == name:
                return
            back = PAGES.index(shown) > PAGES.index(name)
            self.program.key("ctrl+Prior" if back else "ctrl+Next")
            wait_for("another page", lambda: not self.program.is_pressed(shown + ","))
        raise Failed(f"no page {name}")

    def fill(self, name, text):
        self.program.tab_to(name, "entry")
        self.program.key("ctrl+a")
        self.program.type(text)
        field = self.program.find(name, "entry")
        wait_for(f"“{text}” in {name}", lambda: self.program.text(field) == text)

    def need(self, name, search):
        """Enter takes the first that the search finds, and leaves the keyboard there for the next."""
        self.program.tab_to("Search needs, diagnoses and codes")
        self.program.type(search)
        self.program.key("Return")
        wait_for(f"the need {name}", lambda: self.program.query(name + ", ", "toggle button", "no goal yet"))

    def move_session(self, name):
        """By Alt and an arrow, then by the form."""
        before = self.program.find(name, "toggle button").get_name()
        self.program.tab_to(name, "toggle button")
        self.program.key("alt+Down")
        self.program.says("Now ")
        moved = self.program.find(name, "toggle button").get_name()
        expect(moved != before, moved)
        self.program.key("Return")
        self.program.tab_to("Start", "entry")
        self.program.key("ctrl+a")
        self.program.type("7:45 PM")
        self.program.tab_to("Save", "push button")
        self.program.key("Return")
        wait_for("the session at its new time", lambda: self.program.query(name, "toggle button", "7:45–8:45 PM"))
