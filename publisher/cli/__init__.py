"""The command: the only code that prints, exits, and reads the clock or the environment."""
