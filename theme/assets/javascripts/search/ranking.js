/* Which pages answer best: the entity that the words name, then who mentions it, then texts that hold them. */
(function (search) {
  "use strict";

  var TEXT = 2, ALIAS = 0.85, MOST_ENTITIES = 5, AS_GOOD = 0.98, FOREIGN = 0.05, FEW = 10, SAID = 7;

  function postings(text, each) {
    var page = 0, pattern = /([0-9a-z]+)([A-Z])/g, match;
    while ((match = pattern.exec(text))) {
      page += parseInt(match[1], 36);
      each(page, match[2].charCodeAt(0) - 64);
    }
  }

  /* Entity page → how well one of its names fits all words together. */
  search.named = function (perWord) {
    var names = new Map(), count = perWord.length, best = new Map();
    perWord.forEach(function (found, n) {
      found.forEach(function (one) {
        var listed = one.line.split("|")[1];
        if (!listed) return;
        listed.split(" ").forEach(function (entry) {
          var parts = entry.split("."), id = parts[0] + "." + parts[1], name = names.get(id);
          if (!name) {
            name = { page: parseInt(parts[0], 36), words: parseInt(parts[2], 36), worth: parts[3] ? ALIAS : 1, fit: [] };
            names.set(id, name);
          }
          name.fit[n] = Math.max(name.fit[n] || 0, one.quality);
        });
      });
    });
    names.forEach(function (name) {
      var hits = name.fit.filter(Boolean).length;
      var sum = name.fit.reduce(function (a, b) { return a + (b || 0); }, 0) / count;
      var fill = hits / Math.max(name.words, count);
      var score = name.worth * (hits === count ? sum * (0.6 + 0.4 * fill) : sum * 0.5 * fill);
      if (score > (best.get(name.page) || 0)) best.set(name.page, score);
    });
    return best;
  };

  /* Page → how much its text has to do with the words; a text full of all of them would have 1. */
  function texts(perWord) {
    var total = new Map(), full = 0;
    perWord.forEach(function (found) {
      var here = new Map(), rarest = 0;
      found.forEach(function (one) {
        var rarity = Math.log(1 + search.index.size() / one.pages), worth = one.quality * one.quality * rarity;
        rarest = Math.max(rarest, rarity);
        postings(one.line.slice(one.line.lastIndexOf("|") + 1), function (page, weight) {
          var score = worth * weight / (weight + 2);
          if (score > (here.get(page) || 0)) here.set(page, score);
        });
      });
      full += rarest;
      here.forEach(function (score, page) {
        var sum = total.get(page) || { score: 0, words: 0 };
        total.set(page, { score: sum.score + score, words: sum.words + 1 });
      });
    });
    return new Map(Array.from(total, function (entry) {
      return [entry[0], entry[1].score / full * entry[1].words / perWord.length];
    }));
  }

  /* The entities that may be meant, with the pages that mention each. */
  async function likely(named) {
    var fits = Array.from(named, function (entry) { return { page: entry[0], fit: entry[1] }; });
    fits.sort(function (a, b) { return b.fit - a.fit || a.page - b.page; });
    var least = fits.length ? Math.max(0.25, fits[0].fit * 0.6) : 1;
    fits = fits.slice(0, MOST_ENTITIES).filter(function (one) { return one.fit >= least; });
    return Promise.all(fits.map(async function (one) {
      var mentions = [];
      postings((await search.index.page(one.page))[2], function (page, weight) { mentions.push([page, weight]); });
      // Among namesakes the one that more articles mention is meant.
      var known = Math.log(1 + mentions.length) / Math.log(1 + search.index.size());
      return { page: one.page, fit: one.fit * (1 + 0.1 * known), mentions: mentions };
    }));
  }

  /*
   * What texts say of an entity that few pages in the reader's language are known to mention: they may use its
   * name in that language where the reader has typed another, or a name that it shares with somebody, which is
   * no link. An article that holds the whole name counts as much as one that is known to mention it.
   */
  async function sayingSo(entity) {
    var title = (await search.index.page(entity.page))[1], words = search.words(title);
    var found = await Promise.all(words.map(function (word) {
      return search.candidates(word.text, false, true, words.length);
    }));
    return texts(found);
  }

  /* Articles that can be read in the readers' language come first, as a rule. */
  function readable(page) {
    var about = search.index.about(page);
    return !about.language || about.translated || about.language === search.index.language() ? 1 : FOREIGN;
  }

  /* Pages and scores, best first. */
  search.ranked = async function (perWord, named) {
    var scores = new Map(), mentioning = new Map(), entities = await likely(named);
    var best = Math.max.apply(null, entities.map(function (one) { return one.fit; }));
    function add(page, score) { scores.set(page, (scores.get(page) || 0) + score); }
    function most(page, score) { if (score > (mentioning.get(page) || 0)) mentioning.set(page, score); }

    texts(perWord).forEach(function (score, page) { add(page, TEXT * score); });
    await Promise.all(entities.map(async function (one) {
      var first = one.fit >= best * AS_GOOD;
      add(one.page, first ? 10 * one.fit : one.fit);
      one.mentions.forEach(function (entry) { most(entry[0], one.fit * one.fit * (6 + entry[1] / 6)); });
      if (first && one.mentions.filter(function (entry) { return readable(entry[0]) === 1; }).length < FEW) {
        (await sayingSo(one)).forEach(function (score, page) {
          if (search.index.about(page).language) most(page, one.fit * one.fit * SAID * score);
        });
      }
    }));
    mentioning.forEach(function (score, page) { add(page, score); });
    scores.forEach(function (score, page) { scores.set(page, score * readable(page)); });
    return Array.from(scores).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  };
})(dossierSearch);
