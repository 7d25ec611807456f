"""The paper's parts over all pages: front matter, sections, reference lists and their entries. May use page."""
