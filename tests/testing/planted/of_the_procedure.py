"""Faults in the table of steps, in who takes them, and in duties."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change

__all__ = ["FAULTS"]

_STEPS = "steps.py"

_TABLE = (
    Fault(
        "step-out-of-reach",
        "重新提交须在“驳回”以后，而没有驳回这一阶段。",
        "Filing again follows a stage there is not.",
        (change(_STEPS, '        after=("returned",),\n', '        after=("refused",),\n'),),
        ("file_again", "refused"),
    ),
    Fault(
        "stage-never-over",
        "公示没有期满的一天，备案这一步永远走不到。",
        "Publicity is never over: nothing can be put on file.",
        (change(_STEPS, '        then="publicity_over",\n', ""),),
        ("publicity_over", "put_on_file"),
    ),
    Fault(
        "actor-missing",
        "谁来备案没有写，谁都可以。",
        "Who puts on file is not said: anybody may.",
        (
            change(
                _STEPS,
                '        event=Recognised,\n        actor="bureau",\n',
                "        event=Recognised,\n",
            ),
        ),
        ("put_on_file", "art8.p1.s2"),
    ),
    Fault(
        "actor-not-declared",
        "退回由一个没有列出的角色作出。",
        "A step is taken by a role that is not listed.",
        (
            change(
                _STEPS,
                '        event=Returned,\n        actor="bureau",\n',
                '        event=Returned,\n        actor="office",\n',
            ),
        ),
        ("return", "office"),
    ),
    Fault(
        "event-not-declared",
        "“退回”这种事件没有列入，案卷里写不了。",
        "A sort of event is not listed: no history can tell of it.",
        (
            change(
                "events.py",
                "EVENTS = (Returned, AnnualReportSubmitted)",
                "EVENTS = (AnnualReportSubmitted,)",
            ),
        ),
        ("returned", "return"),
    ),
    Fault(
        "comma-forgotten",
        "只有一种事件的元组忘了逗号。",
        "The comma of a tuple of one was forgotten.",
        (
            change(
                "events.py",
                "EVENTS = (Returned, AnnualReportSubmitted)",
                "EVENTS = (AnnualReportSubmitted)",
            ),
        ),
        ("events",),
    ),
    Fault(
        "another-stage",
        "公示还没有期满就可以备案。",
        "It may be put on file while publicity lasts.",
        (
            change(
                _STEPS,
                '        after=("publicity_over",),\n',
                '        after=("in_publicity", "publicity_over"),\n',
            ),
        ),
        ("put_on_file", "art8.p1.s2"),
    ),
    Fault(
        "step-cites-another-provision",
        "撤回这一步引到了提交一句。",
        "Taking back cites the sentence on submission.",
        (
            change(
                _STEPS, '        provision="art7.p2.s1",\n', '        provision="art7.p1.s1a",\n'
            ),
        ),
        ("art7.p2.s1", "withdraw"),
    ),
    Fault(
        "phase-forgotten",
        "没有备案也可以报告变更。",
        "A change may be reported of what was never put on file.",
        (
            change(
                _STEPS,
                '        to="in_effect",\n        phases=_ON_FILE,\n',
                '        to="in_effect",\n',
            ),
        ),
        ("report_change", "art9.s1a"),
    ),
)

_DUTIES = (
    Fault(
        "owed-by-nobody",
        "配合检查的职责由一个没有列出的角色承担。",
        "A duty is borne by a role that is not listed.",
        (
            change(
                "art14_duties.py",
                'bearer="members", toward="bureau"',
                'bearer="districts", toward="bureau"',
            ),
        ),
        ("co_operate", "districts", "art14.s2"),
    ),
    Fault(
        "duty-left-out",
        "配合检查的职责没有列出。",
        "A duty was left out.",
        (
            change(
                "art14_duties.py",
                '    Duty(name="co_operate", provision="art14.s2", bearer="members",'
                ' toward="bureau"),\n',
                "",
            ),
        ),
        ("art14.s2",),
    ),
    Fault(
        "document-left-out",
        "词表里漏了一样材料，案卷里写不了。",
        "A document is missing from the vocabulary: no history can tell of it.",
        (change("vocabulary.py", "_NUMBERS.filing_documents", "_NUMBERS.filing_documents[:2]"),),
        ("documents", "member_proofs", "art7.p1.s1a"),
    ),
)

FAULTS = (*_TABLE, *_DUTIES)
