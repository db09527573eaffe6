"""Frozen data: what a document, a fact and a finding are. Nothing here reads, decides or writes."""
