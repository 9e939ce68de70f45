"""The pages of the window: each is given snapshots and tells where the user wishes to go."""
