"""The three tabs beside the questions: preview, guidance and checks."""
