"""The pure core: values and functions, no I/O, no clock, no number, article, grade or region.

Read it in the order in which a module imports only those before it:

- what is said: ``text``, ``sorts``, ``uscc``, ``words``, ``clauses``, ``sources``, ``numbers``,
  ``readings``;
- who and what: ``organizations``, ``attestations``, ``consortium``, ``periods``, ``sanctions``,
  ``register``;
- what happened: ``events``, ``changes``, ``lifecycle``, ``history``; with what is known around it,
  ``case`` and ``known``;
- how a report is made: ``report``, ``inquiries``, ``steps``, ``duties``, ``plan``, ``asking``,
  ``procedure``, ``usability``, ``soundness``, ``checking``, ``policy``;
- what may happen, and whether what did was lawful: ``registering``, ``placing``, ``judging``,
  ``decide``, ``auditing``.
"""
