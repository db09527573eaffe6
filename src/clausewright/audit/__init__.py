"""Audit: lint a corpus of any size, anywhere, into tables that outlive the run."""
