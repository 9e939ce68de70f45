"""Fiveways: plain questions about a provider collaborative in, a governance pack out, without a network."""
