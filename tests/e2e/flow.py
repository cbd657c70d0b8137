"""The whole work on one plan, from an empty home to paper, on the real program: `flow.py BINARY keys|mouse FOLDER`."""

import os
import re
import subprocess
import sys
import traceback
from datetime import date

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Screen, expect, run, wait_for  # noqa: E402
from driver import Program  # noqa: E402
from hands import Keys, Mouse  # noqa: E402

NAME = "Maya Ellison-Example"


class Flow:
    def __init__(self, binary, hands, folder):
        self.binary, self.hands_of = binary, hands
        self.home = os.path.join(folder, "home")
        self.plan = self.first = self.program = self.hands = None

    def start(self, *args):
        self.program = Program(self.binary, self.home, *args)
        self.hands = self.hands_of(self.program)

    def run(self):
        for step in (
            self.welcome,
            self.intake,
            self.goals,
            self.modules,
            self.schedule,
            self.save,
            self.second_window,
            self.crash,
            self.close_with_a_change,
            self.review,
            self.paper,
        ):
            self.step = step.__name__
            step()

    def welcome(self):
        self.start()
        self.program.says("Plan files are not encrypted yet")
        self.program.check_idle("home")
        self.hands.push("I have read this")
        self.program.gone("I have read this")
        self.hands.command("New plan")
        self.program.find("Full legal name", "entry")

    def intake(self):
        self.hands.fill("Full legal name", NAME)
        self.hands.fill("Birth date", "3/5/1988")
        today = date.today()
        self.program.says(f"{today.year - 1988 - ((today.month, today.day) < (3, 5))} years old")
        self.hands.page("Program and dates")
        self.hands.push("Evening program, Mon–Thu, 5:30–8:50 PM")
        self.program.find("First day", "entry")
        self.hands.page("When they can come")
        self.hands.push("Can come at all program times")
        self.program.find("When they can come, complete")
        self.hands.page("Scores")
        self.hands.fill("PHQ-9, 0 to 27", "16")
        self.program.says("Moderately severe")
        self.program.check_idle("the intake")

    def goals(self):
        self.hands.place("Goals")
        self.hands.need("Depression", "depression")
        self.hands.need("Alcohol use", "alcohol use")
        self.hands.push("Draft goals for these needs", back=True)
        self.program.says("2 needs, 2 goals, ")
        self.program.check_idle("the goals")

    def modules(self):
        self.hands.place("Modules")
        self.hands.push("Suggest modules")
        self.program.says(" modules, ")
        self.program.check_idle("the modules")

    def schedule(self):
        self.hands.place("Schedule")
        self.hands.push("Draft calendar")
        self.program.says("How good is this calendar")
        self.program.gone("Keep this one")
        cards = [name for name in self.program.names("toggle button") if re.search(r", \w{3} \d+ \w{3}, \d+:\d\d", name)]
        expect(len(cards) >= 3, f"cards on the board: {cards}")
        self.first = cards[0].split(", ")[0]
        self.hands.move_session("First talk about your health and medicines")
        self.program.check_idle("the schedule")

    def save(self):
        self.hands.command("Save")
        path = self.program.find("Path", "entry")
        self.plan = self.program.text(path)
        expect(self.plan.endswith(".plan.ron") and "maya" in self.plan, self.plan)
        self.hands.answer("Save")
        self.program.says("Saved ")
        expect(os.path.isfile(self.plan), f"no file {self.plan}")

    def second_window(self):
        """Another start with the same file says who has it, and changes nothing."""
        other = Program(self.binary, self.home, self.plan)
        other.says("This plan has been open in another window")
        hands = self.hands_of(other)
        hands.answer("Open read-only")
        other.says("Read-only: open in another window")
        other.close_window()
        expect(other.ended() == 0, "the second window ended with a fault")
        self.program.to_front()

    def crash(self):
        self.change("she/her")
        private = wait_for("the unsaved work on disk", self.unsaved_files)
        self.program.kill()
        self.start()
        self.program.says("The program ended before this was saved")
        expect(self.unsaved_files() == private, "the unsaved work is still there")
        self.hands.answer("Restore")
        self.program.says(NAME)
        self.program.says("Changes not saved")
        self.check_pronouns("she/her")
        self.hands.command("Save")
        self.program.says("Saved ")

    def close_with_a_change(self):
        self.change("they/them")
        self.program.close_window()
        self.program.says("Save the changes?")
        self.hands.answer("Cancel")
        self.program.gone("Save the changes?")
        self.check_pronouns("they/them")
        self.program.close_window()
        self.program.says("Save the changes?")
        self.hands.answer("Save")
        expect(self.program.ended() == 0, "the program ended with a fault")
        self.start(self.plan)
        self.check_pronouns("they/them")
        self.change("ze/hir")
        self.program.close_window()
        self.program.says("Save the changes?")
        self.hands.answer("Don’t save")
        expect(self.program.ended() == 0, "the program ended with a fault")

    def review(self):
        """The first version is signed, and a score of the first review entered; both are saved."""
        self.start(self.plan)
        self.check_pronouns("they/them")
        self.hands.place("Review")
        self.hands.push("Sign")
        self.hands.fill("Name", "Remy Delacroix")
        self.hands.fill("Why there is a new version", "plan at intake")
        self.hands.push("Sign version 1")
        self.program.says("Version 1, in effect")
        self.hands.push("Scores")
        self.hands.fill("AUDIT-C, 0 to 12", "7")
        self.program.key("Return")
        self.program.says("AUDIT-C 7")
        self.program.check_idle("the review")
        self.hands.command("Save")
        self.program.says("Saved ")

    def paper(self):
        self.hands.place("Document")
        self.program.find("Patient", "radio button")
        self.program.check_idle("the document")
        self.hands.command("Export PDF…")
        pdf = self.program.text(self.program.find("Path", "entry"))
        self.hands.answer("Export")
        self.program.says(pdf)
        self.check_paper(pdf)
        self.program.close_window()
        expect(self.program.ended() == 0, "the program ended with a fault")

    def change(self, pronouns):
        self.hands.place("Intake")
        self.hands.page("Person")
        self.hands.fill("Pronouns", pronouns)
        self.program.says("Changes not saved")

    def check_pronouns(self, expected):
        self.hands.place("Intake")
        self.hands.page("Person")
        field = self.program.find("Pronouns", "entry")
        wait_for(f"the pronouns {expected}", lambda: self.program.text(field) == expected)

    def unsaved_files(self):
        """Files for unsaved work, which the program keeps away from the plans folder."""
        found = []
        for folder, _, names in os.walk(self.home):
            found += [os.path.join(folder, name) for name in names if name.endswith(".unsaved")]
        return sorted(found)

    def check_paper(self, pdf):
        words = " ".join(run("pdftotext", pdf, "-").split())
        expect(NAME in words or NAME.split()[0] in words, "the pages name the person")
        expect(self.first in words, f"the pages have the first session, {self.first}")
        pages = int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf)).group(1))
        expect(pages > 3, f"{pages} pages")
        for command in ("check", "verify"):
            done = subprocess.run([self.binary, command, self.plan], capture_output=True, text=True)
            expect(done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")


def report(flow, screen):
    """What stood on the screen when it went wrong."""
    print(f"in the step “{getattr(flow, 'step', 'start')}”", file=sys.stderr)
    traceback.print_exc()
    print(screen.picture(), file=sys.stderr)
    if flow.program is not None:
        flow.program.describe(sys.stderr)


def main():
    binary, way, folder = sys.argv[1:]
    screen = Screen(os.path.join(folder, "run"))
    flow = Flow(os.path.abspath(binary), {"keys": Keys, "mouse": Mouse}[way], folder)
    try:
        flow.run()
    except Exception:
        report(flow, screen)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
