"""Names of persons and institutions, the forms they take, and the author section that holds them. May use text and
identity.
"""
