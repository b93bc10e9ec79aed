"""What the options of disputed wordings are called in a few words, beside their own."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.read_as import OF_CONSEQUENCES, phrases
from innov_consortium.testing.cases.vocabulary.tables import table

__all__ = ["READ_AS"]


#: By reading: phrases with the option they mean.
READ_AS: Final = {
    "on_expiry": table(
        {
            "no_new_act": phrases("no new acts|acts done keep their effect|status stays"),
            "pending_finished": phrases(
                "pending matters are finished under the old text|pending matters are finished"
                "|pending matters finished|pending applications are finished|pending finished"
                "|old text applies to pending matters"
            ),
            "status_ends": phrases("status itself ends|the status ends|consortia lapse"),
        }
    ),
    "call_needed": table(
        {
            "required": phrases("no call no application|call needed|call required"),
            "internal": phrases(
                "call is internal|no call needed|call not needed|application without a call"
                "|application without a call allowed"
            ),
        }
    ),
    "district_office": table(
        {
            "domicile": phrases("registered domicile|domicile"),
            "operation": phrases("place of operation|main operation|operation|plant"),
        }
    ),
    "district_opinion_needed": table(
        {
            "needed": phrases("veto|recommendation needed|recommendation required"),
            "forwarded": phrases(
                "forwarded with a negative opinion|forwarded with negative opinion"
                "|negative opinion forwarded|forwarding with a negative opinion"
            ),
            "always": phrases("must always recommend|always recommend"),
        }
    ),
    "expert_weight": table(
        {
            "reference": phrases("not binding|must exist does not bind|reference only"),
            "binding": phrases("binding|expert opinion binds|opinion binding"),
        }
    ),
    "objection_effect": table(
        {
            "open_or_upheld": phrases("only an upheld one|only open or upheld|open or upheld"),
            "any": phrases("any objection|any objection ends it|any objection blocks"),
        }
    ),
    "approval_from": table(
        {
            "next_day": phrases("only from the day after|day after|next day"),
            "same_day": phrases("same day allowed|same day|last day allowed"),
        }
    ),
    "voluntary_ground": table(
        {
            "completed": phrases("art 14 completes item 4|art 14 is the special rule"),
            "alone": phrases("lead alone|lead alone suffices|request of the lead suffices"),
        }
    ),
    "member_changes": table(
        {
            "open": phrases("covers joining|joining covered|等 covers joining"),
            "closed": phrases("not provided|closed|joining not provided|closed list"),
        }
    ),
    "lead_replacement": table(
        {
            "covered": phrases("lead replacement covered|covered|ordinary change"),
            "not_provided": phrases("lead replacement not provided|not provided for"),
        }
    ),
    "change_effect": table(
        {
            "approval": phrases("approval needed|approval required|approval"),
            "filing": phrases("filing suffices|filing|effective on receipt|filing enough"),
        }
    ),
    "basis_signers": table(
        {
            "concerned": phrases("members concerned|lead and the members concerned"),
            "all": phrases("all members|every member"),
            "lead_suffices": phrases("lead suffices|lead alone|lead alone suffices"),
        }
    ),
    "premature_execution": table(
        {
            "counts_later": phrases("counts from approval|breach without sanction"),
            "void": phrases("void|void until approved|must be redone"),
        }
    ),
    "persons_covered": table(
        {
            "similar": phrases("similar weight|persons of similar weight"),
            "any_key": phrases("any key person|any key person of any member"),
        }
    ),
    "successor_tested": table(
        {
            "tested": phrases("successor tested|tested"),
            "not_tested": phrases("successor not tested|not tested"),
        }
    ),
    "membership_end": table(
        {
            "execution": phrases("end on execution|execution"),
            "approval": phrases("end on approval|approval|exit's approval"),
            "day_after": phrases("day after execution|day after"),
        }
    ),
    **OF_CONSEQUENCES,
}
