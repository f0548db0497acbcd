"""The parts of the screen, one to a file."""
