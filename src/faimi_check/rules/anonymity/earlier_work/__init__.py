"""Earlier work called the authors' own: citations, preprints, entries, a team in a challenge. May use naming."""
