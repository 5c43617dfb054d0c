/* What a reader chose to see of articles is kept from one to the next; an address may ask for it: ?view=original. */
(function () {
  var asked = new URLSearchParams(location.search);
  // Storage is refused in some windows, and to some files opened from disk.
  function kept(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }
  document.querySelectorAll(".d-choice input").forEach(function (input) {
    var wanted = asked.get(input.name.replace("d-", "")) || kept(input.name);
    if (input.value === wanted) input.checked = true;
    input.addEventListener("change", function () { kept(input.name, input.value); });
  });
})();

/* The number beside a name leads to its first mention; here it also shows them all, and a second time none. */
document.querySelectorAll(".d-show").forEach(function (number) {
  var page = number.parentElement.querySelector(".d-mention").href;
  var mentions = Array.prototype.filter.call(document.querySelectorAll(".d-text a"), function (link) {
    return link.href === page;
  });
  function press(event) {
    var pressed = number.getAttribute("aria-pressed") !== "true";
    number.setAttribute("aria-pressed", pressed);
    mentions.forEach(function (link) { link.classList.toggle("d-lit", pressed); });
    if (!pressed) event.preventDefault();
  }
  number.setAttribute("role", "button");
  number.setAttribute("aria-pressed", "false");
  number.addEventListener("click", press);
  number.addEventListener("keydown", function (event) {
    if (event.key !== " ") return;
    event.preventDefault();
    number.click();
  });
});

/*
 * A line of words in context leads to the very words in their paragraph, in browsers that know how (URL Fragment
 * Text Directives, WICG); others would take the addition for a part of the paragraph's name and find nothing.
 */
if ("fragmentDirective" in document) document.querySelectorAll(".d-context li").forEach(function (line) {
  var link = line.querySelector(".d-p");
  var mention = line.querySelector("mark");
  if (!mention) return;
  // A few whole words on either side tell this mention from others of the same name.
  function around(node) {
    return node ? node.textContent.trim().replace(/^… | …$/g, "").split(/\s+/).filter(Boolean) : [];
  }
  function encoded(words) {
    return encodeURIComponent(words).replace(/-/g, "%2D");
  }
  var before = around(mention.previousSibling).slice(-3).join(" ");
  var after = around(mention.nextSibling).slice(0, 3).join(" ");
  link.href += ":~:text=" + (before && encoded(before) + "-,") + encoded(mention.textContent) + (after && ",-" + encoded(after));
});
