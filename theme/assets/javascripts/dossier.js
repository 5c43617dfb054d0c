/* The language switch keeps the place on the page: paragraphs and claims have the same anchors everywhere. */
addEventListener("click", function (event) {
  var link = event.target.closest && event.target.closest(".md-select__link");
  if (link) link.hash = location.hash;
}, true);
