"""The procedure as a table: who takes which step, by which provision, from where to where."""

from __future__ import annotations

from innov_consortium.core.changes import ChangeReported
from innov_consortium.core.events import (
    ApplicationWithdrawn,
    Ended,
    EndRequested,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
    ResultNotified,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Actor, Party, Step

from innov_policy_shuiyun import art07_filing, art09_changes, art10_evaluation, art12_ending
from innov_policy_shuiyun.art13_bars import CONDITIONS as NOT_BARRED
from innov_policy_shuiyun.bodies import BUREAU
from innov_policy_shuiyun.events import AnnualReportSubmitted, Returned

__all__ = ["ACTORS", "STEPS"]

ACTORS = (
    Actor(role="bureau", names=BUREAU),
    Actor(role="lead", party=Party.LEAD),
    Actor(role="members", party=Party.MEMBERS),
)

_ON_FILE = (Phase.RECOGNISED,)

STEPS = (
    Step(
        name="file",
        provision="art7.p1.s1a",
        event=Filed,
        actor="lead",
        after=(START,),
        to="filed",
        guards=art07_filing.FILING,
        asks=("formation",),
        screening=True,
    ),
    Step(
        name="return",
        provision="art8.p2.s1a",
        event=Returned,
        actor="bureau",
        after=("filed", "publicity_over"),
        to="returned",
    ),
    Step(
        name="file_again",
        provision="art8.p2.s1b",
        event=Filed,
        actor="lead",
        after=("returned",),
        to="filed",
        guards=art07_filing.FILING,
        asks=("formation",),
        screening=True,
    ),
    Step(
        name="withdraw",
        provision="art7.p2.s1",
        event=ApplicationWithdrawn,
        actor="lead",
        after=("filed", "returned", "in_publicity", "publicity_over"),
        to="withdrawn",
    ),
    Step(
        name="publicise",
        provision="art8.p1.s1",
        event=Publicised,
        actor="bureau",
        after=("filed",),
        to="in_publicity",
        then="publicity_over",
        guards=art07_filing.PUBLICITY,
    ),
    Step(
        name="object",
        provision="art8.p1.s2",
        event=ObjectionRaised,
        path="objection",
        after=(START,),
        to="objection_open",
    ),
    Step(
        name="decide_objection",
        provision="art8.p1.s2",
        event=ObjectionDecided,
        actor="bureau",
        path="objection",
        after=("objection_open",),
        to="objection_decided",
        stated=False,
    ),
    Step(
        name="put_on_file",
        provision="art8.p1.s2",
        event=Recognised,
        actor="bureau",
        after=("publicity_over",),
        to="on_file",
        guards=(*art07_filing.PUTTING_ON_FILE, *NOT_BARRED),
        asks=("formation",),
    ),
    Step(
        name="report_change",
        provision="art9.s1a",
        event=ChangeReported,
        actor="lead",
        path="change",
        after=(START,),
        to="in_effect",
        phases=_ON_FILE,
        guards=art09_changes.REPORT,
    ),
    Step(
        name="notify_result",
        provision="art10.s1a",
        event=ResultNotified,
        actor="bureau",
        path="evaluation",
        after=(START,),
        to="evaluated",
        phases=_ON_FILE,
        guards=art10_evaluation.RESULT,
    ),
    Step(
        name="submit_annual_report",
        provision="art14.s1",
        event=AnnualReportSubmitted,
        actor="lead",
        path="annual_report",
        after=(START,),
        to="reported",
        phases=_ON_FILE,
    ),
    Step(
        name="ask_to_be_struck_off",
        provision="art12.item3",
        event=EndRequested,
        actor="lead",
        path="striking_off",
        after=(START,),
        to="requested",
        phases=_ON_FILE,
        guards=art12_ending.REQUEST,
    ),
    Step(
        name="strike_off_on_request",
        provision="art12.p1",
        event=Ended,
        where=(("on_request", True),),
        actor="bureau",
        path="striking_off",
        after=("requested",),
        to="struck_off",
        phases=_ON_FILE,
        guards=art12_ending.STRIKING_OFF,
        rests_on="striking_off",
    ),
    Step(
        name="strike_off",
        provision="art12.p1",
        event=Ended,
        where=(("on_request", (False, None)),),
        actor="bureau",
        after=("on_file",),
        to="struck_off",
        phases=_ON_FILE,
        guards=art12_ending.STRIKING_OFF,
        rests_on="striking_off",
    ),
)
