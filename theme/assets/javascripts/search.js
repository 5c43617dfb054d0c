/*
 * The search: takes a query, loads the few scripts of the index that can answer it, ranks pages and marks
 * words. Folds words as hooks/dossier/search/folding.py does, with the table that comes with the index.
 * Everything that leaves it is text with &, <, > and quotation marks escaped, and marks of its own.
 */
var dossierSearch = (function () {
  "use strict";

  /* ---- Loading: every file of the index is a script that calls put(name, value). ---- */

  var base = "", values = {}, waiting = {};

  function put(name, value) {
    values[name] = Promise.resolve(value);
    if (waiting[name]) waiting[name](value);
  }

  function load(name) {
    return values[name] = values[name] || new Promise(function (resolve) {
      waiting[name] = resolve;
      api.fetch(base + name + ".js", function () { delete values[name]; resolve(null); });
    });
  }

  function fetchScript(url, failed) {
    var script = document.createElement("script");
    script.src = url;
    script.onload = function () { script.remove(); };
    script.onerror = failed;
    document.head.append(script);
  }

  /* ---- Folding: a word → its key. ---- */

  var GLIDE = /i(?=[aeou])|(?<=[aeou])i/g, REPEATED = /([A-Za-z])\1+/g, LAST_VOWELS = /(?<=..)[aeiou]+$/, MARKS = /[\p{M}\u00ad]/gu;
  var WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’ʼʻ‘`][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)*/gu;

  function folder(table) {
    var known = {}, groups = Object.keys(table.groups);
    Object.keys(table.letters).forEach(function (to) {
      Array.from(table.letters[to]).forEach(function (letter) { known[letter] = to; });
    });
    Object.assign(known, table.groups);
    groups.sort(function (a, b) { return Array.from(b).length - Array.from(a).length || (a < b ? -1 : 1); });
    var pattern = new RegExp(groups.map(escaped).join("|") + "|.", "gsu");
    var ending = new RegExp("(?<=..)(?:" + table.endings.join("|") + ")$", "u");
    var keys = new Map();

    function has(letters) { return Object.prototype.hasOwnProperty.call(known, letters); }

    function skeleton(word) {
      word = bare(word.toLowerCase());
      if (/\p{Nd}/u.test(word)) word = Array.from(word, function (c) { return table.lookalikes[c] || c; }).join("");
      return word.replace(pattern, function (letters) {
        if (has(letters)) return known[letters];
        var parts = Array.from(letters.normalize("NFKD").replace(MARKS, ""));
        return parts.map(function (c) { return has(c) ? known[c] : c; }).join("");
      }).replace(REPEATED, "$1").replace(GLIDE, "").replace(REPEATED, "$1");
    }

    function key(word) {
      if (!keys.has(word)) keys.set(word, skeleton(word).replace(ending, "").replace(LAST_VOWELS, ""));
      return keys.get(word);
    }

    /* Latin letters are read in several ways: “Japarov” is «Жапаров», “Jens” is «Йенс». */
    function readings(word) {
      var spellings = [word.toLowerCase()];
      table.readings.forEach(function (pair) {
        spellings.slice().forEach(function (one) {
          if (spellings.length < 16 && one.includes(pair[0])) spellings.push(one.split(pair[0]).join(pair[1]));
        });
      });
      return Array.from(new Set(spellings.map(key))).filter(Boolean);
    }

    return { key: key, skeleton: skeleton, readings: readings, suffixes: new Set(table.suffixes) };
  }

  function escaped(text) { return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"); }
  function bare(text) { return text.normalize("NFC").replace(MARKS, ""); }

  /* The words of a text with their places; a mark or soft hyphen inside a word does not end it. */
  function words(text) {
    return Array.from(text.matchAll(WORD), function (match) {
      return { text: bare(match[0]), start: match.index, end: match.index + match[0].length };
    });
  }

  /* ---- Keys near a word. ---- */

  /* Damerau's distance, as far as ``most``; above that, more than it. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], row = Array.from({ length: b.length + 1 }, function (_, j) { return j; }), next;
    for (var i = 1; i <= a.length; i++) {
      next = [i];
      var least = i;
      for (var j = 1; j <= b.length; j++) {
        var cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  }

  /*
   * Other stems of a word: the vowel that comes and goes before the last consonant («рынок», «рынк-»), the one
   * that changes there («Львів», «Львов-»), and the consonant that does («Америка», «Америц-»).
   */
  var SOFTENED = { k: "c", c: "k", h: "s", s: "h" };

  function stems(key) {
    var found = [], cut = /^(.+[^aeiou])([oei])([^aeiou])$/.exec(key), pair = /^(.*[^aeiou])([^aeiou])$/.exec(key);
    if (cut) found.push(cut[1] + cut[3]);
    "oei".split("").forEach(function (vowel) {
      if (cut ? vowel !== cut[2] : pair && key.length > 2) found.push((cut || pair)[1] + vowel + (cut ? cut[3] : pair[2]));
    });
    var soft = SOFTENED[key.slice(-1)];
    return soft && key.length > 3 ? found.concat(key.slice(0, -1) + soft) : found;
  }

  function at(starts, key) {
    var low = 0, high = starts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  /* ---- Terms. ---- */

  var start, fold, parsed = {};

  function setup(from) {
    base = from;
    return load("start").then(function (value) {
      start = value;
      fold = value && folder(value.folding);
      return value;
    });
  }

  var MOST_SHARDS = 6;

  /* The lines whose keys lie from one key up to another, as key → line. */
  function between(from, to) {
    var names = [];
    for (var n = at(start.terms, from); n < start.terms.length && names.length < MOST_SHARDS; n++) {
      if (names.length && start.terms[n] > to) break;
      names.push("t" + n);
    }
    return Promise.all(names.map(shard)).then(function (shards) {
      return shards.reduce(function (all, one) { return all.concat(one); }, []);
    });
  }

  function shard(name) {
    return parsed[name] = parsed[name] || load(name).then(function (text) {
      if (text === null) delete parsed[name];
      return (text || "").split("\n").map(function (line) {
        var end = line.indexOf("|");
        return { key: line.slice(0, end), line: line };
      });
    });
  }

  function within(prefix) { return between(prefix, prefix + "\uffff"); }

  /* Keys that begin otherwise and end as the word does. */
  function endingAlike(key) {
    var tail = Array.from(key).reverse().join("").slice(0, 3), names = [];
    for (var n = at(start.ends, tail); n < start.ends.length && names.length < 3; n++) {
      if (names.length && start.ends[n] > tail + "\uffff") break;
      names.push("e" + n);
    }
    return Promise.all(names.map(load)).then(function (texts) {
      return texts.flatMap(function (text) { return text ? text.split("\n") : []; })
        .filter(function (one) { return one.startsWith(tail); })
        .map(function (one) { return Array.from(one).reverse().join(""); });
    });
  }

  function wanted(keys) {
    return Promise.all(keys.map(function (key) { return between(key, key); })).then(function (found) {
      return found.flatMap(function (lines, n) { return lines.filter(function (one) { return one.key === keys[n]; }); });
    });
  }

  /* Lines for a word, each with how well it fits, from 0 to 1. */
  async function candidates(word, last, exact) {
    var readings = fold.readings(word), found = new Map();
    function add(one, quality) {
      if (!found.has(one.key) || found.get(one.key).quality < quality) found.set(one.key, { line: one.line, quality: quality });
    }
    (await wanted(readings)).forEach(function (one) { add(one, 1); });
    if (exact) return found;
    var whole = found.size > 0;
    if (!whole) (await wanted(readings.flatMap(stems))).forEach(function (one) { add(one, 0.62); });
    for (var reading of readings) {
      if (reading.length < 2) continue;
      for (var one of await within(reading.slice(0, Math.max(3, reading.length - 3)))) {
        // A word that texts hold as it is may still be a form, or the beginning, of somebody's name.
        if (whole && one.line.includes("||")) continue;
        var quality = related(one.key, reading);
        if ((last || !whole) && one.key !== reading && one.key.startsWith(reading)) {
          quality = Math.max(quality, (whole ? 0.4 : 0.6) * reading.length / one.key.length + 0.1);
        }
        if (quality) add(one, quality);
      }
    }
    if (!whole) await misspelt(readings, fold.skeleton(word).length >= LONG ? 2 : 1, add);
    return found;
  }

  function related(key, reading) {
    var long = key.length > reading.length ? key : reading, short = long === key ? reading : key;
    return short.length > 2 && long.startsWith(short) && fold.suffixes.has(long.slice(short.length)) ? 0.85 : 0;
  }

  var LONG = 6;

  async function misspelt(readings, most, add) {
    function near(one, reading) {
      var apart = distance(one, reading, most);
      return apart > most ? 0 : apart > 1 ? 0.35 : 0.6;
    }
    for (var reading of readings) {
      if (reading.length < 3) continue;
      (await within(reading.slice(0, 3))).concat(await within(reading.slice(0, 2))).forEach(function (one) {
        var quality = near(one.key, reading);
        if (quality) add(one, quality);
      });
      var others = (await endingAlike(reading)).filter(function (one) { return near(one, reading); }).slice(0, 12);
      (await wanted(others)).forEach(function (one) { add(one, near(one.key, reading)); });
    }
  }

  /* ---- Ranking. ---- */

  function postings(text, each) {
    var page = 0, pattern = /([0-9a-z]+)([A-Z])/g, match;
    while ((match = pattern.exec(text))) {
      page += parseInt(match[1], 36);
      each(page, match[2].charCodeAt(0) - 64);
    }
  }

  var ALIAS = 0.85;

  /* Entity page → how well one of its names fits all words together. */
  function entities(perWord) {
    var names = new Map();
    perWord.forEach(function (found, n) {
      found.forEach(function (one) {
        var listed = one.line.split("|")[1];
        if (!listed) return;
        listed.split(" ").forEach(function (entry) {
          var parts = entry.split("."), id = parts[0] + "." + parts[1], name = names.get(id);
          if (!name) names.set(id, name = { page: parseInt(parts[0], 36), words: parseInt(parts[2], 36), worth: parts[3] ? ALIAS : 1, fit: [] });
          name.fit[n] = Math.max(name.fit[n] || 0, one.quality);
        });
      });
    });
    var best = new Map();
    names.forEach(function (name) {
      var count = perWord.length, hits = name.fit.filter(Boolean).length;
      var sum = name.fit.reduce(function (a, b) { return a + (b || 0); }, 0) / count;
      var fill = hits / Math.max(name.words, count);
      var score = hits === count ? sum * (0.6 + 0.4 * fill) : sum * 0.5 * fill;
      score *= name.worth;
      if (score > (best.get(name.page) || 0)) best.set(name.page, score);
    });
    return best;
  }

  /* Page → how much its text has to do with the words, 1 at most. */
  function texts(perWord) {
    var total = new Map(), most = 0;
    perWord.forEach(function (found) {
      var here = new Map();
      found.forEach(function (one) {
        var list = [];
        postings(one.line.slice(one.line.lastIndexOf("|") + 1), function (page, weight) { list.push([page, weight]); });
        var rarity = Math.log(1 + start.pages / (list.length || 1));
        list.forEach(function (entry) {
          var score = one.quality * rarity * (entry[1] / (entry[1] + 2));
          if (score > (here.get(entry[0]) || 0)) here.set(entry[0], score);
        });
      });
      here.forEach(function (score, page) { total.set(page, (total.get(page) || 0) + score); });
    });
    total.forEach(function (score) { most = Math.max(most, score); });
    total.forEach(function (score, page) { total.set(page, score / most); });
    return total;
  }

  var MOST_ENTITIES = 8;

  /* Pages and scores, best first: the entity that the words name, then who mentions it, then texts. */
  async function ranked(perWord, named) {
    var scores = texts(perWord);
    function add(page, score) { scores.set(page, (scores.get(page) || 0) + score); }
    var fits = Array.from(named).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    var least = fits.length ? Math.max(0.25, fits[0][1] * 0.6) : 1;
    var likely = await Promise.all(fits.slice(0, MOST_ENTITIES).filter(function (fit) { return fit[1] >= least; }).map(async function (fit) {
      var mentions = [];
      postings((await title(fit[0]))[3], function (page, weight) { mentions.push([page, weight]); });
      // Among namesakes the one that more articles mention is meant.
      return { page: fit[0], fit: fit[1] * (1 + 0.1 * Math.log(1 + mentions.length) / Math.log(1 + start.pages)), mentions: mentions };
    }));
    var best = Math.max.apply(null, likely.map(function (one) { return one.fit; }));
    var mentioning = new Map();
    likely.forEach(function (one) {
      add(one.page, one.fit >= best * 0.98 ? 10 * one.fit : one.fit);
      one.mentions.forEach(function (entry) {
        var score = 3 * one.fit * one.fit * (1 + entry[1] / 12);
        if (score > (mentioning.get(entry[0]) || 0)) mentioning.set(entry[0], score);
      });
    });
    mentioning.forEach(function (score, page) { add(page, score); });
    return Array.from(scores).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  }

  /* ---- Pages. ---- */

  async function title(page) {
    var block = await load("p" + Math.floor(page / start.titles));
    return block ? block[page % start.titles] : ["", "", "", ""];
  }

  /* Kind, language and year of a page. */
  function about(page) {
    for (var n = 0, left = page; n < start.runs.length; n++) {
      if (left < start.runs[n][3]) return { kind: start.runs[n][0], language: start.runs[n][1], year: start.runs[n][2] };
      left -= start.runs[n][3];
    }
    return { kind: -1, language: "", year: 0 };
  }

  var inflated = {};

  /* The sections of a page: place, heading, text, language. */
  async function sections(page) {
    var n = at(start.texts, page), name = "x" + n;
    inflated[name] = inflated[name] || load(name).then(async function (packed) {
      if (!packed || typeof DecompressionStream === "undefined") return [];
      var bytes = Uint8Array.from(atob(packed), function (c) { return c.charCodeAt(0); });
      var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return JSON.parse(await new Response(stream).text());
    }).catch(function () { return []; });
    return (await inflated[name])[page - start.texts[n]] || [];
  }

  /* ---- Words in their surroundings. ---- */

  var AROUND = 160;

  function html(text) {
    return text.replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; });
  }

  /* Which words of a text are meant, and how many different ones. */
  function hits(text, keys) {
    var found = words(text).filter(function (word) { return keys.has(fold.key(word.text)); });
    var different = new Set(found.map(function (word) { return keys.get(fold.key(word.text)); }));
    return { words: found, different: different.size };
  }

  /* The text around the densest place, with its words marked. */
  function excerpt(text, found) {
    var best = 0, most = 0;
    found.forEach(function (word, n) {
      var count = found.filter(function (other) { return other.start >= word.start && other.end <= word.start + AROUND; }).length;
      if (count > most) { most = count; best = n; }
    });
    var first = found.length ? found[best].start : 0, from = Math.max(0, first - AROUND / 3), to = Math.min(text.length, from + AROUND);
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    if (from > first) from = first;
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), found.length ? found[best].end : 0);
    var out = from > 0 ? "… " : "", done = from;
    found.forEach(function (word) {
      if (word.start < done || word.end > to) return;
      out += html(text.slice(done, word.start)) + "<mark>" + html(text.slice(word.start, word.end)) + "</mark>";
      done = word.end;
    });
    return out + html(text.slice(done, to)) + (to < text.length ? " …" : "");
  }

  /* ---- Queries. ---- */

  var MOST_WORDS = 12, LONGEST = 400, LISTED = 30, FIRST = 10, PLACES = 3, LOOKED_THROUGH = 60;

  function understood(query) {
    var text = query.slice(0, LONGEST), phrases = [];
    text.replace(/["«“„]([^"«»“”„]+)["»”“]/g, function (_, phrase) {
      phrases.push(words(phrase).map(function (word) { return word.text; }));
    });
    return {
      words: words(text).slice(0, MOST_WORDS).map(function (word) { return word.text; }),
      phrases: phrases.filter(function (phrase) { return phrase.length; }),
      open: /[\p{L}\p{N}]$/u.test(text)
    };
  }

  /* Whether a text has the words of a phrase in a row. */
  function has(text, phrase, fits) {
    var row = words(text);
    return row.some(function (_, n) {
      return phrase.every(function (word, m) { return n + m < row.length && fits(row[n + m].text, word); });
    });
  }

  var CALLED_SO = 0.8;

  /* Of the pages those that hold the phrases, or are called so. */
  async function holding(list, asked, perWord, named, exact) {
    var needed = exact && !asked.phrases.length ? asked.words.map(function (word) { return [word]; }) : asked.phrases;
    if (!needed.length) return list;
    function fits(text, word) {
      if (exact) return text.toLowerCase() === word.toLowerCase();
      var found = perWord[asked.words.indexOf(word)];
      return found ? found.has(fold.key(text)) : fold.key(text) === fold.key(word);
    }
    var kept = await Promise.all(list.slice(0, LOOKED_THROUGH).map(async function (entry) {
      if ((named.get(entry[0]) || 0) > CALLED_SO) return true;
      var about = await title(entry[0]), all = (await sections(entry[0])).map(function (one) { return one[2]; });
      all.push(about[1], about[2]);
      return needed.every(function (phrase) { return all.some(function (text) { return has(text, phrase, fits); }); });
    }));
    var whole = list.filter(function (_, n) { return kept[n]; });
    // Nobody says it in these words: what is near is better than nothing, unless only the words will do.
    return whole.length || exact ? whole : list;
  }

  /*
   * The pages for a query, best first, each as the theme lists it: the page, then its fitting places.
   * ``options``: exact, kind, language, year. ``early`` is given the pages without their texts, as soon as
   * they are known.
   */
  async function search(query, options, early) {
    var asked = understood(query);
    if (!start || !asked.words.length) return [];
    var perWord = await Promise.all(asked.words.map(function (word, n) {
      return candidates(word, asked.open && n === asked.words.length - 1, options.exact);
    }));
    var named = entities(perWord);
    var list = (await ranked(perWord, named)).filter(function (entry) {
      var page = about(entry[0]);
      return (!("kind" in options) || page.kind === options.kind)
        && (!options.language || page.language === options.language)
        && (!options.year || page.year === options.year);
    });
    list = (await holding(list, asked, perWord, named, options.exact)).slice(0, LISTED);
    var keys = new Map();
    perWord.forEach(function (found, n) {
      found.forEach(function (one, key) { if (one.quality > 0.3) keys.set(key, n); });
    });
    if (early) early(await Promise.all(list.map(function (entry) { return item(entry, [], keys); })));
    return Promise.all(list.map(async function (entry, n) {
      return item(entry, n < FIRST ? await sections(entry[0]) : [], keys);
    }));
  }

  /* A page with the words around what was found; the theme folds its places up below it, as they score less. */
  async function item(entry, texts, keys) {
    var page = await title(entry[0]), kind = start.kinds[about(entry[0]).kind] || "";
    var places = texts.map(function (one) { return { section: one, hits: hits(one[2], keys) }; })
      .filter(function (place) { return place.hits.words.length; })
      .sort(function (a, b) {
        // What is in the reader's own language comes before the same in another.
        return b.hits.different - a.hits.different || !!a.section[3] - !!b.section[3] || b.hits.words.length - a.hits.words.length;
      })
      .slice(0, PLACES)
      .map(function (place) {
        var one = place.section, language = one[3] ? ' lang="' + html(one[3]) + '"' : "";
        return {
          location: page[0] + "#" + one[0], title: html(one[1] || page[1]), terms: {}, score: entry[1] / 2,
          text: "<p" + language + ">" + excerpt(one[2], place.hits.words) + "</p>"
        };
      });
    return [{
      location: page[0], title: html(page[1]) + (kind ? " <small>" + html(kind) + "</small>" : ""), terms: {},
      text: places.length ? places[0].text : "<p>" + html(page[2]) + "</p>", score: entry[1]
    }].concat(places);
  }

  var api = { put: put, setup: setup, search: search, fetch: fetchScript, folder: folder };
  return api;
})();
