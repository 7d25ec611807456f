"""What hangs on the pages and in the file beside them: notes, attachments, actions. May use objects."""
