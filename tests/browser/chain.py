"""The chain that Groundwork is for, told once: from a report to a decision. Any walker can walk it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from playwright.sync_api import Page

from app.core import clock
from tests.browser.months import months_before
from tests.browser.walker import Walker

PAIN = "The letter names a room that was moved in spring"
ANSWER = "You are right. We print the new room from Monday on."
REASON = "Say who can change the rule."
GRANT = "Two more desks cannot wait for the budget."
Meter = Callable[[Walker], None]


@dataclass
class Chain:
    """The people, their office, and what comes into being on the way."""

    office: str
    slug: str
    colleague: Walker
    champion: Walker
    program: Walker
    leader: Walker
    pain_point: str = field(init=False, default="")
    plan: str = field(init=False, default="")
    measure: str = field(init=False, default="")
    report: str = field(init=False, default="")
    request: str = field(init=False, default="")

    def walk(self, see_the_meter: Meter) -> None:
        self._report_a_pain_point()
        self._start_the_plan()
        self._answer_and_link()
        self._promise()
        self._write_the_plan(see_the_meter)
        self._return_and_revise()
        self._accept()
        self._do_a_milestone()
        self._measure()
        self._publish()
        self._ask()
        self._decide()
        self._read_what_came()

    def look(self, faults: Callable[[Page], list[str]]) -> list[str]:
        """What is wrong with the pages that came into being, as the champion sees them."""
        wrong, person = [], self.champion
        more = (f"{self.plan}/preview", f"{self.plan}/versions/1", f"{self.plan}/measures")
        for path in (self.pain_point, self.plan, *more, self.measure, self.report, self.request):
            person.open(path)
            wrong += faults(person.page)
        return wrong

    def _report_a_pain_point(self) -> None:
        person = self.colleague
        person.open(f"/report/{self.slug}")
        person.write("happening", PAIN)
        person.choose("frequency", "daily")
        person.choose("customers", "1-5")
        person.choose("channel", "mail")
        person.choose("who", "name")
        person.press("Send report", then=PAIN)
        self.pain_point = person.path

    def _start_the_plan(self) -> None:
        person = self.champion
        person.open("/plans")
        person.press(f"Start the plan of {self.office}, This cycle")
        self.plan = person.path.removesuffix("/edit")

    def _answer_and_link(self) -> None:
        person = self.champion
        person.open("/today")
        person.follow(PAIN)
        person.write("words", "I have read it and ask the print shop.")
        person.press("Send: I have read it")
        person.write("words", ANSWER)
        person.press("Accept and send", then=ANSWER)
        person.choose("plan", self.plan.removeprefix("/plans/"))
        person.press("Link", then=self.plan.removeprefix("/plans/"))

    def _promise(self) -> None:
        """A measure and a milestone, in the draft."""
        person, today = self.champion, clock.now().date()
        person.open(f"{self.plan}/measures")
        person.follow("New measure")
        person.write("name", f"Days to a signed order, {self.office}")
        person.choose("kind", "outcome")
        person.choose("unit", "days")
        person.choose("direction", "down")
        person.choose("cadence", "month")
        person.write("baseline", "72")
        person.write("target", "1")
        person.write_day("target_on", today + timedelta(days=200))
        person.write("source_name", "Case system")
        person.write_day("source_from_on", months_before(24)[0])
        person.press("Make the measure")
        person.open(f"{self.plan}/measures")
        person.follow(f"Open Days to a signed order, {self.office}")
        self.measure = person.path
        person.open(f"{self.plan}/milestones")
        person.follow("Add a milestone")
        person.write("name", "First desk writes orders")
        person.write_day("due_on", today + timedelta(days=20))
        person.write("owner", "Desk 4")
        person.write("shown_by", "Ten orders written at the desk.")
        person.press("Promise it", then="First desk writes orders")

    def _write_the_plan(self, see_the_meter: Meter) -> None:
        person = self.champion
        person.open(f"{self.plan}/edit")
        person.write("title", f"An order in one day at {self.office}")
        person.write("outcome", "A signed order on the day they ask for it.")
        person.write("mission", "So that children eat.")
        person.write("customers", "Parents who apply.")
        person.write("problem", "They wait 72 days, and the letter names a room that was moved.\n\n" * 6)
        see_the_meter(person)
        person.write("today_days", "72")
        person.write("after_days", "1")
        person.write("changes-0-what", "The desk writes the order itself.")
        person.choose("changes-0-kind", "policy")
        person.write("risks", "If it fails, the court writes again.")
        person.press("Save")
        person.press("Submit version 1")
        person.open(f"{self.plan}/versions/1")
        person.reads("Submitted")

    def _return_and_revise(self) -> None:
        office, person = self.program, self.champion
        office.open(f"{self.plan}/versions/1")
        office.write("reasons", REASON)
        office.press("Return with these reasons")
        person.open(f"{self.plan}/versions/1")
        person.reads(REASON)
        person.open(self.plan)
        person.press("Start version 2")
        person.open(f"{self.plan}/edit")
        person.write("changes-0-rule_owner", "The head of the office")
        person.press("Submit version 2")

    def _accept(self) -> None:
        office = self.program
        office.open(f"{self.plan}/versions/2")
        office.press("Accept version 2")
        office.open(self.plan)
        office.paper("The two pages, PDF")

    def _do_a_milestone(self) -> None:
        person = self.champion
        person.open(f"{self.plan}/milestones")
        person.follow("First desk writes orders")
        person.follow("Done")
        person.write_day("done_on", clock.now().date())
        person.write("evidence", "Twelve orders, counted on the list of desk 4.")
        person.press("Note that it is done", then="Twelve orders, counted on the list of desk 4.")

    def _measure(self) -> None:
        person, months = self.champion, months_before(10)
        numbers = [72, 70, 74, 71, 73, 72, 71, 2, 1, 1]
        person.open(self.measure)
        person.follow("Paste a table")
        person.write("text", "\n".join(f"{month:%Y-%m};{days}" for month, days in zip(months, numbers, strict=True)))
        person.press("Look at what it would do", then="Nothing is saved yet.")
        person.press("Save 10 numbers")
        person.unfold("Note a change")
        person.write_day("happened_on", months[7])
        person.write("name", "Desks write orders")
        person.press("Note the change", then="Desks write orders")

    def _publish(self) -> None:
        person = self.champion
        person.open("/reports/new")
        if not person.page.locator("main [name=scope][value=plan]").is_checked():
            person.choose("scope", "plan")
        person.choose("plan", self.plan.removeprefix("/plans/"))
        person.choose("period", "cycle")
        person.press("Gather and begin")
        person.write("went_well", "Orders come on the same day.")
        person.press("Save")
        person.press("Publish", then="Orders come on the same day.")
        self.report = person.path
        person.paper("PDF")

    def _ask(self) -> None:
        person = self.champion
        person.open("/funding")
        person.follow(f"Ask for {self.plan.removeprefix('/plans/')}")
        person.choose("round_id", person.page.locator("#round_id option").last.get_attribute("value") or "")
        person.write("title", f"Two desks for {self.office}")
        person.write("positions", "2")
        person.write("for_what", "Two caseworkers.")
        person.write("if_no", "Families keep waiting.")
        for name in ("reports", "measures"):
            if not person.field(name).is_checked():
                person.choose(name, person.field(name).get_attribute("value") or "")
        person.press("Save the draft")
        person.press("Submit to the leaders", then="Reports it rests on")
        self.request = person.path

    def _decide(self) -> None:
        person = self.leader
        person.open("/funding")
        person.follow(f"Two desks for {self.office}")
        person.reads(self.report.removeprefix("/reports/"))
        person.choose("outcome", "approved")
        person.write("reason", GRANT)
        person.write("password", "four quiet words here")
        person.press("Sign: approve 2 positions", then=GRANT)
        person.paper("Letter 1, PDF")

    def _read_what_came(self) -> None:
        self.colleague.open("/my-reports")
        self.colleague.reads(ANSWER)
        self.champion.open(self.request)
        self.champion.reads(GRANT)
