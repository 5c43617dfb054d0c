/*
 * The theme's script asks for a sitemap.xml beside every <link rel=alternate>, which is there only for
 * sites that are split by language at the root, and never on disk: hide the links from it while it starts.
 */
(function () {
  var links = Array.prototype.slice.call(document.querySelectorAll("link[rel=alternate]"));
  links.forEach(function (link) { link.rel = "alternate nofollow"; });
  addEventListener("load", function () {
    links.forEach(function (link) { link.rel = "alternate"; });
  });

  // Firefox would show the drawer or the search again, left open, when a page is reloaded.
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("#__drawer, #__search").forEach(function (toggle) { toggle.checked = false; });
  });
})();
