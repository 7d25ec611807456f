"""The rules: model and parameters to hits. Each room of rules may use naming and the tables, and no other;
`faimi_check.rules.catalogue` registers them all.
"""
