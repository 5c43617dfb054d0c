"""What a change of the records does to the dossier, in a reviewer's words: functions of two dossiers."""
