"""Which forms the workspace file has had, and how it is known for one: told without loading the database layer."""

#: Written into bytes 68 to 71 of the file, so that a file of another program is known at sight: "FIVE".
APPLICATION_ID = 0x46495645

#: Every form the tables ever had, oldest first; the last is the form of today.
REVISIONS = ("fiveways_1", "fiveways_2", "fiveways_3")
