"""The parts of a question card around its field: suggestion, findings, state, note and guidance."""
