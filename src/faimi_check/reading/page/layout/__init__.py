"""From runs to lines, columns and regions: furniture, footnotes, figures, headings' looks. May use objects."""
