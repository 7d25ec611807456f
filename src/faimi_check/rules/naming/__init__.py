"""Who and what is named in a submission, and whose it is: facts that rules select from and word. Knows the model and
the tables only.
"""
