"""From raw records to a sound dossier, with every problem of every file in one run.

``schema`` says what a record may look like, ``shape`` holds a record against it, and one module for
each kind of record turns what has the right shape into the model, checking what a schema cannot say.
"""
