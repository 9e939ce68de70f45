"""Everything that is drawn on the screen: it shows snapshots and calls services."""
