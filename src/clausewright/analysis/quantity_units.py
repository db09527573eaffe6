"""Units as contracts write them: what they measure and how large they are in their base unit."""

from __future__ import annotations

from typing import Final, NamedTuple

from clausewright.model.facts import Dimension

SECOND: Final = 1.0
MINUTE: Final = 60.0
HOUR: Final = 3600.0
DAY: Final = 86400.0
WEEK: Final = 7 * DAY
MONTH: Final = 30 * DAY
QUARTER: Final = 90 * DAY
YEAR: Final = 365 * DAY
BUSINESS_DAY: Final = 8 * HOUR
BUSINESS_WEEK: Final = 5 * BUSINESS_DAY

# One unit of time by each of its names. A bare "m" is left out: it is metres as often as minutes.
TIME_UNITS: Final[dict[str, float]] = {
    name: seconds
    for names, seconds in (
        ("ms msec msecs millisecond milliseconds", 0.001),
        ("s sec secs second seconds", SECOND),
        ("min mins minute minutes", MINUTE),
        ("h hr hrs hour hours", HOUR),
        ("d day days", DAY),
        ("wk wks week weeks", WEEK),
        ("fortnight fortnights", 2 * WEEK),
        ("mo mos month months", MONTH),
        ("quarter quarters", QUARTER),
        ("yr yrs year years", YEAR),
    )
    for name in names.split()
}

# Words that may stand between the number and its unit of time. True: counted in business time.
TIME_QUALIFIERS: Final[dict[str, bool]] = {
    **dict.fromkeys(
        (
            "business",
            "biz",
            "bus",
            "working",
            "work",
            "office",
            "banking",
            "trading",
            "workday",
            "school",
        ),
        True,
    ),
    **dict.fromkeys(
        (
            "calendar",
            "clock",
            "consecutive",
            "continuous",
            "cumulative",
            "elapsed",
            "full",
            "further",
            "additional",
            "successive",
            "support",
            "service",
            "operational",
            "operating",
            "contract",
            "billing",
            "fiscal",
            "financial",
            "natural",
            "running",
            "whole",
            "complete",
            "straight",
        ),
        False,
    ),
}

# One word for a working day, in any of its spellings.
BUSINESS_DAY_WORDS: Final = frozenset(
    {"workday", "workdays", "weekday", "weekdays", "bd", "bds", "nbd"}
)

PERCENT_WORDS: Final = frozenset({"%", "percent", "pct", "percentage", "percents", "\u2030"})

_KILO: Final = 1000.0
DATA_UNITS: Final[dict[str, float]] = {
    **{
        prefix + unit: _KILO**power
        for power, prefix in enumerate(("k", "m", "g", "t", "p"), 1)
        for unit in ("b", "byte", "bytes")
    },
    **{f"{prefix}ib": 1024.0**power for power, prefix in enumerate(("k", "m", "g", "t", "p"), 1)},
    **{
        f"{prefix}byte{plural}": _KILO**power
        for power, prefix in enumerate(("kilo", "mega", "giga", "tera", "peta"), 1)
        for plural in ("", "s")
    },
}

# Rates that are written as one word or with a slash; the base is events (or bits) per second.
RATE_UNITS: Final[dict[str, float]] = {
    **{f"{prefix}bps": _KILO**power for power, prefix in enumerate(("", "k", "m", "g", "t"))},
    **{f"{prefix}bit/s": _KILO**power for power, prefix in enumerate(("", "k", "m", "g", "t"))},
    **dict.fromkeys(
        ("rps", "tps", "qps", "iops", "req/s", "requests/s", "requests/sec", "requests/second"), 1.0
    ),
    **dict.fromkeys(("transactions/s", "transactions/second", "queries/second", "req/sec"), 1.0),
    **dict.fromkeys(("rpm", "requests/min", "requests/minute", "req/min"), 1 / MINUTE),
}
RATE_NOUNS: Final = frozenset(
    {"requests", "transactions", "queries", "calls", "operations", "messages", "events", "records"}
)

CURRENCY_SYMBOLS: Final[dict[str, str]] = {
    "$": "usd",
    "\u20ac": "eur",
    "\u00a3": "gbp",
    "\u00a5": "jpy",
    "\u20b9": "inr",
}
CURRENCY_WORDS: Final[dict[str, str]] = {
    **{
        code: code
        for code in (
            "usd eur gbp chf jpy inr aud cad nzd sgd hkd sek nok dkk pln czk huf zar brl mxn ils "
            "cny rmb aed sar try rub"
        ).split()
    },
    **dict.fromkeys(("dollar", "dollars"), "usd"),
    **dict.fromkeys(("euro", "euros"), "eur"),
    **dict.fromkeys(("pound", "pounds"), "gbp"),
    **dict.fromkeys(("franc", "francs"), "chf"),
    **dict.fromkeys(("rupee", "rupees", "rs"), "inr"),
}
MULTIPLIERS: Final[dict[str, float]] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "billion": 1e9,
    "bn": 1e9,
}


class Unit(NamedTuple):
    """A unit read in the text: where it ends, how it is written, what one of it is worth."""

    end: int
    name: str
    dimension: Dimension
    size: float
    business: bool = False


def time_unit(name: str, qualifiers: tuple[str, ...]) -> tuple[float, bool] | None:
    """Give seconds in one unit of time and whether it counts business time, or None."""
    if name in BUSINESS_DAY_WORDS:
        return BUSINESS_DAY, True
    size = TIME_UNITS.get(name)
    if size is None:
        return None
    business = any(TIME_QUALIFIERS[word] for word in qualifiers)
    if business and size == DAY:
        size = BUSINESS_DAY
    elif business and size == WEEK:
        size = BUSINESS_WEEK
    return size, business
