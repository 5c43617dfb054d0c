"""The subcommands of ``dossier``, a module each.

Each has ``HELP``, ``arguments(parser)`` and ``run(root, options)``, which returns the exit status:
0 fine, 1 problems in the input. They import what they need when they run, so that ``--help`` is quick.
"""
