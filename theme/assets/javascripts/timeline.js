/* The timeline, narrowed to an entry or an article; the address keeps it. Rows say of themselves: data-chosen. */
document.querySelectorAll("form[data-narrows=timeline]").forEach(function (form) {
  "use strict";

  var status = form.querySelector("[role=status]");
  var years = Array.from(form.parentElement.querySelectorAll(".d-timeline"), function (list) {
    return { whole: list.closest(".d-year"), rows: Array.from(list.children) };
  });
  var choices = Array.from(form.querySelectorAll("select"));

  function narrow() {
    var asked = choices.map(function (choice) { return choice.value; }).filter(Boolean), shown = 0;
    years.forEach(function (year) {
      var left = year.rows.filter(function (row) {
        var chosen = row.dataset.chosen.split(" ");
        row.hidden = !asked.every(function (one) { return chosen.includes(one); });
        return !row.hidden;
      });
      year.whole.hidden = !left.length;
      // Where years are folded, what was asked for shows.
      if (asked.length && "open" in year.whole) year.whole.open = true;
      shown += left.length;
    });
    status.textContent = status.dataset.words.replace("{n}", shown);
  }

  function changed() {
    narrow();
    dossierAddress.keep(form, {});
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", changed);
  form.addEventListener("reset", function () { setTimeout(changed); });
  dossierAddress.restore(form);
  narrow();
});
