/*
 * A card beside a link tells what it leads to: an entry, a paragraph, a note of this page. The pointer brings it,
 * or the keyboard; a finger follows the link. As WCAG 1.4.13 asks, it stays while the pointer is on the link or
 * on the card, Escape puts it away, and it takes no part in the order of the keyboard. Nothing is fetched.
 */
(function () {
  var REST = 300; // milliseconds for which a pointer rests on a link before its card comes, or leaves it before it goes
  var EDGE = 8; // pixels between the card and the window's edge

  var templates = {};
  document.querySelectorAll("template[data-preview]").forEach(function (template) {
    templates[new URL(template.dataset.preview, location.href).href] = template;
  });
  var home = document.querySelector(".md-content");
  if (!home) return;

  var card = document.createElement("div");
  card.id = "d-preview";
  card.className = "d-preview md-typeset";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  home.appendChild(card);

  // A link within a drawing has its address elsewhere; what follows “:~:” are words to find, no other place.
  function address(link) {
    return new URL(link.getAttribute("href"), location.href).href.replace(/:~:.*/, "");
  }

  function content(link) {
    var template = templates[address(link)];
    if (template) return template.content.cloneNode(true);
    if (!link.matches(".d-ref, .d-cite")) return null;
    var place = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    return place && words(place.cloneNode(true));
  }

  // Of a note or a reference what can be read, and nothing to press.
  function words(copy) {
    copy.querySelectorAll(".d-edit, .d-back, .d-cite, .d-hidden").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("a").forEach(function (one) { one.replaceWith.apply(one, one.childNodes); });
    var bare = document.createElement("div");
    bare.append.apply(bare, copy.childNodes);
    return bare;
  }

  var shown = null;
  var focused = false;
  var timer;

  function show(link, byKeyboard) {
    var found = link.isConnected && content(link);
    hide();
    if (!found) return;
    shown = link;
    focused = byKeyboard;
    card.replaceChildren(found);
    card.hidden = false;
    place(link.getClientRects()[0] || link.getBoundingClientRect());
    // The browser's own tip would say less, and on top of this.
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", card.id);
  }

  function hide() {
    clearTimeout(timer);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  // Below the link, or above it where only there is room; never over it, nor beyond the window.
  function place(link) {
    var width = document.documentElement.clientWidth;
    var above = link.top - 2 * EDGE;
    var below = innerHeight - link.bottom - 2 * EDGE;
    card.style.maxHeight = Math.max(above, below) + "px";
    var isAbove = card.offsetHeight > below && above > below;
    var top = isAbove ? link.top - EDGE - card.offsetHeight : link.bottom + EDGE;
    var left = Math.max(EDGE, Math.min(link.left, width - card.offsetWidth - EDGE));
    var origin = (card.offsetParent || document.body).getBoundingClientRect();
    card.style.left = left - origin.left + "px";
    card.style.top = top - origin.top + "px";
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch" || card.contains(event.target)) return clearTimeout(timer);
    var link = event.target.closest("a[href]");
    if (link === shown) return clearTimeout(timer);
    if (focused && !link) return;
    clearTimeout(timer);
    timer = setTimeout(link ? function () { show(link, false); } : hide, REST);
  });
  document.addEventListener("pointerdown", hide);
  document.addEventListener("focusin", function (event) {
    if (event.target.matches("a[href]:focus-visible")) show(event.target, true);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
})();
