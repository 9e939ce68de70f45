"""Tests of what can be heard, reached and read, most of them in one window, which closes after the last of them."""
