/* The language switch keeps the place on the page, which has the same anchors everywhere, and what was asked of it. */
addEventListener("click", function (event) {
  var link = event.target.closest && event.target.closest(".md-select__link");
  if (!link) return;
  link.hash = location.hash;
  link.search = location.search;
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

/* The theme puts wide tables into a frame that scrolls; the keyboard must be able to reach it where it does. */
(function () {
  function reach() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (frame) {
      if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    });
  }
  addEventListener("load", reach);
  addEventListener("resize", reach);
})();
