"""What this program is: its name, its version, its licence, and what it does not claim."""

NAME = "Fiveways"
VERSION = "0.1.0"
LICENCE = "MIT licence"
ABOUT = (
    "A governance designer for provider collaboratives. It works offline: nothing that you type leaves this computer."
)
NO_ENDORSEMENT = (
    "Fiveways is not made or endorsed by the NHS. What it drafts is a start for your own lawyers, not legal advice."
)
