"""Texts at the edges of rules: too fine for the page of a rule, and held all the same.

By code: each text must hold as an example of the rule does (``clausewright.testing``).
"""

from __future__ import annotations

from clausewright.lint_rules.rule import Bad, Good

_SCALE = "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | {} |\n| < 99.0% | {} |\n\n"
_PARTIES = (
    'This agreement is made between Acme Hosting Ltd (the "Provider") and {} (the "Customer").'
    "\n\nUptime is 99.5% a month.\n\n"
)

_ACTS = (
    "send a report", "pay the fee", "answer each call", "repair the fault", "keep the records",
    "deliver the plan", "notify the Customer", "restore the Service", "return the data",
    "provide the tools", "report each fault", "review the plan", "train the staff",
    "test the backup", "inform the Customer", "supply the parts", "check the logs",
)  # fmt: skip


def _duties(shall: int, will: int, before: str = "") -> str:
    """Duties of a party, so many with each modal; ``before`` stands before those with "will"."""
    acts = [f"The Supplier shall {act} within 5 days." for act in _ACTS[:shall]]
    acts += [
        f"{before}{'t' if before else 'T'}he Supplier will {act} within 5 days."
        for act in _ACTS[-will:]
    ]
    return _PARTIES.format("Tide Books plc") + "\n\n".join(acts)


BOUNDARIES: dict[str, tuple[Bad | Good, ...]] = {
    "CRD004": (
        Good(
            _SCALE.format("EUR 10", "EUR 25")
            + "Service credits shall not exceed 15% of the monthly fee.",
            note="Sums are no shares.",
        ),
        Good(
            "Service credits of 40% of the monthly fee are capped at 30% of the monthly fee.",
            note="A sentence on a cap grants nothing.",
        ),
        Good(
            "A credit is due where 60% of the monthly charge is disputed. Credits are capped at "
            "30% of the monthly charge.",
        ),
        Good(
            "The Customer receives a credit of 45 days of the monthly charge. Credits are capped "
            "at 30% of the monthly charge.",
        ),
        Good(_SCALE.format("10%", "25%") + "Service credits shall not exceed 15%."),
        Good("Service credits shall not exceed 0.5% of the monthly fee."),
        Good(
            _SCALE.format("10% of the monthly fee", "25% of the monthly fee")
            + "Service credits shall not exceed 25% of the monthly fee.",
            note="As high as the highest.",
        ),
    ),
    "CRD009": (
        Good(
            "Service credits are the sole remedy for a missed level.\n\nThe right to audit the "
            "books is in addition to any other rights of the auditor.",
        ),
        Good(
            "Credits are the sole remedy, except for wilful acts.\n\nThe credits are without "
            "prejudice to any other rights of the Customer.",
        ),
    ),
    "DAT006": (
        Good(
            "The term of this Agreement is 20 Business Days. Either party may terminate this "
            "Agreement by 60 days' notice.",
        ),
        Good(
            "This Agreement may be cancelled within a period of 10 days. Either party may "
            "terminate it by 30 days' notice.",
        ),
        Bad("Term is 60 days. Either party may terminate this Agreement on «90 days»' notice."),
        Good("The term is 60 days. Either party may terminate this Agreement on 60 days' notice."),
        Good(
            "The term is 60 days in one part and the trial lasts 20 days.\n\nEither party may "
            "terminate this Agreement on 90 days' notice.",
            note="Two lengths: either may be meant.",
        ),
    ),
    "DEF003": (
        Good('"Fees" means the price.\n\n"Fees" has the meaning given in section 4.'),
        Good(
            _PARTIES.format("Borel Foods Inc") + '"Provider" means Acme.\n\n"Provider" means it.',
            note="A party.",
        ),
        Good('The plan (the "Agreement") is due.\n\nThe map of the site (the "Agreement") is due.'),
        Good('Each part, (the "Goods" or together, the "Goods"), is new.'),
        Bad('"Fees" means the price of goods.\n\nAll taxes of a year (the "«Fees»") are due.'),
        Good(
            f'Under it the price of all the goods (the "Fees") is due.\n\n{"It is paid. " * 20}\n\n'
            'Under it the price of all the goods (the "Fees") is due.',
            note="The same words before it.",
        ),
        Bad(
            f'The price of the goods (the "Fees") is due.\n\n{"It is paid. " * 20}\n\n'
            'All taxes of a year (the "«Fees»") are due.'
        ),
        Good(
            '"Fees" means the price of goods.\n\nSee ANNEX B for more.\n\n"Fees" means the price '
            "of work.",
            note="An attachment begins between them.",
        ),
        Bad(
            'See ANNEX B for more.\n\n"Fees" means the price of goods.\n\n"«Fees»" means the price '
            "of work.\n\nSee ANNEX C for more."
        ),
        Good('"Fees" means the price.\n\n"Fees" means the price.', note="The same words."),
        Good('"Data" means words.\n\n"Data" shall also include pictures.'),
        Good('"Copy" means a print.\n\nWhen used as a verb, "Copy" means to print.'),
    ),
    "DEF007": (
        Good("The Provider pays 5% for downtime that lasts more than an hour a month."),
        Good("| Downtime |\n|---|\n| 5% |\n\nIt is paid.", note="A heading of a column."),
        Bad("| What | Level |\n|---|---|\n| «Downtime» | at most one hour a month |\n"),
        Good(
            "| What | Level |\n|---|---|\n| Downtime | low |\n| Uptime | 99.9% a month |\n",
            note="The level stands in another row.",
        ),
        Good(
            "The Provider pays 5% for downtime above one hour a month.\n\n## 4. Downtime\n\n"
            "Counted is each minute in which the portal gives no answer."
        ),
    ),
    "DRF001": (
        Bad("The fee is «[insert the amount of the monthly fee that is due for the w]» a month."),
        Bad("The fee is «[insert the amount of the monthly fee that is due for the wo]» a month."),
    ),
    "DRF005": (
        Bad("T«\u200b»he Supplier answers calls.", instead="The Supplier answers calls."),
        Good("The name is \u0915\u094d\u200d\u0937 here."),
        Good("The sign \U0001f468\u200d\U0001f469 stands here."),
        Good("The name is \u0915\u200c\u200d\u0937 here.", note="Both joiners in a row."),
        Good("The word a\u200d\u0915 starts in one script."),
        Good("The word \u0915\u200da ends in another."),
        Bad("The sign \u058f«\u200d»a is no letter of them."),
        Bad("The word a«\u200d»a\u0915 joins two Latin letters."),
        Good("The word \u05d0\u200f is Hebrew."),
        Good("The word \u200f\u05d0 is Hebrew."),
        Bad("The word a«\u200f»a is not."),
    ),
    "DUT001": (
        Good("Reports may be sent each month.", note="A permission."),
        Good("Words shall be read in context.", note="Nobody's act."),
        Good(
            "The Supplier shall pay a credit for each fault. Credits shall be paid in March.",
            note="The sentence before says who pays.",
        ),
        Good("The Supplier shall deliver a report. Reports shall be delivered in March."),
        Bad("The Supplier shall deliver a report. Backups «shall be tested» in March."),
        Bad("Faults are rare. Reports «shall be delivered» in March."),
        Good("Notices shall be sent each month.", note="Each side sends its own."),
        Bad(f"Reports «shall be sent» in March{' and in the month after' * 15}."),
        Good(f"Reports shall be sent in March{' and in the month after' * 17}.", note="Too long."),
    ),
    "LEN005": (
        Good("word " * 199 + "end."),
        Bad("«" + "word " * 200 + "end.»"),
    ),
    "NUM003": (
        Good("The fee is 5 days (120 hours) long.", note="Five times 24."),
        Bad("The work takes «5 days (100 hours)»."),
        Good("The work takes 5 days (120 hours) or 6 days (150 hours of work)."),
        Good("The work takes 5 Business Days (40 hours)."),
        Good("The work takes 5 days (6 days)."),
        Good("The work takes 2 to 3 days (60 hours)."),
        Good("The work takes 1 month (31 days)."),
        Good("The work takes 5 days (at most 100 hours)."),
        Bad("| Item | Fee |\n|---|---|\n| A | 10 |\n| B | 20 |\n| Total | «31» |\n"),
        Good("| Item | Fee |\n|---|---|\n| A | 10.5 |\n| B | 20.4 |\n| Total | 31.0 |\n"),
        Bad("| Item | Fee |\n|---|---|\n| A | 10.5 |\n| B | 20.3 |\n| Total | «31.0» |\n"),
        Good(
            "| Item | Fee |\n|---|---|\n| A | 10 |\n| Total | 31 |\n", note="One row adds to none."
        ),
        Good("| Item | Fee |\n|---|---|\n| A | 10 |\n| Discount | 5 |\n| Total | 5 |\n"),
        Good("| Item | Fee |\n|---|---|\n| A | EUR 10 |\n| B | USD 20 |\n| Total | EUR 31 |\n"),
        Good("| Item | Fee |\n|---|---|\n| A | 10 |\n| B | open |\n| Total | 31 |\n"),
    ),
    "NUM005": (
        Good("| Part | Share of the fee |\n|---|---|\n| A | 40% |\n| B | 60% |\n"),
        Bad("| Part | Share of the fee |\n|---|---|\n| A | «40%» |\n| B | 50% |\n"),
        Good("| Part | Share of the fee |\n|---|---|\n| A | 40% |\n", note="One share alone."),
        Good(
            "| Part | Share of the fee |\n|---|---|\n| A | 40 |\n| B | 50 |\n", note="No percent."
        ),
        Good("| Part | Share of the fee |\n|---|---|\n| A | 40% |\n| B | the rest |\n"),
        Good(
            "| Part | Share of the fee |\n|---|---|\n| A | 40% |\n| B | 60% |\n| Total | 100% |\n"
        ),
        Good("| Part | Share of the fee |\n|---|---|\n| A | 40.02% |\n| B | 60.07% |\n"),
        Bad("| Share of risk | Share of the fee |\n|---|---|\n| 10% | «40%» |\n| 20% | 50% |\n"),
        Good("The shares of both follow.\n\n- A: 40%\n- B: 50%", note="No colon, no list of it."),
        Good("The shares of stock are held as follows:\n\n- A: 40%\n- B: 50%", note="Equity."),
        Bad("The shares of the fee are as follows:\n\n- A: «40%»\n- B: 50%"),
        Good("The shares of the fee are as follows:\n\n- A: 40%", note="One share alone."),
        Good("The shares of the fee are as follows:\n\n- A: 40%\n- B: the rest"),
        Bad("The fee is shared as follows: A bears «40%», B bears 50%."),
        Good("The fee is shared as follows: A bears 40%, B bears 60%."),
        Good("The fee is shared as follows: A bears 40%, B bears 60%, in all 100%."),
        Good("The shares of stock are split as follows: A holds 40%, B holds 50%."),
    ),
    "PTY002": (
        Good(
            _PARTIES.format("Borel Foods Inc").replace("Acme Hosting Ltd (the", "Acme Ltd (the")
            + "## Signatures\n\nSigned for Acme and Borel: ______________\n"
        ),
        Good(
            _PARTIES.format('Borel Foods Inc (the "Buyer") and Cast Ltd')
            + "## Signatures\n\nFor Acme Hosting Ltd: ______________\n",
            note="Three sides: who signs for whom is open.",
        ),
        Good(
            _PARTIES.format("Acme Foods Inc") + "## Signatures\n\nFor Acme: ______________\n",
            note="The name that both share.",
        ),
        Good(
            _PARTIES.format("Borel Foods Inc")
            + "## Signatures\n\nAcme Hosting\n\nCustomer\n\nName: ______________\n"
        ),
    ),
    "REF004": (
        Good("**1** The fee.\n\n**1** The law.", note="Two alone may be two lists."),
        Good(
            "**1** The fee.\n\n**2** The term.\n\nSection 2 is replaced by the following:\n\n"
            "**2** The law.\n\n**3** The courts."
        ),
    ),
    "REF005": (
        Good("The parties observe Article 200 of the UK GDPR.", note="Another act."),
        Good("The parties observe Article 200 of this agreement and the GDPR."),
        Good("The parties observe Article 99 GDPR.", note="The last one."),
        Bad("The parties observe «Article 100» GDPR."),
        Good("The parties observe Article 28(3)(h) GDPR.", note="The last point."),
        Bad("The parties observe «Article 28(3)(i)» GDPR."),
        Bad("The parties observe «Article 0» GDPR."),
    ),
    "TOP002": (
        Bad(
            "# Plan\n\nIt is due.\n\n## 1. «Fees»\n\n## 2. Term\n\nOne year.\n\n## 3. Law\n\nHere."
        ),
        Good("# Plan\n\nIt is due.\n\n## 1. Fees\n\n## 2. Term\n\n## 3. Law\n", note="A list."),
        Good(
            "# Plan\n\nIt is due.\n\n## 1. Fees\n\n## 1. Fees\n\nTen.\n\n## 2. Law\n\nHere.",
            note="The title stands again.",
        ),
        Good(
            "# Plan\n\nIt is due.\n\n## FEES\n\n## Prices\n\nTen.\n\n## Law\n\nHere.",
            note="A title over titles.",
        ),
        Good("# Plan\n\nIt is due.\n\n## 1. Reserved\n\n## 2. Law\n\nHere."),
    ),
    "DUT003": (
        Good(_duties(4, 3), note="Seven duties show no habit."),
        Good(_duties(16, 3), note="Three of nineteen are less than a fifth."),
        Good(_duties(8, 3, "If the fault comes again and "), note="Conditions promise nothing."),
        Bad(_duties(8, 3).replace("will", "«will»", 1)),
    ),
    "PTY001": (
        Bad(
            'This agreement is made between Acmeco Ltd (the "Provider") and Tide plc (the '
            '"Customer").\n\nThe invoices of «Acmeca Ltd» are paid.',
            note="Six letters are enough.",
        ),
        Bad(
            _PARTIES.format("Tide Books plc") + "The invoices of «Acme Hosking Ltd» are paid.",
            note="One letter for another.",
        ),
        Bad(
            _PARTIES.format("Tide Books plc") + "The invoices of «Acme Hoosting Ltd» are paid.",
            note="One letter too many.",
        ),
        Good(
            _PARTIES.format("Tide Books plc") + "The invoices of Acme Housing Ltd are paid.",
            note="Two letters are another name.",
        ),
        Good(
            'This agreement is made between Acmec Ltd (the "Provider") and Tide plc (the '
            '"Customer").\n\nThe invoices of Acmea Ltd are paid.',
            note="Five letters are too few.",
        ),
        Good(
            _PARTIES.format("Tide Books plc") + "The Customer is a company, not a Ltd.",
            note="A form without a name.",
        ),
    ),
    "TYP003": (
        Good('He says "yes" and "no".'),
        Good("He says \u201cyes\u201d and \u201cno\u201d."),
        Bad(
            'He says \u201cyes\u201d, \u201cno\u201d and «"»maybe".',
            instead="He says \u201cyes\u201d, \u201cno\u201d and \u201cmaybe\u201d.",
        ),
        Bad(
            'He says "yes", "no" and «\u201c»maybe\u201d.',
            instead='He says "yes", "no" and "maybe".',
        ),
        Bad('He says «\u201c»yes\u201d and "no".', note="As many: the curly ones are rare."),
        Good('A board of 12" and \u201cmore\u201d.', note="Inches."),
    ),
    "WRD007": (
        Good("The Supplier reports bi-yearly (6 months)."),
        Good("The Supplier reports biweekly, that is every two weeks."),
    ),
}
