"""What lies below the pages: metadata, notes, attachments, names inside the file, revisions, and the file's own name.
May use naming.
"""
