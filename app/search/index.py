"""The word index: FTS5 on SQLite, tsvector on PostgreSQL."""

TABLES = ("pain_point_words", "plan_words", "report_words")
