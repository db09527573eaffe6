"""Renderers: one file a format, all from the same frozen Agreement."""
