"""Pages and frames as pictures, for reports to show, and what can be measured on them. Uses no other room.

No words are read in them here: that is what `burned_in` does.
"""
