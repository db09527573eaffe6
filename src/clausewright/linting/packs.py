"""The packs of a configuration: found, loaded, and free of clashes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausewright.model.errors import ConfigurationError

if TYPE_CHECKING:
    from clausewright.lint_rules.pack import Pack, PackFile
    from clausewright.lint_rules.rule import Rule


def find_packs(names: Iterable[str], root: Path, *, where: str) -> tuple[PackFile, ...]:
    """Give the files of the packs that a configuration names, each once.

    Raises:
        ConfigurationError: where there is none of a name; ``where`` names the setting.

    """
    from clausewright.lint_rules.pack import pack_file  # noqa: PLC0415  (most runs have no pack)
    from clausewright.lint_rules.pack_sources import pack_paths  # noqa: PLC0415

    paths = (path for name in names for path in pack_paths(name, root, where=where))
    return tuple(pack_file(path) for path in dict.fromkeys(paths))


def rules_with(packs: tuple[PackFile, ...]) -> tuple[Rule[Any], ...]:
    """Give all rules there are: ours, then those of the packs.

    Raises:
        ConfigurationError: as ``pack_rules`` does.

    """
    from clausewright.lint_rules import RULES  # noqa: PLC0415  (no answer that is kept needs them)

    return (*RULES, *pack_rules(packs))


@lru_cache(maxsize=64)
def pack_rules(files: tuple[PackFile, ...]) -> tuple[Rule[Any], ...]:
    """Give the rules of packs, in their order.

    Raises:
        ConfigurationError: with file and line, where a pack is wrong or two rules clash.

    """
    if not files:
        return ()
    from clausewright.lint_rules import RULES  # noqa: PLC0415  (most runs have no pack)
    from clausewright.lint_rules.pack import load_pack  # noqa: PLC0415  (as above)

    families = {rule.code[:3] for rule in RULES}
    taken = {rule.name: "a rule of the product" for rule in RULES}
    found: list[Rule[Any]] = []
    for pack in map(load_pack, files):
        for rule in pack.rules:
            if rule.code[:3] in families:
                raise _clash(pack, rule, f"{rule.code[:3]} is a family of the product")
            for word, what in ((rule.code, "code"), (rule.name, "name")):
                if word in taken:
                    raise _clash(pack, rule, f'the {what} "{word}" is taken by {taken[word]}')
                taken[word] = f"{rule.code} in {pack.file}"
            found.append(rule)
    return tuple(found)


def _clash(pack: Pack, rule: Rule[Any], message: str) -> ConfigurationError:
    return ConfigurationError(
        f"{message}: choose another", where=pack.file, line=pack.lines[rule.code][0]
    )
