/*
 * Asks the search nonsense, and gives it damaged files, for so many seconds:
 *
 *   node tests/fuzz/search.js SCRIPTS INDEX CORPUS SEED SECONDS
 *
 * SCRIPTS is the folder of the search's own files, INDEX that of one language's index, CORPUS a JSON file with
 * queries to begin with. Prints {queries, damaged, finds, slowest}. A find is a query of a sound index that
 * fails, that is answered with markup of its own or with a page that the index does not have, and whatever
 * takes the processor more than five seconds or never ends.
 */
"use strict";

const fs = require("fs"), path = require("path"), vm = require("vm");
const { Worker, isMainThread, parentPort, workerData } = require("worker_threads");

const LIMIT = 5000, PATIENCE = 30000;
const ORDER = ["folding", "index", "near", "ranking", "excerpts", "query"];
const SIGNS = [..."\"«»“”„'’ʼ-–*+?.^$()[]{}|\\/<>&#:;!~`@%=_ \t\n\0\u00ad\u0301\u200b\u202e\u2028\ufeff\ud800\udc00İıßſﬁЁёґҐіїʹ٣१𝒜😀"];
const WHOLE = ["__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", "&lt;", "</mark>", "\u0301".repeat(300),
  "javascript:alert(1)", "${7*7}", "{{7*7}}", "%s", "\\u003c", "a".repeat(1000), "\"".repeat(50), "я".repeat(399) + "😀"];

/* Mulberry32, a small generator of numbers that a seed determines. */
function generator(seed) {
  return function () {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/* The search as a page has it, reading files as ``contents(name)`` gives them; null for one that is missing. */
function opened(sources, contents) {
  const context = vm.createContext({
    DecompressionStream, Blob, Response, Uint8Array, atob, setTimeout, console, document: { documentElement: {} }
  });
  sources.forEach((source) => vm.runInContext(source, context));
  const search = vm.runInContext("dossierSearch", context);
  // As a browser: what a script that ran has put is there before it is said to be loaded.
  search.run = function (url, loaded, failed) {
    setImmediate(function () {
      const text = contents(url);
      if (text === null) return failed();
      try { vm.runInContext(text, context); } catch (_) { /* told to the console of a browser */ }
      loaded();
    });
  };
  search.document = context.document;
  context.document.createElement = () => ({ remove() {} });
  context.document.head = {
    append: (script) => search.run(script.src, () => script.onload(), () => script.onerror())
  };
  return search;
}

const PART = /^<p(?: lang="[^"<>&]*")?>(?:[^<>"']|<mark>[^<>"']*<\/mark>)*<\/p>$/;
const TITLE = /^[^<>"']*(?: <small>[^<>"']*<\/small>)?$/;

/* What is wrong with an answer, or nothing. */
function wrong(items, addresses) {
  if (!Array.isArray(items) && !(items && typeof items.length === "number")) return "no list";
  for (const group of items) for (const one of group) {
    if (!addresses.has(one.location.split("#")[0])) return "an address of its own: " + one.location;
    if (!TITLE.test(one.title)) return "markup in a title: " + one.title;
    if (one.text && !PART.test(one.text)) return "markup in a text: " + one.text;
    if (!Number.isFinite(one.score)) return "a score that is no number";
  }
  return "";
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error("never ends: " + what)), PATIENCE); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function answer(search, query, options) {
  const found = await search.search(query, options);
  const items = await found.items(10, 10);
  found.all();
  return items;
}

function fuzz(scripts, folder, corpus, seed, seconds) {
  const random = generator(seed), below = (n) => Math.floor(random() * n), one = (list) => list[below(list.length)];
  const sources = ORDER.map((name) => fs.readFileSync(path.join(scripts, name + ".js"), "utf8"));
  const files = Object.fromEntries(fs.readdirSync(folder).filter((name) => /^[a-z]+\d*\.js$/.test(name))
    .map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]));
  const names = Object.keys(files), addresses = new Set([""]);
  for (const name of names.filter((name) => /^p\d+\.js$/.test(name))) {
    for (const row of JSON.parse(files[name].slice(files[name].indexOf(",") + 1, -2))) addresses.add(row[0]);
  }
  const known = [];
  for (const name of names.filter((name) => /^k\d+\.js$/.test(name))) {
    known.push(...JSON.parse(files[name].slice(files[name].indexOf(",") + 1, -2)).split("\n").map((line) => line.split(/[+-]/)[0]));
  }

  function mutated(text) {
    let letters = Array.from(text);
    for (let times = 1 + below(6); times; times--) {
      const at = below(letters.length + 1), length = below(8);
      const change = below(7);
      if (change === 0) letters.splice(at, length);
      else if (change === 1) letters.splice(at, 0, one(SIGNS));
      else if (change === 2) letters.splice(at, 0, ...letters.slice(at, at + length));
      else if (change === 3) letters.splice(at, 1, String.fromCodePoint(below(0x3000)));
      else if (change === 4) letters.splice(at, 0, " ", ...one(known));
      else if (change === 5) letters.splice(at, 0, ...one(WHOLE));
      else if (letters.length > 1) { const other = below(letters.length); [letters[at % letters.length], letters[other]] = [letters[other], letters[at % letters.length]]; }
      if (letters.length > 3000) letters = letters.slice(0, 3000);
    }
    return letters.join("");
  }

  function options() {
    const made = {};
    if (below(3) === 0) made.exact = true;
    if (below(5) === 0) made.kind = one([0, 1, 99, -1, "x"]);
    if (below(5) === 0) made.language = one(["en", "xx", "__proto__"]);
    if (below(5) === 0) made.year = one([2025, 0, "2025", NaN]);
    return made;
  }

  /* A file with other bytes: cut off, of another file, with signs put in, or with another value in its place. */
  function damaged(text) {
    const at = below(text.length);
    switch (below(6)) {
      case 0: return text.slice(0, at);
      case 1: return files[one(names)];
      case 2: return text.slice(0, at) + one(SIGNS) + text.slice(at + below(3));
      case 3: return text.replace(/,.*/s, "," + one(["null", "0", "\"\"", "[]", "{}", "[[]]", "\"a\\nb|\"", "-1", "{\"keys\":[]}", "[null]"]) + ")\n");
      case 4: return text.replace(/\d+/g, (number) => below(40) ? number : String(one([0, -1, 1e9, 7, 1e308])));
      default: return null;
    }
  }

  async function run() {
    const end = Date.now() + seconds * 1000, sound = opened(sources, (url) => files[url.split("/").pop()] ?? null);
    await sound.setup("search/");
    const queries = corpus.slice(), finds = [];
    let asked = 0, broken = 0, slowest = 0;
    async function ask(search, query, how, whole, damage) {
      const began = process.cpuUsage();
      parentPort.postMessage({ trying: { query, how, damage } });
      try {
        const said = await within(answer(search, query, how), JSON.stringify(query));
        const fault = whole && wrong(said, addresses);
        if (fault) finds.push({ query, how, fault });
      } catch (error) {
        if (whole || /never ends/.test(error.message)) finds.push({ query, how, damage, fault: String(error.stack || error).slice(0, 600) });
      }
      const used = process.cpuUsage(began), took = (used.user + used.system) / 1000;
      slowest = Math.max(slowest, took);
      if (took > LIMIT) finds.push({ query, how, damage, fault: "slow" });
    }
    for (const query of corpus) await ask(sound, query, {}, true);
    while (Date.now() < end && finds.length < 20) {
      const query = below(4) ? mutated(one(queries)) : Array.from({ length: 1 + below(14) }, () => one(known)).join(one([" ", "-", "\" \""]));
      if (queries.length < 3000) queries.push(query);
      if (below(4)) {
        await ask(sound, query, options(), true);
        asked++;
      } else {
        const name = below(3) ? one(names) : "start.js", text = damaged(files[name]), seen = files[name];
        const search = opened(sources, (url) => { const file = url.split("/").pop(); return file === name ? text : files[file] ?? null; });
        try {
          const start = await within(search.setup("search/"), `${name} as ${String(text).slice(0, 300)}`);
          if (start) await ask(search, query, options(), false, { name, begins: String(text).slice(0, 200), length: String(text).length, was: seen.length });
        } catch (error) {
          if (/never ends/.test(error.message)) finds.push({ file: name, was: seen.length, fault: error.message.slice(0, 600) });
        }
        broken++;
      }
    }
    parentPort.postMessage({ done: { queries: asked, damaged: broken, finds, slowest } });
  }
  return run();
}

if (isMainThread) {
  const [scripts, folder, corpus, seed, seconds] = process.argv.slice(2);
  const data = { scripts, folder, corpus: JSON.parse(fs.readFileSync(corpus, "utf8")), seed: Number(seed), seconds: Number(seconds) };
  const worker = new Worker(__filename, { workerData: data });
  let last = Date.now(), trying = null;
  worker.on("message", (message) => {
    last = Date.now();
    if (message.trying) trying = message.trying;
    else { console.log(JSON.stringify(message.done)); process.exit(message.done.finds.length ? 1 : 0); }
  });
  worker.on("error", (error) => { console.log(JSON.stringify({ finds: [{ trying, fault: String(error.stack || error) }] })); process.exit(1); });
  setInterval(() => {
    if (Date.now() - last > 2 * PATIENCE) { console.log(JSON.stringify({ finds: [{ trying, fault: "holds up the page" }] })); process.exit(1); }
  }, 500);
} else {
  const { scripts, folder, corpus, seed, seconds } = workerData;
  fuzz(scripts, folder, corpus, seed, seconds);
}
