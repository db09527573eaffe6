"""Names of the Word format (ISO/IEC 29500, transitional): namespaces, elements, relations."""

from __future__ import annotations

from functools import cache

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
EXTENDED_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
XML_NS = "http://www.w3.org/XML/1998/namespace"

RELATION = f"{R_NS}/"
AUTHOR = "Clausewright"  # of the comments and changes we write, by which we know them again

SIGNATURE_ORIGIN = "origin"  # digital-signature/origin, of the package itself
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "template",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "macro document",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "macro template",
}

# A "strict" document (ISO/IEC 29500-1) names the same things otherwise.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/customProperties", PROPERTIES_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", EXTENDED_NS.encode()),
)


@cache
def w(name: str) -> str:
    """Give the full name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


def r(name: str) -> str:
    """Give the full name of a relationship attribute."""
    return f"{{{R_NS}}}{name}"
