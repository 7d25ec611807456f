"""The objects of a PDF's file: opened and walked by pypdf, or found as bytes. Uses no other room of the file."""
