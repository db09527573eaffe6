"""Every example, every format: the same bytes in another time zone, locale and hash seed."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

from clausewright.generator.output import SUFFIXES

EXAMPLES = Path(__file__).parents[2] / "examples"
CODE = textwrap.dedent(
    """
    import hashlib, locale, sys, time
    from pathlib import Path
    from clausewright.generator.assembly import assemble
    from clausewright.generator.inheritance import load_picks
    from clausewright.generator.library import Library
    from clausewright.generator.output import SUFFIXES, render

    locale.setlocale(locale.LC_ALL, "")
    library = Library()
    for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
        agreement = assemble(*load_picks(path, library), library).agreement
        for suffix in SUFFIXES:
            if suffix != ".pdf":
                print(path.stem, suffix, hashlib.sha256(render(agreement, suffix)).hexdigest())
    print(time.tzname[0], hash("seed"), file=sys.stderr)
    """
)


def built_under(**environment: str) -> tuple[list[str], str]:
    command = [sys.executable, "-c", CODE, str(EXAMPLES)]
    done = subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return done.stdout.splitlines(), done.stderr


def test_all_examples_are_the_same_bytes_everywhere():
    here, seed = built_under(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there, other = built_under(TZ="Asia/Kolkata", LC_ALL="C", PYTHONHASHSEED="77")
    assert seed != other
    assert len(here) == len(list(EXAMPLES.glob("*.yaml"))) * (len(SUFFIXES) - 1)
    assert here == there
