"""The screens of the reader, one to a file."""
