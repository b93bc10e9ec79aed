"""Policies that ship with the library. Nothing imports them: they enter as plugins do."""
