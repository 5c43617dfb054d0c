"""What editors are told when they ask: near misses, doubtful names, reasons, whom nobody registered."""
