"""What the options are called of wordings on evaluation, revocation, the bar and projects."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table

__all__ = ["OF_CONSEQUENCES", "phrases"]


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, each as it is compared.

    >>> phrases("same day|day after")
    ('same_day', 'day_after')
    """
    return tuple("_".join(phrase.split()) for phrase in text.split("|"))


#: By reading: phrases with the option they mean.
OF_CONSEQUENCES: Final = {
    "bar_counting": table(
        {
            "not_counted": phrases("first day not counted|day not counted|corresponding day"),
            "counted": phrases("day counted in|day counted|first day counted|counted in"),
        }
    ),
    "bar_after_voluntary": table(
        {
            "every": phrases("every revocation|all items|also after voluntary revocation"),
            "fault_only": phrases("only fault based|fault based only|not after voluntary"),
        }
    ),
    "bar_holiday": table(
        {
            "not_rolled": phrases("no roll over|no rollover|not rolled over"),
            "rolled": phrases("roll over|rollover|roll over applies|rolled over|roll"),
        }
    ),
    "bar_past_expiry": table(
        {
            "nominal": phrases("nominal end|nominal|enforceable to expiry"),
            "survives": phrases("survives|bar survives|survives expiry"),
            "cut": phrases("cut off|cut off at expiry|cut off silently"),
        }
    ),
    "former_lead": table(
        {
            "same_person": phrases("same legal person|identity|same legal person only"),
            "successor_too": phrases("successor too|successor|successors barred"),
            "group_too": phrases("group|group too|whole group"),
        }
    ),
    "barred_as": table(
        {
            "lead": phrases("only as lead|lead only|as lead"),
            "any_member": phrases("as any member|any member|also applications it joins"),
        }
    ),
    "pending_application": table(
        {
            "unaffected": phrases("unaffected|accepted before unaffected"),
            "stopped": phrases("everything stops|stops|stopped"),
        }
    ),
    "presented_to": table(
        {
            "bureau": phrases("presentation to the bureau|presentation|bureau"),
            "district": phrases("filing with the district|district filing|district"),
        }
    ),
    "annulment": table(
        {
            "from_beginning": phrases("from the beginning|retroactive|works from the beginning"),
            "forward": phrases(
                "only forward|forward|bar stays|annulment works only forward bar stays"
            ),
        }
    ),
    "legacy": table(
        {
            "forward": phrases("legacy grades do not count|no continuity|not counted"),
            "continuity": phrases("full continuity|continuity|legacy grades count"),
            "anew": phrases("formed anew|must be formed anew"),
        }
    ),
    "legacy_grade": table(
        {
            "decided": phrases("needs a decision|needs decision"),
            "counted": phrases("counts|counted|legacy good counts"),
            "not_counted": phrases("does not count|not counted"),
        }
    ),
    "facts_before": table(
        {
            "not_counted": phrases("only facts after commencement|no retroactivity"),
            "counted": phrases("any fact|any fact whenever occurred|facts before count"),
        }
    ),
    "cycle_counting": table(
        {
            "fixed": phrases("fixed cycles|fixed|fixed scheme wide cycles"),
            "rolling": phrases("rolling three years|rolling"),
            "from_approval": phrases("from approval|from each approval|three years from approval"),
        }
    ),
    "first_evaluation": table(
        {
            "next_year": phrases("next full year|year after approval|next year"),
            "same_year": phrases("year of approval|same year"),
        }
    ),
    "grade_from": table(
        {
            "notification": phrases("notification|from notification"),
            "confirmation": phrases("confirmation|from final confirmation|final confirmation"),
        }
    ),
    "correction": table(
        {
            "forward": phrases("correction works forward|from the correction"),
            "back": phrases(
                "correction works back to notification|back to the first notification"
                "|works back to notification|retroactive correction"
            ),
        }
    ),
    "cancelled_year": table(
        {
            "notified": phrases("year of notification|notification year|calendar year notified"),
            "evaluated": phrases("evaluation year|year evaluated"),
            "twelve_months": phrases("twelve months|twelve months from notification|12 months"),
            "next_call": phrases("next project call|year of the next project call|next call"),
        }
    ),
    "consecutive": table(
        {
            "results": phrases("successive results|self evaluated years transparent|transparent"),
            "years": phrases("successive calendar years|calendar years|two calendar years"),
            "broken_by_self": phrases(
                "self evaluation breaks|self evaluated year breaks the chain|breaks the chain"
                "|breaks|broken by self evaluation"
            ),
        }
    ),
    "self_graded": table(
        {
            "not_counted": phrases("does not count|not counted|filing only"),
            "counted": phrases("counts|counted|self evaluation counts"),
        }
    ),
    "submission_failure": table(
        {
            "judged": phrases("late is judged|judged|late or incomplete is judged"),
            "literal": phrases("literal|any departure|late counts"),
            "only_missing": phrases("only missing|only non submission|missing only"),
        }
    ),
    "self_report": table(
        {
            "judged": phrases("self report judged"),
            "materials": phrases("self report is material|self report counts"),
            "not_materials": phrases("self report is no material|self report does not count"),
        }
    ),
    "falsifier": table(
        {
            "lead": phrases("by the lead|participant judged"),
            "any_member": phrases("by any member|any member"),
            "lead_only": phrases("lead only|by the lead only"),
        }
    ),
    "accident_grade": table(
        {
            "major": phrases("technical grade|official grade|major and above"),
            "ordinary": phrases("ordinary sense|ordinary serious|serious in the ordinary sense"),
        }
    ),
    "determination_effect": table(
        {
            "effective": phrases("final|effective|must be effective"),
            "any": phrases("any decision|any determination"),
        }
    ),
    "listed": table(
        {
            "current": phrases("listed on the day of decision|present listing"),
            "once": phrases("once listed|past or present|any listing"),
            "current_only": phrases("current only|only current"),
        }
    ),
    "qualified_grade": table(
        {
            "not_eligible": phrases("two independent tests|qualified not eligible"),
            "eligible": phrases("only unqualified excludes|qualified eligible"),
        }
    ),
    "grade_relied_on": table(
        {
            "latest": phrases("latest notified|latest"),
            "preceding_year": phrases("immediately preceding year|preceding year|year before"),
            "any_past": phrases("any past good|any past"),
        }
    ),
    "never_evaluated": table(
        {
            "not_eligible": phrases("never evaluated not eligible"),
            "eligible": phrases("new consortia eligible|eligible until graded"),
        }
    ),
    "pending_project": table(
        {
            "falls": phrases("pending falls|pending application falls|loses its basis"),
            "at_filing": phrases("judged at filing|at filing|unaffected"),
        }
    ),
    "cap_base": table(
        {
            "project": phrases("per project"),
            "year": phrases("per consortium per year|per year"),
            "consortium": phrases("per consortium in total|per consortium|in total"),
            "instalment": phrases("per instalment|per installment"),
        }
    ),
    "cap_money": table(
        {
            "municipal": phrases("municipal money only|municipal only"),
            "with_district": phrases("including district matching|with district matching"),
        }
    ),
    "earlier_money": table(
        {
            "any_public": phrases("any public level|any public money"),
            "municipal": phrases("municipal only|municipal money only"),
        }
    ),
    "preliminary_review": table(
        {
            "finding": phrases("procedural finding|finding|internal help"),
            "condition": phrases("condition of admissibility|inadmissible|condition"),
        }
    ),
    "project_applicant": table(
        {
            "through_lead": phrases("lead only|through the lead|by or through the lead"),
            "any_member": phrases("any member|any member through the lead"),
        }
    ),
}
