"""The catalogue `id.po`; English is the sentence in the code."""
