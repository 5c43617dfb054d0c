/*
 * Reads the index, of which hooks/dossier/search/files.py says what its files hold. Each is a script that
 * calls put(name, value), since nothing but scripts can be loaded from disk.
 */
(function (search) {
  "use strict";

  var base = "", start = null, values = {}, waiting = {}, read = {};

  search.put = function (name, value) {
    values[name] = Promise.resolve(value);
    if (waiting[name]) waiting[name](value);
    delete waiting[name];
  };

  search.fetch = function (url, ended) {
    var script = document.createElement("script");
    script.src = url;
    script.onload = script.onerror = function () { script.remove(); ended(); };
    document.head.append(script);
  };

  /*
   * The value of a file; null where it cannot be had, which the next question tries again. A file that was cut
   * off is loaded, too, and puts nothing.
   */
  function load(name) {
    return values[name] = values[name] || new Promise(function (resolve) {
      waiting[name] = resolve;
      search.fetch(base + name + ".js", function () {
        if (!waiting[name]) return;
        delete waiting[name];
        delete values[name];
        delete read[name];
        resolve(null);
      });
    });
  }

  /* A file's value, made into what is asked of it once. */
  function once(name, make) { return read[name] = read[name] || load(name).then(make); }

  /* Where the item stands that begins with ``item`` or before it. */
  function at(starts, item) {
    var low = 0, high = starts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= item) low = middle + 1; else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  /* Line by line, what stands before the first of ``ends`` and the line itself. */
  function lines(ends) {
    return function (text) {
      return (text || "").split("\n").filter(Boolean).map(function (line) {
        return { key: line.slice(0, line.search(ends)), line: line };
      });
    };
  }

  function reversed(text) { return Array.from(text).reverse().join(""); }

  /* The keys that begin with ``prefix``, out of ``most`` files around ``near``: key, named, about how many pages, lemmas. */
  async function keys(kind, starts, prefix, near, most) {
    var from = at(starts, prefix), to = at(starts, prefix + "\uffff"), middle = at(starts, near), names = [];
    while (to - from >= most) if (middle - from > to - middle) from++; else to--;
    for (var n = from; n <= to; n++) names.push(kind + n);
    var files = await Promise.all(names.map(function (name) { return once(name, lines(/[+-]/)); }));
    return files.flat().filter(function (one) { return one.key.startsWith(prefix); }).map(function (one) {
      var more = one.line.slice(one.key.length + 1).split(">");
      return {
        key: one.key, named: one.line[one.key.length] === "+",
        pages: Math.pow(2, parseInt(more[0], 36) / 2), lemmas: more.slice(1)
      };
    });
  }

  /* Opens the index of a folder; what its first file says, or null. */
  search.setup = async function (from) {
    base = from;
    start = await load("start");
    if (start) search.fold = search.folder(start.folding);
    return start;
  };

  search.index = {
    open: function () { return !!start; },
    size: function () { return start.pages; },
    language: function () { return start.language; },

    keysFrom: function (prefix, near, most) { return keys("k", start.keys, prefix, near, most); },

    keysTo: async function (tail, near, most) {
      var found = await keys("e", start.ends, reversed(tail), reversed(near), most);
      return found.map(function (one) { return Object.assign({}, one, { key: reversed(one.key) }); });
    },

    /* A key's names and pages as written, or null. */
    term: async function (key) {
      var found = await once("t" + at(start.terms, key), lines(/\|/));
      var one = found.find(function (line) { return line.key === key; });
      return one ? one.line : null;
    },

    /* A page: address, title, and which pages mention it, as written. */
    page: async function (page) {
      var n = at(start.titles, page), block = await load("p" + n);
      return block && block[page - start.titles[n]] || ["", "", ""];
    },

    /* Its sections: anchor, heading, text, language. */
    sections: async function (page) {
      var n = at(start.texts, page), block = await once("x" + n, inflated);
      return block[page - start.texts[n]] || [];
    },

    /* Label of the kind, number of the kind, language and year of a page, and whether it is translated. */
    about: function (page) {
      for (var n = 0, left = page; n < start.runs.length; left -= start.runs[n][3], n++) {
        if (left < start.runs[n][3]) {
          var run = start.runs[n];
          return { label: start.kinds[run[0]], kind: run[0], language: run[1], year: run[2], translated: !!run[4] };
        }
      }
      return { label: "", kind: -1, language: "", year: 0, translated: false };
    }
  };

  async function inflated(packed) {
    if (!packed || typeof DecompressionStream === "undefined") return [];
    try {
      var bytes = Uint8Array.from(atob(packed), function (c) { return c.charCodeAt(0); });
      var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return JSON.parse(await new Response(stream).text());
    } catch (_) {
      return [];
    }
  }
})(dossierSearch);
