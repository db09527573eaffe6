from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.outline import Role
from clausewright.readers import read


def roles(text, name="draft.md"):
    draft = Draft(read(name, text.encode()), AnalysisSettings("contract", "option"), scanner_for())
    document = draft.document
    return {document.text_of(b.span): draft.outline.role(b) for b in document.blocks}


CONTRACT = """\
EXHIBIT 10.1

HOSTING AGREEMENT

Dated 1 May 2025

This agreement is made between Alpha Ltd (the "Supplier") and Beta plc (the "Customer").

RECITALS

A. The Supplier hosts web shops for its customers.

B. The Customer has a web shop.

NOW, THEREFORE, the parties agree as follows:

1. DEFINITIONS

"Shop" means the web shop of the Customer.

The Shop includes its data.

2. SERVICES

2.1 The Supplier shall host the Shop.

"Outage" means any time in which the Shop does not answer.

- 2 -

IN WITNESS WHEREOF the parties have signed.

By: ____________________

Name: Jo Smith

SCHEDULE 1

The fee is 5 EUR.
"""


def test_a_contract_from_cover_to_schedule():
    found = roles(CONTRACT, "draft.txt")
    assert found["EXHIBIT 10.1"] is Role.TITLE
    assert found["Dated 1 May 2025"] is Role.COVER
    assert found["RECITALS"] is Role.TITLE
    assert found["A. The Supplier hosts web shops for its customers."] is Role.RECITAL
    assert found["B. The Customer has a web shop."] is Role.RECITAL
    assert found["NOW, THEREFORE, the parties agree as follows:"] is Role.OPERATIVE
    assert found['"Shop" means the web shop of the Customer.'] is Role.DEFINITION
    assert found["The Shop includes its data."] is Role.DEFINITION
    assert found["2.1 The Supplier shall host the Shop."] is Role.OPERATIVE
    outage = '"Outage" means any time in which the Shop does not answer.'
    assert found[outage] is Role.DEFINITION
    assert found["- 2 -"] is Role.PAGE
    assert found["IN WITNESS WHEREOF the parties have signed."] is Role.SIGNATURE
    assert found["By: ____________________"] is Role.SIGNATURE
    assert found["Name: Jo Smith"] is Role.SIGNATURE
    assert found["The fee is 5 EUR."] is Role.OPERATIVE


def test_recitals_without_a_heading():
    found = roles(
        "WHEREAS the Supplier hosts shops;\n\nWHEREAS the Customer has one;\n\n"
        "The parties agree to what follows here.\n\nThe Supplier shall host it.\n"
    )
    assert found["WHEREAS the Supplier hosts shops;"] is Role.RECITAL
    assert found["The Supplier shall host it."] is Role.OPERATIVE


def test_a_markdown_sla():
    found = roles(
        "# Hosting SLA\n\nVersion: 1.2\n\nOwner: Jo Smith\n\n- [Scope](#scope)\n- [Fees](#fees)\n"
        "- [Term](#term)\n\n## Scope\n\nVersion control is part of the service.\n\n> As the policy"
        " says.\n\n```\nx = y / z\n```\n\n**Shop** means the web shop.\n\n## Document control\n\n"
        "| Version | Date |\n|---|---|\n| 1.2 | 1 May |\n\n## Signatures\n\n"
        "| Name | Signature |\n|---|---|\n| Jo | |\n"
    )
    assert found["Version: 1.2"] is Role.CONTROL
    assert found["Owner: Jo Smith"] is Role.CONTROL
    assert found["Scope"] is Role.TITLE
    assert found["Fees"] is Role.CONTENTS
    assert found["Version control is part of the service."] is Role.OPERATIVE
    assert found["As the policy says."] is Role.QUOTATION
    assert found["x = y / z"] is Role.CODE
    assert found["Shop means the web shop."] is Role.DEFINITION
    assert found["1 May"] is Role.CONTROL
    assert found["Jo"] is Role.SIGNATURE


def test_a_signature_table_without_a_heading():
    found = roles(
        "The fee is due.\n\n| For the Supplier | For the Customer |\n|---|---|\n| Signature: |"
        " Signature: |\n| Name: | Name: |\n| Date: | Date: |\n\nThe end.\n"
    )
    assert found["For the Supplier"] is Role.SIGNATURE
    assert found["The fee is due."] is Role.OPERATIVE


def test_a_note_on_signing_is_operative():
    found = roles(
        "The Supplier shall sign each change order within 5 days.\n\nBy the end of May.\n"
    )
    assert set(found.values()) == {Role.OPERATIVE}
