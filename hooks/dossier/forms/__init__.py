"""Forms in the browser: the schemas of the records as a configuration of Decap CMS, and the page for it."""
