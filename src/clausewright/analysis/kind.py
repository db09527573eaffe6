"""Whether a text is English, and whether it is an agreement at all.

English is told by its function words and by a few words of the field: they make up a third of
English prose and a tenth of the barest English table. Other languages show theirs, or letters
outside the Latin alphabet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SAMPLE = 4_000
"""Words that are looked at, from the start."""

FEWEST = 12
"""A text of fewer words is taken as English."""

ENGLISH = frozenset(
    """the of and to in a is for be or that this with by as on are shall will not any all from at
    which if it an has have may must can you your we our their its than other such no do does when
    within per each between under after before more only was were been would should
    service services level levels agreement support customer customers client provider hours hour
    days day time response availability page version name date number description target party
    parties section month business request issue team contact system report monthly high low medium
    critical""".split()
)
OTHERS = (
    frozenset(
        """der die das und ist nicht ein eine einer des dem den mit von zu für auf im bei oder nach wird
    werden sind durch le la les du un une et est pour dans sur par que qui au aux avec pas sont ce
    ou el los las del y en con por una se para su al lo como más il di che è non con della dei delle
    nel per gli da o os as do em não uma com no na dos das pelo het een van voor op met niet zijn
    aan wordt te door bij och att som är på av det den för med inte till og er til ikke af på med w
    na nie się jest do z dla oraz przez lub ve bir için ile bu olarak olan yang dan untuk dengan
    dari ini atau pada và của các là cho được không với trong những một ja on ei se että sekä tai
    a az és hogy nem egy este și în cu pe pentru care sau nu din la sa si je za u od koji ili
    dienst dienste leistung vertrag contrat contrato servicio servicios service-level dienstverlening
    überein verfügbarkeit disponibilité disponibilidad""".split()
    )
    - ENGLISH
)

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
    english = sum(word in ENGLISH for word in sample) / len(sample)
    if sum(word[0] > LAST_LATIN for word in sample) / len(sample) >= FOREIGN_LETTERS:
        return True
    if english >= ENGLISH_ENOUGH:
        return False
    others = sum(word in OTHERS for word in sample) / len(sample)
    return others > english or english < BARELY_ENGLISH
