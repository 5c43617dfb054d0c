/*
 * Puts our search behind the theme's dialog. The theme talks to a worker in four messages: 0 set up, 1 ready,
 * 2 query, 3 result. This stands in for the worker, in the page itself, so that the same works by http and
 * from disk, where no worker may be started.
 */
(function () {
  "use strict";

  var Native = window.Worker, READY = 1, QUERY = 2, RESULT = 3;
  // How many pages are listed, how many of them with texts, after how many milliseconds: at once what fits on
  // a screen, and what nobody may want to see when nothing more is typed.
  var STAGES = [[10, 1, 0], [10, 10, 100], [Infinity, Infinity, 300]];
  var options = {}, again = function () {};

  function choosing() { return !!document.activeElement.closest(".md-search-result__list"); }

  class SearchWorker extends EventTarget {
    constructor() {
      super();
      this.latest = 0;
      this.query = "";
      again = () => this.answer();
    }

    postMessage(message) {
      if (message.type === QUERY) {
        this.query = message.data;
        this.answer();
      } else {
        var config = JSON.parse(document.getElementById("__config").textContent);
        var folder = new URL(config.base.replace(/\/*$/, "/") + "search/", location.href).href;
        dossierSearch.setup(folder).then((start) => {
          if (start) narrowing(start);
          this.tell({ type: READY });
          if (this.query) this.answer();
        });
      }
    }

    /*
     * An answer that a later query has overtaken is dropped, and whoever has begun to choose from the list
     * keeps it as it is.
     */
    async answer() {
      var number = ++this.latest, listed = false, found;
      try { found = await dossierSearch.search(this.query, options); } catch (_) { found = null; }
      var kept = () => number !== this.latest || (listed && choosing());
      for (var [most, texts, wait] of found ? STAGES : []) {
        if (listed && found.all()) return;
        if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
        if (kept()) return;
        var items = await found.items(most, texts).catch(function () { return []; });
        if (kept()) return;
        this.tell({ type: RESULT, data: { items: items } });
        listed = true;
      }
      if (!found && !kept()) this.tell({ type: RESULT, data: { items: [] } });
    }

    tell(data) { this.dispatchEvent(new MessageEvent("message", { data: data })); }
    terminate() {}
  }

  window.Worker = function (url, how) {
    return /\/workers\/search\./.test(url) ? new SearchWorker() : new Native(url, how);
  };
  // What the theme looks for before it fetches a stand-in for workers from another host.
  window.IFrameWorker = SearchWorker;

  /* ---- Narrowing by kind, language and year, and the switch for exact words. ---- */

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  function choice(label, all, values, choose) {
    var select = element("select", {}, [element("option", { value: "" }, [all])].concat(values.map(function (value) {
      return element("option", { value: value[0] }, [value[1]]);
    })));
    select.addEventListener("change", function () { choose(select.value); again(); });
    return element("label", {}, [label + " ", select]);
  }

  function set(name, value) { if (value === "" || value === false) delete options[name]; else options[name] = value; }

  function narrowing(start) {
    var box = document.querySelector("[data-md-component=search-result]"), words = start.words;
    if (!box || document.querySelector(".d-search-options")) return;
    var page = document.documentElement.lang || "en", names;
    try { names = new Intl.DisplayNames([page], { type: "language" }); } catch (_) { names = { of: String }; }
    var used = new Set(start.runs.map(function (run) { return run[0]; }));
    var languages = Array.from(new Set(start.runs.map(function (run) { return run[1]; }))).filter(Boolean).sort();
    var years = Array.from(new Set(start.runs.map(function (run) { return run[2]; }))).filter(Boolean).sort().reverse();
    var exact = element("input", { type: "checkbox" });
    exact.addEventListener("change", function () { set("exact", exact.checked); again(); });
    var parts = [choice(words.kind, words.all, start.kinds.map(function (name, n) { return [n, name]; }).filter(function (kind) {
      return used.has(kind[0]);
    }), function (value) { set("kind", value === "" ? "" : Number(value)); })];
    if (languages.length > 1) parts.push(choice(words.language, words.all, languages.map(function (code) {
      return [code, names.of(code) || code];
    }), function (value) { set("language", value); }));
    if (years.length > 1) parts.push(choice(words.year, words.all, years.map(function (year) { return [year, String(year)]; }),
      function (value) { set("year", value === "" ? "" : Number(value)); }));
    parts.push(element("label", {}, [exact, " " + words.exact]));
    box.before(element("div", { "class": "d-search-options", role: "group", "aria-label": words.narrow }, parts));
  }

  /* The theme closes the dialog at Tab and takes every other key for the query: not from these controls. */
  addEventListener("keydown", function (event) {
    var target = event.target, inside = target.closest && target.closest(".d-search-options");
    var leading = event.key === "Tab" && target.closest && target.closest(".md-search") && document.querySelector(".d-search-options");
    if ((inside && event.key !== "Escape") || leading) event.stopImmediatePropagation();
  }, true);
})();
