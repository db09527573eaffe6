"""Many agreements from one picks file: each row of a CSV file overrides some of its values.

A column is named by the way to the value: ``parties.customer.name``, ``dates.effective``,
``clauses.fees.charges.charge``, ``metrics.0.target``. Any other column is for the names of the
output files only: ``-o "out/{number}.docx"``.
"""

from __future__ import annotations

import copy
import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from clausewright.files.yaml import Yaml
from clausewright.generator.picks import Picks
from clausewright.generator.validation import validate
from clausewright.model.errors import PicksError

_COLUMN = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r"[^\w .()+@-]", re.UNICODE)


@dataclass(frozen=True)
class Row:
    """One row: its line in the CSV file and its cells by column."""

    line: int
    cells: Mapping[str, str]


def rows_of(path: Path) -> Iterator[Row]:
    """Read rows one by one; raise PicksError for a file that is no CSV with a header."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if not reader.fieldnames:
                raise PicksError("is empty: the first line names the columns", where=str(path))
            for cells in reader:
                if None in cells or None in cells.values():
                    told = f"this row does not have {len(reader.fieldnames)} cells"
                    raise PicksError(told, where=str(path), line=reader.line_num)
                yield Row(reader.line_num, cells)
    except OSError as error:
        told = (error.strerror or str(error)).lower()
        raise PicksError(f"cannot be read: {told}", where=str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise PicksError(f"cannot be read as CSV: {error}", where=str(path)) from error


def picks_of(row: Row, yaml: Yaml) -> tuple[Picks, Yaml]:
    """Give the picks of one row: those of the file, with the cells of the row laid over."""
    data = copy.deepcopy(yaml.data)
    for column, cell in row.cells.items():
        if cell and _is_path(column, data):
            _set(data, _steps(column), cell)
    changed = Yaml(data, yaml.where, yaml.places, yaml.origins)
    return validate(Picks, changed, PicksError), changed


def _is_path(column: str, data: Mapping[str, Any]) -> bool:
    return column.split(".", 1)[0] in data or column in Picks.model_fields


def _steps(column: str) -> list[str]:
    """Cut a column name into steps; the id of a clause is one step of two words."""
    steps = column.split(".")
    if steps[0] == "clauses" and len(steps) >= 3:
        return ["clauses", f"{steps[1]}.{steps[2]}", *steps[3:]]
    return steps


def _set(data: Any, steps: list[str], cell: str) -> None:  # noqa: ANN401 - plain YAML data
    for step, after in pairwise(steps):
        if isinstance(data, list):
            data = _item(data, step)
        else:
            if data.get(step) is None:
                data[step] = {}
            data = data[step]
        if not isinstance(data, dict | list):
            raise PicksError(f'the column "{".".join(steps)}" leads nowhere at "{after}"')
    if isinstance(data, list):
        data[data.index(_item(data, steps[-1]))] = cell
    else:
        data[steps[-1]] = cell


def _item(items: list[Any], step: str) -> Any:  # noqa: ANN401 - plain YAML data
    if not step.isdigit() or int(step) >= len(items):
        raise PicksError(f'"{step}" is no place in a list of {len(items)}, counted from 0')
    return items[int(step)]


def name_for(pattern: str, row: Row) -> str:
    """Put cells into the pattern of an output name; characters unfit for a file name become _."""

    def cell(found: re.Match[str]) -> str:
        if found[1] not in row.cells:
            known = ", ".join(row.cells)
            raise PicksError(f'no column is named "{found[1]}"; the columns are {known}')
        text = _UNSAFE.sub("_", row.cells[found[1]]).strip(". ")
        return text or "_"

    return _COLUMN.sub(cell, pattern)
