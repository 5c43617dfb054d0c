/* Words in their surroundings. All that leaves here is text with &, <, > and quotation marks escaped, and marks. */
(function (search) {
  "use strict";

  var AROUND = 160, PLACES = 3;

  function html(text) {
    return text.replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; });
  }

  /* Which words of a text are meant, and how many different ones. */
  function hits(text, keys) {
    var found = search.words(text).filter(function (word) { return keys.has(search.fold.key(word.text)); });
    var different = new Set(found.map(function (word) { return keys.get(search.fold.key(word.text)); }));
    return { words: found, different: different.size };
  }

  /* The text around the densest place, with its words marked. */
  function excerpt(text, found) {
    var best = 0, most = 0;
    found.forEach(function (word, n) {
      var count = found.filter(function (other) { return other.start >= word.start && other.end <= word.start + AROUND; }).length;
      if (count > most) { most = count; best = n; }
    });
    var first = found.length ? found[best].start : 0;
    var from = Math.max(0, first - AROUND / 3), to = Math.min(text.length, from + AROUND);
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

  function paragraph(section, found) {
    var language = section[3] ? ' lang="' + html(section[3]) + '"' : "";
    return "<p" + language + ">" + excerpt(section[2], found) + "</p>";
  }

  /*
   * A page as the theme lists it: itself with the words around what was found, then its other places, which
   * the theme folds up below it, as they score less. ``keys``: key → number of the reader's word.
   */
  search.item = function (page, sections, score, label, keys) {
    var location = page[0], title = page[1];
    var places = sections.map(function (one) { return { section: one, hits: hits(one[2], keys) }; })
      .filter(function (place) { return place.hits.words.length; })
      .sort(function (a, b) {
        // What is in the reader's own language comes before the same in another.
        return b.hits.different - a.hits.different || !!a.section[3] - !!b.section[3] || b.hits.words.length - a.hits.words.length;
      })
      .slice(0, PLACES)
      .map(function (place) {
        var one = place.section;
        return {
          location: location + "#" + one[0], title: html(one[1] || title), terms: {}, score: score / 2,
          text: paragraph(one, place.hits.words)
        };
      });
    var first = places.length ? places[0].text : sections.length ? paragraph(sections[0], []) : "";
    var heading = html(title) + (label ? " <small>" + html(label) + "</small>" : "");
    return [{ location: location, title: heading, terms: {}, text: first, score: score }].concat(places);
  };
})(dossierSearch);
