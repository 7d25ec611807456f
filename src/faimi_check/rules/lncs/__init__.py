"""LNCS001 to LNCS007: whether the paper is set as Springer's LNCS class sets it."""
