/* Which keys of the index a reader's word may mean, and how well each fits, from 0 to 1. */
(function (search) {
  "use strict";

  var LEMMA = 0.9, FORM = 0.85, STEM = 0.62, SLIP = 0.6, FIRST_SLIP = 0.55, TWO_SLIPS = 0.35;
  var LONG = 6;  // letters of a word that may have two slips
  var FILES = 2, MOST = 10;  // keys of a whole query

  /* Damerau's distance of two words, as far as ``most``; above that, more than it. */
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
    ["o", "e", "i"].forEach(function (vowel) {
      if (cut ? vowel !== cut[2] : pair && key.length > 2) found.push((cut || pair)[1] + vowel + (cut ? cut[3] : pair[2]));
    });
    var soft = SOFTENED[key.slice(-1)];
    return soft && key.length > 3 ? found.concat(key.slice(0, -1) + soft) : found;
  }

  /* One of two keys with a suffix more: forms, in languages that put suffix to suffix. */
  function related(key, reading) {
    var long = key.length > reading.length ? key : reading, short = long === key ? reading : key;
    return short.length > 2 && long.startsWith(short) && search.fold.suffixes.has(long.slice(short.length));
  }

  /* A word of which a part is there; whoever is typing it means it more likely than a slip. */
  function begun(part, last, whole) {
    return whole ? 0.1 + 0.4 * part : last ? SLIP + 0.2 * part : 0.1 + 0.6 * part;
  }

  function slips(key, reading, most) {
    var apart = distance(key, reading, most);
    return apart > most ? 0 : apart > 1 ? TWO_SLIPS : key[0] === reading[0] ? SLIP : FIRST_SLIP;
  }

  /* The keys for a word, best first. ``last``: the reader may still be typing it. */
  async function meant(word, last, most) {
    // A long word that folds to one letter («zzzz») says nothing.
    var readings = search.fold.readings(word).filter(function (one) { return one.length > 1 || word.length < 3; });
    var found = new Map();

    function add(one, quality) {
      if (quality && !(found.has(one.key) && found.get(one.key).quality >= quality)) {
        found.set(one.key, Object.assign({ quality: quality }, one));
      }
    }

    function keysFrom(files) {
      return Promise.all(readings.map(function (reading) {
        var prefix = reading.slice(0, Math.max(2, Math.min(4, reading.length - 2)));
        return search.index.keysFrom(prefix, reading, files);
      }));
    }

    var around = await keysFrom(1);
    readings.forEach(function (reading, n) {
      around[n].forEach(function (one) { add(one, one.key === reading && 1); });
    });
    var whole = found.size > 0, lemmas = Array.from(found.values()).flatMap(function (one) { return one.lemmas; });
    (await Promise.all(lemmas.map(function (lemma) { return search.index.keysFrom(lemma, lemma, 1); })))
      .forEach(function (keys, n) { keys.forEach(function (one) { add(one, one.key === lemmas[n] && LEMMA); }); });
    if (!whole) around = await keysFrom(FILES);
    readings.forEach(function (reading, n) {
      var others = stems(reading);
      around[n].forEach(function (one) {
        if (others.includes(one.key)) add(one, STEM);
        // A word that texts hold as it is may still be a form, or the beginning, of somebody's name.
        if (one.key === reading || (whole && !one.named)) return;
        if (related(one.key, reading)) add(one, FORM);
        if ((last || !whole) && one.key.startsWith(reading)) {
          add(one, begun(reading.length / one.key.length, last, whole));
        }
      });
    });
    if (!whole) await misspelt(word, readings, add);
    return Array.from(found.values()).sort(function (a, b) {
      return b.quality - a.quality || b.named - a.named || b.pages - a.pages || (a.key < b.key ? -1 : 1);
    }).slice(0, most);
  }

  /* A letter that is missing between two of a kind leaves a double, which a key has but once. */
  var DOUBLED = /(\p{L})\1/u;

  async function misspelt(word, readings, add) {
    var most = search.fold.skeleton(word).length >= LONG || DOUBLED.test(word) ? 2 : 1;
    await Promise.all(readings.filter(function (reading) { return reading.length > 1; }).map(async function (reading) {
      var tail = reading.slice(-Math.min(3, reading.length - 1));
      var near = await Promise.all([
        search.index.keysFrom(reading.slice(0, 2), reading, FILES),
        search.index.keysTo(tail, reading, FILES)
      ]);
      near.flat().forEach(function (one) { add(one, slips(one.key, reading, most)); });
    }));
  }

  /* Key → its line in the index, and how well it fits. ``words``: how many the query has. */
  search.candidates = async function (word, last, exact, words) {
    var keys = (await meant(word, last, Math.max(words > 3 ? 2 : 3, Math.ceil(MOST / words)))).filter(function (one) { return !exact || one.quality === 1; });
    var lines = await Promise.all(keys.map(function (one) { return search.index.term(one.key); }));
    return new Map(keys.map(function (one, n) {
      return [one.key, { line: lines[n] || "||", quality: one.quality, pages: one.pages }];
    }));
  };
})(dossierSearch);
