/* Takes a query, and answers with the pages to list, best first. */
(function (search) {
  "use strict";

  var MOST_WORDS = 12, LONGEST = 400, LISTED = 30, LOOKED_THROUGH = 60, AT_ONCE = 5;
  var CALLED_SO = 0.8, MARKED = 0.3;
  var NOTHING = { all: function () { return true; }, items: async function () { return []; } };

  function understood(query) {
    var text = query.slice(0, LONGEST), phrases = [];
    text.replace(/["«“„]([^"«»“”„]+)["»”“]/g, function (_, phrase) {
      phrases.push(search.words(phrase).map(function (word) { return word.text; }));
    });
    return {
      words: search.words(text).slice(0, MOST_WORDS).map(function (word) { return word.text; }),
      phrases: phrases.filter(function (phrase) { return phrase.length; }),
      open: /[\p{L}\p{N}]$/u.test(text)
    };
  }

  /* Whether a text has the words of a phrase in a row. */
  function has(text, phrase, fits) {
    var row = search.words(text);
    return row.some(function (_, n) {
      return phrase.every(function (word, m) { return n + m < row.length && fits(row[n + m].text, word); });
    });
  }

  /* Whether a page holds the phrases, or is called so; null where any page will do. */
  function holding(asked, perWord, named, exact) {
    var needed = exact && !asked.phrases.length ? asked.words.map(function (word) { return [word]; }) : asked.phrases;
    if (!needed.length) return null;

    function fits(text, word) {
      if (exact) return text.toLowerCase() === word.toLowerCase();
      var found = perWord[asked.words.indexOf(word)], key = search.fold.key(text);
      return found ? found.has(key) : key === search.fold.key(word);
    }

    return async function (entry) {
      if ((named.get(entry[0]) || 0) > CALLED_SO) return true;
      var texts = (await search.index.sections(entry[0])).map(function (section) { return section[2]; });
      texts.push((await search.index.page(entry[0]))[1]);
      return needed.every(function (phrase) { return texts.some(function (text) { return has(text, phrase, fits); }); });
    };
  }

  /*
   * Those of a list that hold what is needed. Their texts are large, so they are looked through a few at a time
   * and only until there are enough. ``first(enough)`` has that many or more, ``all()`` says whether every one
   * has been looked at.
   */
  function sieved(list, holds, exact) {
    var kept = holds ? [] : list, left = holds ? list.slice(0, LOOKED_THROUGH) : [];
    return {
      all: function () { return !left.length; },
      first: async function (enough) {
        while (left.length && kept.length < enough) {
          var some = left.splice(0, AT_ONCE), held = await Promise.all(some.map(holds));
          kept = kept.concat(some.filter(function (_, n) { return held[n]; }));
        }
        // Nobody says it in these words: what is near is better than nothing, unless only the words will do.
        if (!left.length && !kept.length && !exact) kept = list;
        return kept.slice(0, LISTED);
      }
    };
  }

  /* ``options``: exact, kind, language, year. */
  function wanted(options) {
    return function (entry) {
      var page = search.index.about(entry[0]);
      return (!("kind" in options) || page.kind === options.kind)
        && (!options.language || page.language === options.language)
        && (!options.year || page.year === options.year);
    };
  }

  /*
   * The pages for a query, best first: items(most, texts) loads what is needed to list so many as the theme does,
   * the first of them with the words around what was found, and all() says whether no more can come.
   */
  search.search = async function (query, options) {
    var asked = understood(query);
    if (!search.index.open() || !asked.words.length) return NOTHING;
    var perWord = await Promise.all(asked.words.map(function (word, n) {
      return search.candidates(word, asked.open && n === asked.words.length - 1, options.exact, asked.words.length);
    }));
    var named = search.named(perWord), keys = new Map();
    var list = (await search.ranked(perWord, named)).filter(wanted(options));
    var fitting = sieved(list, holding(asked, perWord, named, options.exact), options.exact), whole = false;
    perWord.forEach(function (found, n) {
      found.forEach(function (one, key) { if (one.quality > MARKED) keys.set(key, n); });
    });

    async function item(entry, withText) {
      var found = await Promise.all([search.index.page(entry[0]), withText ? search.index.sections(entry[0]) : []]);
      return search.item(found[0], found[1], entry[1], search.index.about(entry[0]).label, keys);
    }

    return {
      all: function () { return fitting.all() && whole; },
      items: async function (most, texts) {
        var entries = await fitting.first(Math.max(1, texts));
        whole = entries.length <= Math.min(most, texts);
        return Promise.all(entries.slice(0, most).map(function (entry, n) { return item(entry, n < texts); }));
      }
    };
  };
})(dossierSearch);
