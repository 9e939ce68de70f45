"""Tests that look at one window, which closes after the last of them."""
