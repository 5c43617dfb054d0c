/* The language of the address asked for comes first, the others say where their pages begin. */
(function () {
  var sections = Array.from(document.querySelectorAll("section"));
  var asked = sections.slice(1).find(function (one) {
    return location.pathname.startsWith(new URL(one.dataset.path, location).pathname);
  }) || sections[0];
  document.documentElement.lang = asked.lang;
  asked.parentElement.insertBefore(asked, sections[0]);
  sections.forEach(function (one) { one.lastElementChild.hidden = one !== asked; });
})();
