"""The pure core: values and functions, no I/O, no clock, no number, article, grade or region.

Read it in the order in which a module imports only those before it: ``text``, ``uscc``, ``words``,
``clauses``, ``sources``, ``numbers``, ``readings``; then who and what — ``organizations``,
``attestations``, ``consortium``, ``register``, ``case``, ``history``; then how a report is made —
``report``, ``inquiries``, ``plan``, ``asking``, ``soundness``, ``checking``, ``policy``.
"""
