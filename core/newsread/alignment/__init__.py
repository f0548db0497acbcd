"""Which sentences of two articles say the same thing: words, an encoder, and judges of what they show."""

from newsread.arithmetic import load_numpy

load_numpy()
