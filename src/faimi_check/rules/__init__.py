"""The rules: model and parameters to hits. `faimi_check.rules.catalogue` registers them all."""
