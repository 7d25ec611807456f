"""What all reports say alike: phrases, what they arrange, and how untrusted text is made safe. Uses no other room."""
