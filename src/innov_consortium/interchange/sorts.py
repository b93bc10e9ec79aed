"""Arguments of the wrong class: refused with what is to be handed in, never an AttributeError."""

from __future__ import annotations

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.faults import labelled

__all__ = ["require_case", "require_dossier", "require_facts", "require_policy", "require_sort"]


def require_sort(value: object, wanted: type, path: str, how: tuple[str, str]) -> None:
    """Raise unless an argument is of the class it must be of.

    Args:
        value: The argument.
        wanted: The class.
        path: The name of the argument.
        how: Where one comes from, in Chinese and in English.

    Raises:
        InvalidInputError: It is of another class: ``type_error`` at the name.

    >>> try:
    ...     require_sort({}, int, "limits", ("请写整数", "write a whole number"))
    ... except InvalidInputError as error:
    ...     print(error.faults[0].en)
    is a dict, must be a int: write a whole number
    """
    if not isinstance(value, wanted):
        raise InvalidInputError([_of_another_sort(value, path, wanted.__name__, how)])


def require_facts(value: object) -> None:
    """Raise unless an argument is a case or a history, read already.

    Raises:
        InvalidInputError: It is something else: ``type_error`` at ``facts``.
    """
    if not isinstance(value, Case | Dossier):
        raise InvalidInputError([_of_another_sort(value, "facts", "Case / Dossier", _FACTS)])


def require_case(value: object) -> None:
    """Raise unless an argument is a case, read already.

    Raises:
        InvalidInputError: It is something else: ``type_error`` at ``case``.
    """
    require_sort(value, Case, "case", _FACTS)


def require_dossier(value: object) -> None:
    """Raise unless an argument is a history with what is known around it, read already.

    Raises:
        InvalidInputError: It is something else: ``type_error`` at ``history``.
    """
    require_sort(value, Dossier, "history", _FACTS)


def require_policy(value: object) -> None:
    """Raise unless an argument is a policy.

    Raises:
        InvalidInputError: It is something else: ``type_error`` at ``policy``.
    """
    require_sort(value, Policy, "policy", _POLICY)


def _of_another_sort(value: object, path: str, wanted: str, how: tuple[str, str]) -> Fault:
    sort = type(value).__name__
    zh = f"是 {sort}，应为 {wanted}：{how[0]}"
    en = f"is a {sort}, must be a {wanted}: {how[1]}"
    return labelled(Fault(FaultKind.TYPE_ERROR, path, zh, en))


_FACTS = (
    "案例以 load_case 或者 structure_case 读入，历史以 load_dossier 或者 structure_dossier 读入",
    "load_case or structure_case reads a case, load_dossier or structure_dossier a history",
)

_POLICY = (
    "由 catalogue().select(代码) 取得",
    "take one with catalogue().select(code)",
)
