/* The timeline, narrowed to an entry or an article; the address keeps it. Rows say of themselves: data-chosen. */
document.querySelectorAll(".d-timeline-template").forEach(function (template) {
  "use strict";

  var form = template.content.querySelector("form"), status = form.querySelector("[role=status]");
  var years = Array.from(template.parentElement.querySelectorAll(".d-timeline"), function (list) {
    return { list: list, heading: list.previousElementSibling, rows: Array.from(list.children) };
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
      year.list.hidden = year.heading.hidden = !left.length;
      shown += left.length;
    });
    status.textContent = status.dataset.words.replace("{n}", shown);
  }

  function keep() {
    var asked = new URLSearchParams();
    choices.forEach(function (choice) { if (choice.value) asked.set(choice.name, choice.value); });
    history.replaceState(history.state, "", location.pathname + (String(asked) && "?" + asked) + location.hash);
  }

  var asked = new URLSearchParams(location.search);
  choices.forEach(function (choice) {
    if (asked.has(choice.name)) choice.value = asked.get(choice.name);
    if (choice.selectedIndex === -1) choice.selectedIndex = 0;
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { narrow(); keep(); });
  form.addEventListener("reset", function () { setTimeout(function () { narrow(); keep(); }); });
  template.replaceWith(form);
  narrow();
});
