"""JSON Schema (draft 2020-12) of every document, drawn from what structures it.

Nothing is read: a schema is made of the classes, the hooks and the limits themselves. What
structuring refuses and a schema cannot say stands in the schema's own ``x-beyond``.

>>> schema = json_schema("application")
>>> schema["$id"], schema["required"]
('urn:innov-consortium:application:2', ['lead', 'participants'])
"""

from __future__ import annotations

from innov_consortium.interchange.schemas.documents import DOCUMENTS, Described
from innov_consortium.interchange.schemas.making import json_schema

__all__ = ["DOCUMENTS", "Described", "json_schema"]
