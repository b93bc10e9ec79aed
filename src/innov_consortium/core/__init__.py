"""The pure core: values and functions, no I/O, no clock, no number, article, grade or region.

Read it in the order in which a module imports only those before it:

- what is said: ``text``, ``sorts``, ``uscc``, ``words``, ``clauses``, ``sources``, ``numbers``,
  ``readings``;
- who and what: ``organizations``, ``attestations``, ``consortium``, ``periods``, ``sanctions``,
  ``register``, ``quantities``;
- what happened: ``events``, ``evaluation``, ``changes``, ``lifecycle``, ``history``; with what is
  known around it, ``calendars``, ``records``, ``case`` and ``known``;
- how a report is made: ``turning``, ``report``, ``inquiries``, ``steps``, ``duties``, ``plan``,
  ``asking``, ``procedure``, ``wordlists``, ``usability``, ``soundness``, ``checking``,
  ``asking_again``, ``policy``; beside it, how two reports differ: ``comparing``, ``timelines``;
- what may happen, and whether what did was lawful: ``registering``, ``placing``, ``judging``,
  ``decide``, ``auditing``; beside it, whom to evaluate in a cycle: ``cycles``, ``coverage``.
"""
