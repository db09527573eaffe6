"""The date that reviews and tracked changes carry: only the one that is asked for."""

from __future__ import annotations

import datetime
import os

from clausewright.model.errors import ConfigurationError


def date_of(given: str | None) -> datetime.datetime | None:
    """Read ``--date``, else SOURCE_DATE_EPOCH; None where neither is set.

    Raises:
        ConfigurationError: where it is no date.

    """
    if given is not None:
        try:
            date = datetime.datetime.fromisoformat(given)
        except ValueError as error:
            raise ConfigurationError(
                f'"{given}" is no date; write it as 2026-03-01 or 2026-03-01T09:30:00Z',
                where="--date",
            ) from error
        return date if date.tzinfo else date.replace(tzinfo=datetime.UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f'"{epoch}" is no number of seconds', where="SOURCE_DATE_EPOCH"
        ) from error
