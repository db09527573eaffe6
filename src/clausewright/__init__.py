"""Clausewright: assemble agreements from clauses, and lint the drafts of others."""

__version__ = "0.1.0"
