"""The engine: configuration, selection, suppression, baseline, fixes, running over files."""
