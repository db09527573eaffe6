"""The language server: findings while typing, and a way around terms and clauses."""
