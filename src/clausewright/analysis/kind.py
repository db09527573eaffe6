"""Whether a text is English, and whether it is an agreement at all.

English is told by its function words and by a few words of the field: they make up a third of
English prose and a tenth of the barest English table. Other languages show theirs, or letters
outside the Latin alphabet.
"""

from __future__ import annotations

from collections.abc import Sequence

SAMPLE = 4_000
"""Words that are looked at, from the start."""

FEWEST = 12
"""A text of fewer words is taken as English."""

ENGLISH = frozenset(
    """
    a after agreement all an and any are as at availability be been before between business by
    can client contact critical customer customers date day days description do does each for
    from has have high hour hours if in is issue it its level levels low may medium month
    monthly more must name no not number of on only or other our page parties party per
    provider report request response section service services shall should such support system
    target team than that the their this time to under version was we were when which will
    with within would you your
    """.split()
)

OTHERS = frozenset(
    """
    aan af al atau att au auf aux av avec az bei bij bir bu care ce che cho com como con
    contrat contrato cu các của da dan dans dari das dei del della delle dem den dengan der
    des det di die dienst dienste dienstverlening din disponibilidad disponibilité dla door
    dos du durch een egy ei ein eine einer el em en er est este et että för für gli het hogy
    ikke il ile ili im ini inte ist için ja je jest không koji la las le leistung les lo los
    lub là med met mit más một na nach nel nem những nicht nie niet non nu não o och od oder
    og olan olarak op oraz os ou pada par para pas pe pelo pentru por pour przez på que qui sa
    sau se sekä service-level servicio servicios si sind się som sont su sur tai te til till
    trong u uma un una und une untuk van ve verfügbarkeit vertrag von voor và với w werden
    wird wordt y yang z za zijn zu är è és în überein được și
    """.split()
)
"""Function words of other languages, without those that English has too."""

ENGLISH_ENOUGH = 0.16
"""The share of English words from which a text is English, whatever else it holds."""

BARELY_ENGLISH = 0.06
"""The share under which a text of some length is not English, whatever language it is."""

FOREIGN_LETTERS = 0.4
"""The share of words that hold letters beyond Latin script from which a text is foreign."""

LAST_LATIN = "\u024f"


def is_foreign(words: Sequence[str]) -> bool:
    """Tell whether folded words are those of a text that is not English."""
    sample = [word for word in words[:SAMPLE] if not word[0].isdigit()]
    if len(sample) < FEWEST:
        return any(word > LAST_LATIN for word in sample)
    english = len([word for word in sample if word in ENGLISH]) / len(sample)
    if len([word for word in sample if word > LAST_LATIN]) / len(sample) >= FOREIGN_LETTERS:
        return True
    if english >= ENGLISH_ENOUGH:
        return False
    others = len([word for word in sample if word in OTHERS]) / len(sample)
    return others > english or english < BARELY_ENGLISH
