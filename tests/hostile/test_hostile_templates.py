"""A firm's template can neither run code nor take the machine: refused within its bounds."""

import os

import pytest
from hostile_templates import MARKER, TEMPLATES


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
@pytest.mark.parametrize("what", TEMPLATES)
def test_a_hostile_template_is_refused(run, row, what, picks):
    template, told = TEMPLATES[what]
    run.write("picks.yaml", picks)
    run.write("firm.docx", template)
    ran = run("build", "picks.yaml", "-o", "built.docx", "--template", "firm.docx", "-q")
    ran.check(code=2, peak=1200)
    assert told in ran.err, ran.err
    assert not (run.folder / MARKER).exists()
    assert not (run.folder / "built.docx").exists()
    row(f"template: {what}", f'refused: "{told}"', ran.err.strip(), ran)
