"""What pictures show: plain values from the fact base, in the words of one language."""
