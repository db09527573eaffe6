"""From YAML to typed models: every fault with file and line, and a suggestion where one is near."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from clausewright.files.yaml import Yaml
from clausewright.model.errors import ClausewrightError, PicksError, suggestion

ModelT = TypeVar("ModelT", bound=BaseModel)


class Strict(BaseModel):
    """A model that refuses keys it does not know and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def fail(kind: type[ClausewrightError], faults: Iterable[ClausewrightError]) -> None:
    """Raise all faults as one error, one a line, each with its own place; nothing if none."""
    found = list(faults)
    if len(found) == 1:
        raise found[0]
    if found:
        raise kind("\n".join(str(fault) for fault in found))


def validate(model: type[ModelT], yaml: Yaml, kind: type[ClausewrightError]) -> ModelT:
    """Build a model from a YAML document, or raise all that is wrong with it."""
    if not isinstance(yaml.data, dict):
        page = "docs/picks.md" if kind is PicksError else "docs/clauses.md"
        raise yaml.error(kind, f"this file holds no keys; see {page} for its format")
    try:
        return model.model_validate(yaml.data)
    except ValidationError as error:
        faults = [_fault(detail, model, yaml, kind) for detail in error.errors()]
    fail(kind, faults)
    raise AssertionError("a validation error without details")


def _fault(
    detail: ErrorDetails, model: type[BaseModel], yaml: Yaml, kind: type[ClausewrightError]
) -> ClausewrightError:
    path = tuple(step for step in detail["loc"] if _is_in_file(step, detail["loc"], yaml))
    name = ".".join(str(step) for step in path)
    if detail["type"] == "extra_forbidden":
        last = str(detail["loc"][-1])
        message = f'unknown key "{last}"{suggestion(last, _keys_beside(model, path[:-1]))}'
    elif detail["type"] == "missing":
        message = f'"{detail["loc"][-1]}" is missing'
    elif detail["type"] == "value_error":
        told = str(detail["ctx"]["error"])
        message = f"{name}: {told}" if name and path[-1] != "[key]" else told
    else:
        told = detail["msg"][0].lower() + detail["msg"][1:]
        message = f"{name}: {told} (found {_shown(detail['input'])})"
    return yaml.error(kind, message, *path)


def _is_in_file(step: str | int, steps: tuple[str | int, ...], yaml: Yaml) -> bool:
    """Tell real steps from the names of union members that pydantic puts between them."""
    upto = steps[: steps.index(step) + 1]
    return upto in yaml.places or step is steps[-1] or isinstance(step, int)


def _keys_beside(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Give the keys that may stand at a path, as far as the models tell."""
    for step in path:
        if not isinstance(step, str) or step not in model.model_fields:
            continue
        for inner in _models_in(model.model_fields[step].annotation):
            model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    found: list[type[BaseModel]] = []
    for argument in getattr(annotation, "__args__", ()):
        found += _models_in(argument)
    return found


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
