"""The reports owed year by year: art. 14."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.duties import Owing
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.periods import day_before

from innov_policy_shuiyun.events import AnnualReportSubmitted
from innov_policy_shuiyun.readings import ReportDue

__all__ = ["FACTS"]


@fact
def reports_owed(
    consortium: Consortium, *, report_month: int, report_day: int, report_due: ReportDue
) -> tuple[Owing, ...]:
    """自备案的次年起，每年一份上一年度运行报告。"""
    since = consortium.recognised_on
    if since is None or consortium.phase is not Phase.RECOGNISED:
        return ()
    done = {report.of_year: report.on for report in consortium.all(AnnualReportSubmitted)}
    owed = []
    for year in range(since.year + 1, consortium.on.year + 1):
        named = date(year, report_month, report_day)
        owed.append(
            Owing(
                since=date(year, 1, 1),
                due=named if report_due is ReportDue.INCLUDED else day_before(named),
                done_on=done.get(year - 1),
                subject=str(year - 1),
            )
        )
    return tuple(owed)


FACTS = (reports_owed,)
