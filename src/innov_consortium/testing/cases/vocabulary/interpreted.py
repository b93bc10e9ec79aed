"""What the options of disputed wordings are called in a few words, beside their own."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table

__all__ = ["READ_AS"]


def _phrases(text: str) -> tuple[str, ...]:
    return tuple("_".join(phrase.split()) for phrase in text.split("|"))


#: By reading: phrases with the option they mean.
READ_AS: Final = {
    "on_expiry": table(
        {
            "no_new_act": _phrases("no new acts|acts done keep their effect|status stays"),
            "pending_finished": _phrases(
                "pending matters are finished under the old text|pending matters are finished"
                "|pending matters finished|pending applications are finished|pending finished"
                "|old text applies to pending matters"
            ),
            "status_ends": _phrases("status itself ends|the status ends|consortia lapse"),
        }
    ),
    "call_needed": table(
        {
            "required": _phrases("no call no application|call needed|call required"),
            "internal": _phrases(
                "call is internal|no call needed|call not needed|application without a call"
                "|application without a call allowed"
            ),
        }
    ),
    "district_office": table(
        {
            "domicile": _phrases("registered domicile|domicile"),
            "operation": _phrases("place of operation|main operation|operation|plant"),
        }
    ),
    "district_opinion_needed": table(
        {
            "needed": _phrases("veto|recommendation needed|recommendation required"),
            "forwarded": _phrases(
                "forwarded with a negative opinion|forwarded with negative opinion"
                "|negative opinion forwarded|forwarding with a negative opinion"
            ),
            "always": _phrases("must always recommend|always recommend"),
        }
    ),
    "expert_weight": table(
        {
            "reference": _phrases("not binding|must exist does not bind|reference only"),
            "binding": _phrases("binding|expert opinion binds|opinion binding"),
        }
    ),
    "objection_effect": table(
        {
            "open_or_upheld": _phrases("only an upheld one|only open or upheld|open or upheld"),
            "any": _phrases("any objection|any objection ends it|any objection blocks"),
        }
    ),
    "approval_from": table(
        {
            "next_day": _phrases("only from the day after|day after|next day"),
            "same_day": _phrases("same day allowed|same day|last day allowed"),
        }
    ),
    "voluntary_ground": table(
        {
            "completed": _phrases("art 14 completes item 4|art 14 is the special rule"),
            "alone": _phrases("lead alone|lead alone suffices|request of the lead suffices"),
        }
    ),
    "member_changes": table(
        {
            "open": _phrases("covers joining|joining covered|等 covers joining"),
            "closed": _phrases("not provided|closed|joining not provided|closed list"),
        }
    ),
    "lead_replacement": table(
        {
            "covered": _phrases("lead replacement covered|covered|ordinary change"),
            "not_provided": _phrases("lead replacement not provided|not provided for"),
        }
    ),
    "change_effect": table(
        {
            "approval": _phrases("approval needed|approval required|approval"),
            "filing": _phrases("filing suffices|filing|effective on receipt|filing enough"),
        }
    ),
    "basis_signers": table(
        {
            "concerned": _phrases("members concerned|lead and the members concerned"),
            "all": _phrases("all members|every member"),
            "lead_suffices": _phrases("lead suffices|lead alone|lead alone suffices"),
        }
    ),
    "premature_execution": table(
        {
            "counts_later": _phrases("counts from approval|breach without sanction"),
            "void": _phrases("void|void until approved|must be redone"),
        }
    ),
    "persons_covered": table(
        {
            "similar": _phrases("similar weight|persons of similar weight"),
            "any_key": _phrases("any key person|any key person of any member"),
        }
    ),
    "successor_tested": table(
        {
            "tested": _phrases("successor tested|tested"),
            "not_tested": _phrases("successor not tested|not tested"),
        }
    ),
    "membership_end": table(
        {
            "execution": _phrases("end on execution|execution"),
            "approval": _phrases("end on approval|approval|exit's approval"),
            "day_after": _phrases("day after execution|day after"),
        }
    ),
}
