"""What is answered."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = ["ANSWERS", "QUANTITIES"]

#: Codes of answers, with the codes of the report they stand for.
ANSWERS: Final = table(
    {
        "met": words("conditions_met fulfilled satisfied"),
        "not_met": words("conditions_not_met not_fulfilled not_satisfied"),
        "open": words("undecided undetermined not_decided"),
        "no_basis": words("not_determinable_under_measures not_determinable"),
        "not_yet_in_force": words("not_in_force_yet not_yet"),
        "in_force": words("valid"),
        "expired": words("lapsed no_longer_in_force"),
        "unknown": words("not_known"),
        "repealed": (),
        "not_repealed": words("not_yet_repealed"),
    }
)

#: Names of values, with the names of the facts or numbers they stand for.
QUANTITIES: Final = {
    "participant_count": "participants",
    "participants_total": "participants",
    "participants_counted": "participants",
    "number_of_participants": "participants",
    "enterprise_count": "enterprises",
    "enterprises_counted": "enterprises",
    "number_of_enterprises": "enterprises",
    "consortia_led": "leaderships",
    "last_day": "valid_until",
    "last_day_in_force": "valid_until",
    "expires_after": "valid_until",
    "valid_to": "valid_until",
}
