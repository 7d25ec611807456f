"""Pages and frames as pictures, and what can be measured on them. Uses no other room."""
