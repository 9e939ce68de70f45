"""How the app looks: colours by role, sizes of type, spacing, fonts and the one style sheet made of them."""
