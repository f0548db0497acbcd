"""Training and evaluation of the aligner: not part of the installed package."""
