"""The parts of the settings page, one for each thing that can be set or looked up."""
