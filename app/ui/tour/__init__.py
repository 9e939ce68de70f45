"""The tour: callouts beside real controls, one after another."""
