"""From fragments and shells to files. Writes only what differs from what is there."""
