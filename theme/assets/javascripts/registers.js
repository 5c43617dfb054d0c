/*
 * Registers: sorted by a column, narrowed by name in any script, by choices and counts; the address keeps it.
 * The rows say of themselves by what: data-keys, data-chosen, data-order. Names are folded as by the search.
 */
document.querySelectorAll("form[data-narrows=register]").forEach(function (form) {
  "use strict";

  var table = form.parentElement.querySelector("table.d-register");
  var body = table.tBodies[0];
  var heads = Array.from(table.tHead.rows[0].cells);
  var status = form.querySelector("[role=status]");
  var folder = dossierSearch.folder(JSON.parse(form.dataset.folding));
  var rows = Array.from(body.rows, function (row) {
    return {
      row: row,
      keys: row.dataset.keys.split(" "),
      chosen: row.dataset.chosen.split(" "),
      orders: Array.from(row.cells, function (cell) {
        return "order" in cell.dataset ? Number(cell.dataset.order) : null;
      })
    };
  });
  var standing = heads.find(function (head) { return head.hasAttribute("aria-sort"); });
  var first = { head: standing, order: standing.getAttribute("aria-sort") };

  function column(id) { return heads.findIndex(function (head) { return head.dataset.column === id; }); }

  /* Every word that is asked for begins a word of some name of the row. */
  function named(asked) {
    var words = dossierSearch.words(asked).map(function (word) {
      return [folder.skeleton(word.text)].concat(folder.readings(word.text)).filter(Boolean);
    });
    return function (one) {
      return words.every(function (ways) {
        return ways.some(function (way) { return one.keys.some(function (key) { return key.startsWith(way); }); });
      });
    };
  }

  function tests() {
    return Array.from(form.elements).filter(function (control) { return control.value; }).map(function (control) {
      if (control.name === "name") return named(control.value);
      if (control.type === "number") {
        var place = column(control.name), least = Number(control.value);
        return function (one) { return one.orders[place] >= least; };
      }
      var pair = control.name + ":" + control.value;
      return function (one) { return one.chosen.includes(pair); };
    });
  }

  function narrow() {
    var asked = tests(), shown = 0;
    rows.forEach(function (one) {
      one.row.hidden = !asked.every(function (test) { return test(one); });
      if (!one.row.hidden) shown += 1;
    });
    status.textContent = status.dataset.words.replace("{n}", shown);
  }

  /* What is not known comes last, whichever way. */
  function sort(head, order) {
    var place = heads.indexOf(head), sign = order === "descending" ? -1 : 1;
    rows.sort(function (a, b) {
      var one = a.orders[place], other = b.orders[place];
      if (one === other) return a.orders[0] - b.orders[0];
      if (one === null || other === null) return one === null ? 1 : -1;
      return sign * (one - other);
    });
    heads.forEach(function (one) { one.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", order);
    body.append.apply(body, rows.map(function (one) { return one.row; }));
  }

  function keep() {
    var sorted = heads.find(function (head) { return head.hasAttribute("aria-sort"); });
    var order = sorted.getAttribute("aria-sort"), standing = sorted === first.head && order === first.order;
    dossierAddress.keep(form, standing ? {} : { sort: sorted.dataset.column, order: order });
  }

  function restore() {
    var asked = dossierAddress.restore(form), head = heads[column(asked.get("sort"))];
    if (head) sort(head, asked.get("order") === "descending" ? "descending" : "ascending");
    narrow();
  }

  heads.filter(function (head) { return head.dataset.column; }).forEach(function (head) {
    var button = head.querySelector("button");
    button.disabled = false;
    var numbers = rows.every(function (one) { return one.row.cells[heads.indexOf(head)].classList.contains("d-number"); });
    button.addEventListener("click", function () {
      var now = head.getAttribute("aria-sort");
      sort(head, now ? (now === "ascending" ? "descending" : "ascending") : numbers ? "descending" : "ascending");
      keep();
    });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { narrow(); keep(); });
  form.addEventListener("reset", function () {
    setTimeout(function () { narrow(); keep(); });
  });
  restore();
});
