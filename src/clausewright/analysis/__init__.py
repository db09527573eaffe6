"""Facts of a document, each computed once, when first asked for."""
