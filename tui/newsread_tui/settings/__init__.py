"""What the reader is told by its user: defaults, the configuration file, the environment and the command line."""
