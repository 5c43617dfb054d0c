/* The language switch keeps the place on the page: paragraphs and claims have the same anchors everywhere. */
addEventListener("click", function (event) {
  var link = event.target.closest && event.target.closest(".md-select__link");
  if (link) link.hash = location.hash;
}, true);

/* A reference goes to the clipboard as plain text, from a server or from disk. */
(function () {
  function copied(text) {
    if (navigator.clipboard && navigator.clipboard.writeText) {
      return navigator.clipboard.writeText(text).catch(function () { return byCommand(text); });
    }
    return byCommand(text);
  }
  // Pages opened by http have no clipboard of their own; the browser's copying can be given another text.
  function byCommand(text) {
    return new Promise(function (resolve, reject) {
      document.addEventListener("copy", function (event) {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
      }, { once: true });
      document.execCommand("copy") ? resolve() : reject();
    });
  }
  document.querySelectorAll(".d-copy").forEach(function (button) {
    var block = button.closest(".d-take");
    var citation = block.querySelector(".d-citation");
    button.hidden = false;
    button.addEventListener("click", function () {
      copied(citation.textContent.trim()).then(function () {
        block.querySelector(".d-copied").textContent = button.dataset.done;
      }, function () {
        getSelection().selectAllChildren(citation);
      });
    });
  });
})();

/* Whether a reader wants original, translation or both is kept from article to article, for this visit. */
(function () {
  var key = "dossier-view";
  var chosen;
  try { chosen = sessionStorage.getItem(key); } catch (error) { return; }
  document.querySelectorAll(".d-view input").forEach(function (input) {
    if (input.value === chosen) input.checked = true;
    input.addEventListener("change", function () { sessionStorage.setItem(key, input.value); });
  });
})();
