"""What a sentence names: persons, institutions, places, funders, numbers, citations, handles.

Whose they are is not asked here. May use people, identity and text.
"""
