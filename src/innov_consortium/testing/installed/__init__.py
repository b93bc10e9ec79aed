"""The conformance kit as tests that are installed: no test file has to be written.

``pytest --pyargs innov_consortium.testing.installed --policy CODE`` runs a test for each check and
one for each provision of an installed policy. It needs pytest, which the library does not.
"""
