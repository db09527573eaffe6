"""Write what the product is made of: the licence table and the bill of materials of the wheel.

usage: supply_chain.py

docs/licences.md lists every package that the product and its extras bring along, with the licence
that its installed metadata declare; rows of extras that are not installed stay as they are.
requirements/clausewright.cdx.json lists what the product itself needs, at the versions and digests
of the lock; the wheel carries it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "ci.txt"
BILL = ROOT / "requirements" / "clausewright.cdx.json"
LICENCES = ROOT / "docs" / "licences.md"
NOT_OURS = "dev"
"""The extra of those who develop; nothing of it reaches a user."""

_SHORT = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
_NAMED_ONLY = ("BSD",)
"""What packages declare and no register of licences knows."""


class Package(NamedTuple):
    """A package that is brought along; ``needs`` are the names of those it brings in turn."""

    name: str
    licence: str
    needs: tuple[str, ...]


EVERYBODY = "every installation"

Users = dict[str, tuple[Package, list[str]]]
"""Packages by name, each with those who need it: everybody, or some extras."""


def declared(extra: str | None) -> list[Requirement]:
    """Give what pyproject.toml asks for, for the product or for one of its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["dependencies"] if extra is None else project["optional-dependencies"][extra]
    found = []
    for one in map(Requirement, asked):
        if one.name == project["name"]:
            found += [inner for name in sorted(one.extras) for inner in declared(name)]
        else:
            found.append(one)
    return found


def extras() -> list[str]:
    """Give the names of the extras for users."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return sorted(name for name in project["optional-dependencies"] if name != NOT_OURS)


def brought_along(asked: Iterable[Requirement], missing: set[str]) -> dict[str, Package]:
    """Follow requirements through the installed metadata; names that are not installed are told."""
    found: dict[str, Package] = {}
    waiting = list(asked)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            missing.add(name)
            continue
        needs = list(_needs(distribution, requirement.extras))
        waiting += needs
        names = tuple(sorted({canonicalize_name(one.name) for one in needs}))
        found[name] = Package(name, licence_of(distribution.metadata), names)
    return dict(sorted(found.items()))


def _needs(distribution: metadata.Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    asked = tuple(extras) or ("",)
    for text in distribution.requires or ():
        one = Requirement(text)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in asked):
            yield one


def licence_of(told: metadata.PackageMetadata) -> str:
    """Give the licence a package declares: the expression, the short field, the classifiers."""
    field = str(told.get("License") or "")
    candidates = (told.get("License-Expression"), field if len(field) < 60 else "")
    first = next((one for one in candidates if one), "")
    if first:
        return _SHORT.get(first, first)
    known = dict.fromkeys(told.get_all("Classifier") or ())
    classified = [one.rpartition(" :: ")[2] for one in known if one.startswith("License :: ")]
    return ", ".join(_SHORT.get(one, one) for one in classified) or "not declared"


def table(packages: Users) -> str:
    """Write the page."""
    lines = [
        "# Licences of what is brought along",
        "",
        "Written by `make licences` from the metadata of the installed packages; not legal advice.",
        "Clausewright itself is under Apache-2.0. None of these packages is part of the wheel: an",
        "installer fetches them. docxtpl, under the LGPL, is used unchanged, as a library, by one",
        "module. Where a package declares several licences without saying how they relate, all are",
        "listed.",
        "",
        "The wheel carries a bill of materials (CycloneDX 1.6) in its `.dist-info/sboms`: what",
        "every installation needs, at the versions of the lock. An installer may choose others.",
        "Two builds of one commit give the same wheel, byte for byte.",
        "",
        "| package | licence | needed by |",
        "|---|---|---|",
    ]
    for name, (package, users) in sorted(packages.items()):
        lines.append(f"| {name} | {package.licence} | {', '.join(users)} |")
    return "\n".join(lines) + "\n"


def all_packages(page: str) -> Users:
    """Give all packages; of an extra that is not installed in full the page tells the users."""
    found: Users = {}
    for extra in (None, *extras()):
        missing: set[str] = set()
        user = EVERYBODY if extra is None else f"extra {extra}"
        here = brought_along(declared(extra), missing)
        if missing:
            print(f"{user} is read from the page, not installed: {', '.join(sorted(missing))}")
            here |= {
                name: Package(name, licence, ())
                for name, licence, users in listed(page)
                if user in users.split(", ") and name not in here
            }
        for name, package in here.items():
            users = found.setdefault(name, (package, []))[1]
            if EVERYBODY not in users:
                users.append(user)
    return found


class Locked(NamedTuple):
    """A package of the lock."""

    version: str
    digests: tuple[str, ...]


def locked() -> dict[str, Locked]:
    """Read the lock."""
    found = {}
    for entry in re.split(r"\n(?=\S)", LOCK.read_text("utf-8")):
        pinned = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", entry)
        if pinned:
            digests = tuple(sorted(re.findall(r"sha256:([0-9a-f]{64})", entry)))
            found[canonicalize_name(pinned[1])] = Locked(pinned[2], digests)
    return found


def bill() -> str:
    """Write the bill of materials: CycloneDX 1.6, the same bytes for the same lock."""
    missing: set[str] = set()
    packages = brought_along(declared(None), missing)
    versions = locked()
    missing |= packages.keys() - versions.keys()
    if missing:
        sys.exit(f"not installed or not locked: {', '.join(sorted(missing))}")
    direct = sorted({canonicalize_name(one.name) for one in declared(None)})
    references = {name: f"pkg:pypi/{name}@{versions[name].version}" for name in packages}
    told: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": "clausewright",
                "name": "clausewright",
                "version": _own_version(),
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": [
            _component(package, versions[name], references[name])
            for name, package in packages.items()
        ],
        "dependencies": [
            {"ref": "clausewright", "dependsOn": [references[name] for name in direct]},
            *(
                {"ref": references[name], "dependsOn": [references[one] for one in package.needs]}
                for name, package in packages.items()
            ),
        ],
    }
    return json.dumps(told, indent=1) + "\n"


def _own_version() -> str:
    text = (ROOT / "src" / "clausewright" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        sys.exit("src/clausewright/__init__.py names no version")
    return found[1]


def _component(package: Package, pinned: Locked, reference: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference,
        "name": package.name,
        "version": pinned.version,
        "purl": reference,
        "scope": "required",
        "licenses": [_licence(package.licence)],
    }
    if len(pinned.digests) == 1:  # one file for all systems
        told["hashes"] = [{"alg": "SHA-256", "content": pinned.digests[0]}]
    return told


def _licence(licence: str) -> dict[str, Any]:
    if licence in _NAMED_ONLY or not _SPDX.fullmatch(licence):
        return {"license": {"name": licence}}
    return {"expression": licence}


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    page = LICENCES.read_text("utf-8") if LICENCES.exists() else ""
    packages = all_packages(page)
    LICENCES.write_text(table(packages), "utf-8")
    print(f"{len(packages)} packages in {LICENCES.relative_to(ROOT)}")
    BILL.write_text(bill(), "utf-8")
    print(f"bill of materials in {BILL.relative_to(ROOT)}")


def listed(page: str) -> Iterator[tuple[str, str, str]]:
    """Read the rows of the page."""
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "package":
            yield cells[0], cells[1], cells[2]


if __name__ == "__main__":
    main()
