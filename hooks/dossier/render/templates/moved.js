/* The place on the page is kept, which a refresh without a script would lose. */
location.replace(document.querySelector("main a").href + location.hash);
