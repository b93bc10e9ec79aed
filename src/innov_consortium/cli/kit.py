"""``innov-consortium kit``: whether a policy package keeps to all that a policy package has to."""

from __future__ import annotations

import argparse

from innov_consortium.cli.output import Output
from innov_consortium.errors import PolicyNotFoundError
from innov_consortium.plugins import catalogue
from innov_consortium.selection import editions_of
from innov_consortium.testing.kit import as_document, check_policy, told, told_in_markdown

__all__ = ["run"]


def run(given: argparse.Namespace, output: Output) -> int:
    """Hold a policy against the kit and print the page; of several editions, a page for each.

    The exit status is 0 if it conforms, 1 if not, or if the plugin of that name was refused, 2 if
    there is no such policy. As JSON, several editions are a list.
    """
    if _is_refused(given.code, output):
        return 1
    try:
        editions = editions_of(given.code, on=given.on)
    except PolicyNotFoundError:
        _tell_of_refused(output)
        raise
    looked = [check_policy(one, mutants=given.mutants, seed=given.seed) for one in editions]
    if output.as_json:
        documents = [as_document(one) for one in looked]
        output.document(documents if len(documents) > 1 else documents[0])
    elif given.format == "markdown":
        output.page("\n".join(told_in_markdown(one, given.lang) for one in looked))
    else:
        output.text("\n\n".join(told(one, given.lang).rstrip("\n") for one in looked))
    return 0 if all(one.conforms for one in looked) else 1


def _is_refused(name: str, output: Output) -> bool:
    """Say why the plugin of a name could not be used, if there is one."""
    refused = [r for r in catalogue().refused if name in (r.plugin, r.distribution.split(" ")[0])]
    if refused and output.as_json:
        output.document(
            {
                "schema": "innov-consortium/conformance/1",
                "plugin": name,
                "conforms": False,
                "refused": [
                    {"path": f.path, "zh": f.zh, "en": f.en} for r in refused for f in r.faults
                ],
            }
        )
    for one in refused:
        output.say(
            f"✗ 插件 {one.plugin}（{one.distribution}）不能使用，其他检查无从进行：",
            f"✗ the plugin {one.plugin} ({one.distribution}) cannot be used, so nothing else runs:",
        )
        output.say(f"  {one.reason}", f"  {one.reason}")
    return bool(refused)


def _tell_of_refused(output: Output) -> None:
    """Say which plugins were refused: the policy looked for may be one of theirs."""
    for one in catalogue().refused:
        output.say(
            f"插件 {one.plugin}（{one.distribution}）未能载入，所找的政策可能在其中：{one.reason}",
            f"the plugin {one.plugin} ({one.distribution}) was refused; the policy may be one of"
            f" its own: {one.reason}",
        )
