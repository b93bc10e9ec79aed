"""What a mutant is: one thing changed in a policy, said in a sentence."""

from __future__ import annotations

import enum
from collections.abc import Callable

from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants.rewriting import Rewritten

__all__ = ["Mutant", "Operator"]


class Operator(enum.Enum):
    """How a policy is made wrong: a name, and what it does in Chinese and in English."""

    NUMBER = ("number", "数字多一或者少一", "a figure is one more or one less")
    WORD = ("word", "列举的词语少一个", "a word is left out of a list")
    READING = ("reading", "解释的默认选项换成另一个", "a reading has another default")
    NORM = ("norm", "不问一项规范", "a norm is not asked")
    WEIGHT = ("weight", "规范是否计入结论不同", "a norm enters the answer or no longer does")
    FORCE = ("force", "“原则上”与必须互换", "in principle and mandatory change places")
    GROUNDS = ("grounds", "逐项条件与择一理由互换", "conditions and grounds change places")
    CONCERN = ("concern", "规范与谁有关、由谁回答不同", "a norm concerns or is answered by others")
    STEP = ("step", "程序少一步，或者一步少一项要求", "a step, or one of its demands, is left out")
    DUTY = ("duty", "少一项职责，或者职责不同", "a duty is left out or is another")
    TIME = ("time", "施行、有效期、废止少一项", "a rule on being in force is left out")
    BOUNDARY = ("boundary", "含本数与不含本数互换", "inclusive and exclusive change places")
    CONNECTIVE = ("connective", "并且与或者互换", "and and or change places")
    LEG = ("leg", "并列的几项少一项", "one of several joined tests is left out")
    NEGATION = ("negation", "去掉否定", "a negation is left out")
    SCOPE = ("scope", "去掉“仅当”", "only_if is left out")
    OPENNESS = ("openness", "留给人判断的不再留", "left_open is left out")
    DAY = ("day", "期日移动一日", "a day is shifted by one")
    UNKNOWN = ("unknown", "不明当作否", "what is not known is taken for no")
    COMPARISON = ("comparison", "是与不是、在与不在互换", "is and is not change places")
    CONSTANT = ("constant", "函数中的常数不同", "a constant in a function is another")
    ARITHMETIC = ("arithmetic", "加与减、最大与最小互换", "plus and minus change places")
    FILTER = ("filter", "去掉筛选条件", "a filter is left out")

    @property
    def label(self) -> str:
        """The name of the operator in the ids of mutants."""
        return self.value[0]

    @property
    def zh(self) -> str:
        """What it does, in Chinese."""
        return self.value[1]

    @property
    def en(self) -> str:
        """What it does, in English."""
        return self.value[2]


@frozen(kw_only=True)
class Mutant:
    """A policy with one thing changed.

    Args:
        id: Names the change and stays the same while the policy does: ``operator:where:what``.
        operator: How it is made wrong.
        about: The provisions whose meaning is changed.
        zh: What was changed, in Chinese.
        en: The same in English.
        make: Makes the changed policy from the policy; the policy itself stays as it is.
        bears_on: Of what an example must touch one to notice the change: functions as
            ``module:name``, inquiries as ``inquiry:name``, sorts of events as ``event:Class``;
            ``None`` if nobody can tell.
        rewritten: The function whose source was changed; ``None`` where none was.
    """

    id: str
    operator: Operator
    about: tuple[str, ...]
    zh: str
    en: str
    make: Callable[[Policy], Policy] = field(repr=False, eq=False)
    bears_on: frozenset[str] | None = field(default=None, repr=False)
    rewritten: Rewritten | None = field(default=None, repr=False, eq=False)

    def of(self, policy: Policy) -> Policy:
        """Return the changed policy.

        Raises:
            MalformedPolicyError: A policy cannot be made that way.
        """
        return self.make(policy)
