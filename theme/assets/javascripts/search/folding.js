/*
 * Words and their keys. Folds as hooks/dossier/search/folding.py does, step by step, with the table that
 * comes with the index.
 */
var dossierSearch = {};

(function (search) {
  "use strict";

  var GLIDE = /i(?=[aeou])|(?<=[aeou])i/g, REPEATED = /([A-Za-z])\1+/g, LAST_VOWELS = /(?<=..)[aeiou]+$/;
  var MARKS = /[\p{M}\u00ad]/gu;
  var WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’ʼʻ‘`][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)*/gu;
  var MOST_SPELLINGS = 16;

  function escaped(text) { return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"); }

  function bare(text) { return text.normalize("NFC").replace(MARKS, ""); }

  /* The words of a text with their places; a mark or soft hyphen inside a word does not end it. */
  search.words = function (text) {
    return Array.from(text.matchAll(WORD), function (match) {
      return { text: bare(match[0]), start: match.index, end: match.index + match[0].length };
    });
  };

  /* ``table`` → key(word), skeleton(word), readings(word) and the set of suffixes. */
  search.folder = function (table) {
    var known = {}, groups = Object.keys(table.groups), keys = new Map();
    Object.keys(table.letters).forEach(function (to) {
      Array.from(table.letters[to]).forEach(function (letter) { known[letter] = to; });
    });
    Object.assign(known, table.groups);
    groups.sort(function (a, b) { return Array.from(b).length - Array.from(a).length || (a < b ? -1 : 1); });
    var pattern = new RegExp(groups.map(escaped).join("|") + "|.", "gsu");
    var ending = new RegExp("(?<=..)(?:" + table.endings.join("|") + ")$", "u");

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

    /* Keys of a word: Latin letters are read in several ways. “Japarov” is «Жапаров», “Jens” is «Йенс». */
    function readings(word) {
      var spellings = [word.toLowerCase()];
      table.readings.forEach(function (pair) {
        spellings.slice().forEach(function (one) {
          if (spellings.length < MOST_SPELLINGS && one.includes(pair[0])) {
            spellings.push(one.split(pair[0]).join(pair[1]));
          }
        });
      });
      return Array.from(new Set(spellings.map(key))).filter(Boolean);
    }

    return { key: key, skeleton: skeleton, readings: readings, suffixes: new Set(table.suffixes) };
  };
})(dossierSearch);
