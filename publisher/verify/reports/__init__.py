"""How findings are told: to people, to programs, and as a page."""
