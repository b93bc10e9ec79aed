"""Tests of the unified social credit code against the standard and python-stdnum."""

import doctest
import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import uscc as stdnum_uscc
from stdnum.exceptions import InvalidFormat

from innov_consortium.core import uscc
from innov_consortium.core.uscc import ALPHABET, CodeFault

DIGITS = "0123456789"
LENGTH = 18
LAST = LENGTH - 1
MODULUS = 31
DIVISION_PLACES = range(2, 8)

VALID = [
    "91120116MALE00016L",
    "91120116MAXT00011U",
    "91120116MAXT0002XK",
    "12120000MBXT000154",
    "12120000MCXT00019J",
    "91120116MALE077879",
]
WORKED_EXAMPLE = "91350100M000100Y43"  # from a guide to the standard, summed there step by step
VILLAGE_COLLECTIVE_BODY = "N2120116MFXT00011"
UNSOUND_BODY = "91120116MAXT00012"  # the sound organisation code is MAXT00011

# The table of weights as published, written out so as not to repeat the module's
# formula, and last the weight 1 that the check character itself has in the sum.
PUBLISHED_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1)

FAULTY = [
    ("", CodeFault.LENGTH),
    ("91120116MAXT00011", CodeFault.LENGTH),
    ("91120116MAXT00011UU", CodeFault.LENGTH),
    ("91120116M AXT00011U", CodeFault.LENGTH),
    (" 91120116MAXT00011U", CodeFault.LENGTH),
    ("91120116MAXT00011U\n", CodeFault.LENGTH),
    ("91120116-MAXT00011U", CodeFault.LENGTH),
    ("9112O116MAXT00011U", CodeFault.CHARACTER),
    ("91I20116MAXT00011U", CodeFault.CHARACTER),
    ("91120116MAXTO0011U", CodeFault.CHARACTER),
    ("91120116MAXTI0011U", CodeFault.CHARACTER),
    ("91120116MAXTZ0011U", CodeFault.CHARACTER),
    ("91120116MAXTS0011U", CodeFault.CHARACTER),
    ("91120116MAXT00011V", CodeFault.CHARACTER),
    ("91120116maxt00011u", CodeFault.CHARACTER),
    ("91120116MAXT00011u", CodeFault.CHARACTER),
    ("91120116M XT00011U", CodeFault.CHARACTER),
    ("9112A116MAXT00011U", CodeFault.CHARACTER),
    ("\uff191120116MAXT00011U", CodeFault.CHARACTER),
    ("91120116MAXT00011\uff35", CodeFault.CHARACTER),
    ("91\u066120116MAXT00011U", CodeFault.CHARACTER),
    ("91\u00b920116MAXT00011U", CodeFault.CHARACTER),
    ("91120116\u041cAXT00011U", CodeFault.CHARACTER),
    ("91120116MAXT000113", CodeFault.CHECK),
    ("91350100M000100Y44", CodeFault.CHECK),
]


def _bodies_starting(first_two: str) -> st.SearchStrategy[str]:
    """Return bodies whose first two places are drawn from the given characters."""
    return st.builds(
        "".join,
        st.tuples(
            st.text(first_two, min_size=2, max_size=2),
            st.text(DIGITS, min_size=6, max_size=6),
            st.text(ALPHABET, min_size=9, max_size=9),
        ),
    )


def _completed(body: str) -> str:
    """Return the code that the body begins."""
    return body + uscc.check_character(body)


def _swapped(code: str, first: int, second: int) -> str:
    """Return the code with the characters of two places exchanged."""
    characters = list(code)
    characters[first], characters[second] = characters[second], characters[first]
    return "".join(characters)


BODIES = _bodies_starting(ALPHABET)
CODES = BODIES.map(_completed)
DIGIT_LED_CODES = _bodies_starting(DIGITS).map(_completed)
PLACES = st.integers(0, LAST)


@pytest.mark.parametrize("code", [*VALID, WORKED_EXAMPLE])
def test_well_formed_code_is_valid(code: str) -> None:
    """A well-formed code has no fault, is valid and has a sound organisation code."""
    assert uscc.fault_of(code) is None
    assert uscc.is_valid(code)
    assert uscc.organisation_code_is_sound(code)


@pytest.mark.parametrize(("text", "fault"), FAULTY)
def test_faulty_text_is_refused_with_its_fault(text: str, fault: CodeFault) -> None:
    """A faulty text is refused as it stands and its fault is named."""
    assert uscc.fault_of(text) is fault
    assert not uscc.is_valid(text)


@pytest.mark.parametrize("place", range(LAST))
def test_letter_is_a_wrong_character_only_in_the_division(place: int) -> None:
    """A letter may stand in each place of the body but the third to the eighth."""
    code = "1" * place + "A" + "1" * (LAST - place)
    assert (uscc.fault_of(code) is CodeFault.CHARACTER) is (place in DIVISION_PLACES)


def test_every_fault_has_a_case() -> None:
    """The table of faulty texts leaves out no member of the enumeration."""
    assert {fault for _, fault in FAULTY} == set(CodeFault)


def test_alphabet_is_that_of_the_standard() -> None:
    """The alphabet is the digits and capitals without I, O, S, V and Z, in order."""
    capitals = [chr(point) for point in range(ord("A"), ord("Z") + 1)]
    assert list(ALPHABET) == [*DIGITS, *(c for c in capitals if c not in "IOSVZ")]
    assert len(ALPHABET) == MODULUS


def test_doctests_of_the_module_hold() -> None:
    """The examples in the module's documentation run as written."""
    results = doctest.testmod(uscc)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize(
    "body",
    [
        "",
        "91120116MAXT0001",
        "91120116MAXT00011U",
        "9112O116MAXT00011",
        "9112A116MAXT00011",
        "91120116maxt00011",
    ],
)
def test_check_character_refuses_what_begins_no_code(body: str) -> None:
    """A body that cannot begin a code gets no check character."""
    with pytest.raises(ValueError, match="not the first 17 characters of a code"):
        uscc.check_character(body)


@given(BODIES)
def test_every_completed_body_is_valid(body: str) -> None:
    """Every body completed by its check character is a valid code."""
    assert uscc.is_valid(_completed(body))


@given(BODIES)
def test_every_body_has_exactly_one_completion(body: str) -> None:
    """Of the characters that may come last exactly one makes the code valid."""
    assert [c for c in ALPHABET if uscc.is_valid(body + c)] == [uscc.check_character(body)]


@given(BODIES)
def test_check_character_makes_published_sum_a_multiple(body: str) -> None:
    """The sum over all eighteen places by the published weights is a multiple of 31."""
    values = [ALPHABET.index(c) for c in _completed(body)]
    assert sum(v * w for v, w in zip(values, PUBLISHED_WEIGHTS, strict=True)) % MODULUS == 0


def test_published_weights_detect_every_substitution() -> None:
    """No change of one value alters the published sum by a multiple of 31."""
    for weight, difference in itertools.product(PUBLISHED_WEIGHTS, range(1, MODULUS)):
        assert weight * difference % MODULUS != 0


def test_published_weights_detect_every_swap_but_one() -> None:
    """No two places weigh the same, so hide a swap, except the first and the last."""
    pairs = itertools.combinations(range(LENGTH), 2)
    alike = [(a, b) for a, b in pairs if PUBLISHED_WEIGHTS[a] == PUBLISHED_WEIGHTS[b]]
    assert alike == [(0, LAST)]


@pytest.mark.parametrize("code", [*VALID, WORKED_EXAMPLE])
def test_every_substitution_in_known_code_is_detected(code: str) -> None:
    """Each of the 18 times 30 single substitutions in a known code is refused."""
    for place, character in itertools.product(range(LENGTH), ALPHABET):
        changed = code[:place] + character + code[place + 1 :]
        assert uscc.is_valid(changed) is (changed == code)


@given(CODES, PLACES, st.one_of(st.sampled_from(ALPHABET), st.characters()))
def test_any_single_substitution_is_detected(code: str, place: int, character: str) -> None:
    """Any other character at all in any one place makes a valid code invalid."""
    assume(character != code[place])
    changed = code[:place] + character + code[place + 1 :]
    outside = character not in ALPHABET
    misplaced = place in DIVISION_PLACES and character not in DIGITS
    expected = CodeFault.CHARACTER if outside or misplaced else CodeFault.CHECK
    assert uscc.fault_of(changed) is expected


@given(CODES, st.integers(0, LAST - 1))
def test_adjacent_swap_is_detected(code: str, place: int) -> None:
    """Two differing neighbours exchanged, the last two included, make a code invalid."""
    assume(code[place] != code[place + 1])
    assert not uscc.is_valid(_swapped(code, place, place + 1))


@given(CODES, PLACES, PLACES)
def test_distant_swap_is_detected_except_of_the_ends(code: str, one: int, other: int) -> None:
    """Any two differing characters exchanged, but for first and last, are detected."""
    assume(code[one] != code[other])
    assume({one, other} != {0, LAST})
    assert not uscc.is_valid(_swapped(code, one, other))


@given(CODES)
def test_swap_of_first_and_last_goes_undetected(code: str) -> None:
    """The standard cannot tell the first place from the last, which weighs the same."""
    assert uscc.is_valid(_swapped(code, 0, LAST))


@given(CODES, st.sampled_from([" ", "-", "\t", "\u3000", "0", "A"]), st.integers(0, LENGTH))
def test_inserted_character_is_a_fault_of_length(code: str, extra: str, at: int) -> None:
    """A separator or any other character too many is never stripped."""
    assert uscc.fault_of(code[:at] + extra + code[at:]) is CodeFault.LENGTH


@given(CODES)
def test_lower_case_is_never_folded(code: str) -> None:
    """A code in lower case is refused whenever it has a letter."""
    assume(code.lower() != code)
    assert uscc.fault_of(code.lower()) is CodeFault.CHARACTER


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    """Every function but the check character answers for any text whatever."""
    assert uscc.is_valid(text) is (uscc.fault_of(text) is None)
    assert uscc.organisation_code_is_sound(text) in {True, False}
    assert uscc.is_enterprise_category(text) is text.startswith("91")


def test_unsound_organisation_code_leaves_the_code_valid() -> None:
    """The inner check is reported apart and does not decide on the whole."""
    code = _completed(UNSOUND_BODY)
    assert uscc.is_valid(code)
    assert not uscc.organisation_code_is_sound(code)


def test_organisation_code_is_judged_apart_from_the_last_character() -> None:
    """A wrong eighteenth character alone leaves the organisation code sound."""
    assert uscc.fault_of("91120116MAXT000113") is CodeFault.CHECK
    assert uscc.organisation_code_is_sound("91120116MAXT000113")


@pytest.mark.parametrize(
    ("organisation_code", "sound"),
    [
        ("000000000", True),  # the remainder 0 gives 11, written 0
        ("00000000X", False),
        ("40000000X", True),  # the remainder 1 gives 10, written X
        ("400000000", False),
        ("D2143569X", True),  # an example commonly given for GB 11714
        ("D21435690", False),
        ("40000000A", False),
    ],
)
def test_organisation_check_follows_gb_11714(organisation_code: str, *, sound: bool) -> None:
    """The inner check character writes ten as X and eleven as 0."""
    assert uscc.organisation_code_is_sound(f"91120116{organisation_code}0") is sound


@pytest.mark.parametrize(
    "text", ["", "MAXT00011", "91120116MAXT00011", "91120116MAXT00011u", "9112A116MAXT00011U"]
)
def test_malformed_text_has_no_sound_organisation_code(text: str) -> None:
    """Without the length and characters of a code nothing is called sound."""
    assert not uscc.organisation_code_is_sound(text)


@given(BODIES)
def test_every_organisation_body_has_exactly_one_sound_check(body: str) -> None:
    """Exactly one of the characters 0 to 9 and X makes an organisation code sound."""
    sound = [c for c in ALPHABET if uscc.organisation_code_is_sound(body[:-1] + c + "0")]
    assert len(sound) == 1
    assert sound[0] in "0123456789X"


@pytest.mark.parametrize(
    ("code", "category", "is_enterprise"),
    [
        ("91120116MAXT00011U", "91", True),
        ("12120000MBXT000154", "12", False),
        (_completed("92120116MAXT00011"), "92", False),
        (_completed("93120116MAXT00011"), "93", False),
        (_completed("19120116MAXT00011"), "19", False),
        (_completed(VILLAGE_COLLECTIVE_BODY), "N2", False),
    ],
)
def test_category_is_read_from_the_first_two_places(
    code: str, category: str, *, is_enterprise: bool
) -> None:
    """The first two places are the category, and only 91 is an enterprise."""
    assert uscc.is_valid(code)
    assert uscc.registration_category(code) == category
    assert uscc.is_enterprise_category(code) is is_enterprise


@given(DIGIT_LED_CODES)
def test_stdnum_accepts_our_digit_led_codes(code: str) -> None:
    """A code of ours that starts with two digits is valid for python-stdnum too."""
    assert stdnum_uscc.validate(code) == code
    assert stdnum_uscc.calc_check_digit(code[:LAST]) == uscc.check_character(code[:LAST])


@given(
    st.text(DIGITS, min_size=2, max_size=2),
    st.one_of(
        st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=18),
        st.builds(
            str.__add__,
            st.text(DIGITS, min_size=6, max_size=6),
            st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=10, max_size=10),
        ),
    ),
)
def test_stdnum_agrees_on_digit_led_text(start: str, rest: str) -> None:
    """On digits and capitals that start with two digits the two always agree."""
    text = start + rest
    assert uscc.is_valid(text) is stdnum_uscc.is_valid(text)


@given(DIGIT_LED_CODES, PLACES, st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_stdnum_agrees_on_slightly_wrong_code(code: str, place: int, character: str) -> None:
    """On a code with one place overwritten, its start still digits, the two agree."""
    text = code[:place] + character + code[place + 1 :]
    assume(all(c in DIGITS for c in text[:2]))
    assert uscc.is_valid(text) is stdnum_uscc.is_valid(text)


def test_stdnum_still_refuses_letters_in_the_first_two_places() -> None:
    """A rural collective's code is valid here while python-stdnum refuses its N."""
    code = _completed(VILLAGE_COLLECTIVE_BODY)
    assert uscc.is_valid(code)
    with pytest.raises(InvalidFormat):
        stdnum_uscc.validate(code)


def test_stdnum_still_ignores_the_organisation_check() -> None:
    """python-stdnum accepts a code whose organisation code is unsound, as we do."""
    code = _completed(UNSOUND_BODY)
    assert not uscc.organisation_code_is_sound(code)
    assert stdnum_uscc.is_valid(code)


@pytest.mark.parametrize(
    "text", ["91120116maxt00011u", " 91120116MAXT00011U", "91120116-MAXT00011U"]
)
def test_stdnum_still_folds_what_we_refuse(text: str) -> None:
    """python-stdnum strips and upper-cases before it validates, which we never do."""
    assert not uscc.is_valid(text)
    assert stdnum_uscc.is_valid(text)
