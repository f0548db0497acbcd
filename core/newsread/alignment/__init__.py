"""Which sentences of two articles say the same thing: words, an encoder, and judges of what they show."""
