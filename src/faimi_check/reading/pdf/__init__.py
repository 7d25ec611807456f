"""The file below its pages, read with pypdf: metadata, revisions, attachments, notes, names, actions, images. May use
page.
"""
