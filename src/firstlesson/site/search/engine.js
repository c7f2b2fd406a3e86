// The search itself: loaded with the index when the reader first asks for it. Every file of the
// index is a plain script that calls `firstlessonSearch.add`, so that it works on a disk and under
// the content security policy. What the reader types stays in this window's memory.
"use strict";
window.firstlessonSearch = (function () {
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var MOST = 60; // nobody reads more results
  var PREFIX = 0.6, NEAR = [1, 0.5, 0.35];
  var files = {}; // name → data, once the script has run
  var waiting = {}; // name → what to call then
  var folder = "", version = "";
  var index = null, steps = [], stop = {}, token = null, apostrophe = /['\u2018\u2019\u02bc]/g;
  var known = {}; // word as it stands in a text → stem

  function add(name, data) {
    files[name] = data;
    if (name === "index") prepare(data);
  }

  function load(names, done) {
    var open = names.filter(function (name) { return !(name in files); });
    var left = open.length;
    if (!left) { done(); return; }
    function one() { left -= 1; if (!left) done(); }
    open.forEach(function (name) {
      if (waiting[name]) { waiting[name].push(one); return; }
      waiting[name] = [one];
      var script = document.createElement("script");
      script.onload = script.onerror = function () {
        if (!(name in files)) files[name] = null; // a file that is missing is empty
        var all = waiting[name];
        delete waiting[name];
        script.remove();
        all.forEach(function (call) { call(); });
      };
      script.src = folder + name + ".js";
      document.head.appendChild(script);
    });
  }

  function prepare(data) {
    index = data;
    stop = {}; known = {};
    steps = data.table.steps.map(function (step) {
      var endings = {}, longest = 0;
      step.split(" ").forEach(function (one) {
        var parts = one.split(",");
        endings[parts[0]] = [parts[1], Number(parts[2])];
        longest = Math.max(longest, parts[0].length);
      });
      return { endings: endings, longest: longest };
    });
    data.table.stop.split(" ").forEach(function (one) { stop[one] = true; });
    token = new RegExp("[\\p{L}\\p{N}\\p{M}" + (data.table.apostrophe ? "" : "'\u2018\u2019\u02bc") + "]+", "gu");
    data.path = data.paths.split(" ");
    data.first = data.blocks.split(" ");
    data.letter = data.letters.split(" ");
    data.number = {};
    data.needs.forEach(function (need) {
      [5, 6].forEach(function (typed) {
        need[typed] = need[typed].map(function (phrase) { return phrase.split(" "); });
      });
    });
    data.path.forEach(function (path, number) { data.number[path] = number; });
  }

  // Words, folded and stemmed as the index was: see folding.py and stemming.py.
  function fold(text) {
    text = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    Object.keys(index.table.letters).forEach(function (letter) {
      text = text.split(letter).join(index.table.letters[letter]);
    });
    return text.replace(/([a-z])\1+/g, "$1");
  }
  function words(text) {
    return fold(text.replace(apostrophe, index.table.apostrophe)).match(/[\p{L}\p{N}]+/gu) || [];
  }
  function stem(word) {
    steps.forEach(function (step) {
      for (var length = Math.min(step.longest, word.length); length > 0; length -= 1) {
        var found = step.endings[word.slice(-length)];
        if (!found || word.length - length + found[0].length < found[1]) continue;
        word = word.slice(0, -length) + found[0];
        return;
      }
    });
    return word;
  }
  function stemOf(shown) {
    if (!(shown in known)) {
      var all = words(shown);
      known[shown] = all.length && !stop[all[all.length - 1]] ? stem(all[all.length - 1]) : "";
    }
    return known[shown];
  }

  // How far two words are apart, up to `most`: a letter more, less, other, or two in wrong order.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], row = [], next, i, j, least;
    for (j = 0; j <= b.length; j += 1) row[j] = j;
    for (i = 1; i <= a.length; i += 1) {
      next = [i];
      least = i;
      for (j = 1; j <= b.length; j += 1) {
        var same = a[i - 1] === b[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          next[j] = Math.min(next[j], before[j - 2] + 1);
        least = Math.min(least, next[j]);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  }
  // Whether a word is another one with an ending that the table does not know: threatend.
  function begins(word, one) {
    return one.length > 4 && word.length - one.length < 5 && word.indexOf(one) === 0;
  }
  function allowed(word) { return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0; }

  // Blocks of postings: which one holds a stem, and what stands in it.
  function blockOf(one) {
    var low = 0, high = index.first.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (index.first[middle] <= one) low = middle; else high = middle - 1;
    }
    return low;
  }
  function blocksOf(term) {
    var first = blockOf(term.stem), names = ["b" + first];
    var after = index.first[first + 1];
    if (term.open && after && after.indexOf(term.stem) === 0) names.push("b" + (first + 1));
    return names;
  }
  function block(name) {
    var data = files[name];
    if (typeof data === "string") {
      var parts = data.split(" "), map = new Map();
      for (var i = 0; i + 1 < parts.length; i += 2) map.set(parts[i], parts[i + 1]);
      data = files[name] = map;
    }
    return data || new Map();
  }
  function decode(text, each) {
    var page = -1, number = 0, scale = 1;
    for (var i = 0; i < text.length; i += 1) {
      var digit = DIGITS.indexOf(text[i]);
      number += (digit % 32) * scale;
      if (digit >= 32) { scale *= 32; continue; }
      page += (number >> 3) + 1;
      each(page, Math.pow(2, (number & 7) / 1.6));
      number = 0;
      scale = 1;
    }
  }

  function termsOf(all, text) {
    var open = /[\p{L}\p{N}\p{M}]$/u.test(text); // the last word may still be growing
    var terms = all.map(function (word, at) {
      return { word: word, stem: stem(word), open: open && at === all.length - 1 && word.length > 2 };
    });
    return terms;
  }

  // The stems of the index that a term stands for, each with its worth.
  function expand(term, done) {
    var found = new Map();
    load(blocksOf(term), function () {
      blocksOf(term).forEach(function (name) {
        block(name).forEach(function (postings, one) {
          if (one === term.stem) found.set(one, [1, postings]);
          else if (term.open && one.indexOf(term.word) === 0) found.set(one, [PREFIX, postings]);
        });
      });
      if (found.size || !allowed(term.word) || term.stem.length < 4) { done(found); return; }
      nearly(term, found, done);
    });
  }
  function nearly(term, found, done) {
    var letters = [term.stem[0], term.stem[1]].filter(function (letter, at, all) {
      return index.letter.indexOf(letter) >= 0 && all.indexOf(letter) === at;
    });
    load(letters.map(function (letter) { return "w-" + letter; }), function () {
      var best = allowed(term.word), near = [];
      letters.forEach(function (letter) {
        (files["w-" + letter] || "").split(" ").forEach(function (one) {
          if (one.length < 4) return;
          var far = begins(term.stem, one) ? 1 : distance(term.stem, one, best);
          if (far > best) return;
          if (far < best) { best = far; near = []; }
          near.push(one);
        });
      });
      if (best * 4 > term.stem.length) near = []; // two of seven letters wrong is another word
      near = near.slice(0, 6);
      var names = near.map(function (one) { return "b" + blockOf(one); });
      load(names, function () {
        near.forEach(function (one, at) {
          var postings = block(names[at]).get(one);
          if (postings) found.set(one, [NEAR[best], postings]);
        });
        done(found);
      });
    });
  }

  // What a reader in need types brings help first, before any page is looked up.
  function matches(wanted, terms) {
    return terms.some(function (term) {
      if (term.word === wanted || !stop[term.word] && term.stem === wanted) return true;
      if (stop[term.word] || stop[wanted] || term.stem[0] !== wanted[0]) return false;
      if (term.open && term.stem.length > 3 && wanted.indexOf(term.stem) === 0) return true;
      if (begins(term.stem, wanted)) return true;
      var most = Math.min(allowed(term.word), allowed(wanted));
      return wanted.length > 4 && most > 0 && distance(term.stem, wanted, most) <= most;
    });
  }
  function needOf(terms) {
    var best = null, most = 0;
    [5, 6].forEach(function (typed) { // the reader's own language, else the others
      if (best) return;
      index.needs.forEach(function (need) {
        need[typed].forEach(function (phrase) {
          if (phrase.length <= most || !phrase.every(function (one) { return matches(one, terms); })) return;
          most = phrase.length;
          best = need;
        });
      });
    });
    return best;
  }
  function contactsOf(text) {
    var digits = text.replace(/[\s-]/g, "");
    if (!/^\d{3,}$/.test(digits)) return [];
    return index.contacts.filter(function (one) { return one[2] === "tel:" + digits; });
  }
  function forReader(pages, audience) {
    return pages.filter(function (page) { return index.audiences[index.of[2][page]] === audience; })[0]
      || pages[0];
  }
  function adultsOnly(page) {
    var audience = index.audiences[index.of[2][page]];
    return audience && index.minors.indexOf(audience) < 0;
  }

  function worth(page, audience) {
    var own = index.audiences[index.of[2][page]];
    if (audience && own === audience) return 1.3;
    if (own && index.minors.indexOf(own) >= 0) return audience && index.minors.indexOf(audience) < 0 ? 1 : 1.15;
    if (own && !audience) return 0.85;
    if (own && index.minors.indexOf(audience) >= 0) return 0.7;
    return 1;
  }
  function named(page, expanded) { // by the query, and by nothing else
    var title = words(index.titles[index.of[0][page]]).filter(function (word) { return !stop[word]; }).map(stem);
    function says(found, one) { return found.has(one) && found.get(one)[0] !== PREFIX; }
    return title.every(function (one) { return expanded.some(function (found) { return says(found, one); }); })
      && expanded.every(function (found) { return title.some(function (one) { return says(found, one); }); });
  }
  function rank(terms, expanded, audience, meant) { // `meant`: where the need behind the words leads
    var total = new Map(), marks = new Set();
    expanded.forEach(function (found, at) {
      var best = new Map();
      found.forEach(function (match, one) {
        marks.add(one);
        var pages = [], weights = [];
        decode(match[1], function (page, weight) { pages.push(page); weights.push(weight); });
        var rare = Math.log(1 + index.path.length / pages.length) * match[0];
        pages.forEach(function (page, number) {
          var value = weights[number] * rare;
          if (value > (best.get(page) || 0)) best.set(page, value);
        });
      });
      best.forEach(function (value, page) {
        var sum = total.get(page) || [0, 0];
        total.set(page, [sum[0] + value, sum[1] + 1]);
      });
    });
    var pages = Array.from(total.keys()).map(function (page) {
      var sum = total.get(page), share = sum[1] / terms.length;
      var wanted = terms.length > 1 && meant.indexOf(page) >= 0 ? 1.4 : 1; // one word is looked up as a word
      return { page: page, value: sum[0] * share * share * worth(page, audience) * wanted };
    });
    function order(a, b) { return b.value - a.value || a.page - b.page; }
    pages = pages.sort(order).slice(0, MOST);
    pages.forEach(function (one) { if (named(one.page, expanded)) one.value *= 1.6; });
    pages.sort(order);
    var seen = new Set(), first = [], later = []; // of one lesson's editions the best comes first
    pages.forEach(function (one) {
      var title = index.of[0][one.page];
      (seen.has(title) ? later : first).push(one.page);
      seen.add(title);
    });
    return { pages: first.concat(later), marks: marks };
  }

  function shown(page) {
    var parts = index.path[page].split("#");
    return {
      page: page,
      href: parts[0] + ".html" + (parts[1] ? "#" + parts[1] : ""),
      title: index.titles[index.of[0][page]],
      label: index.labels[index.of[1][page]]
    };
  }

  // Answers a query: help at once (`found` may be called twice), pages once their blocks are there.
  function query(text, audience, found) {
    var every = termsOf(words(text), text), need = needOf(every), meant = [];
    var terms = every.filter(function (term) { return !stop[term.word] || every.length === 1; });
    var minor = !audience || index.minors.indexOf(audience) >= 0;
    var answer = { need: null, contacts: contactsOf(text), results: [], marks: new Set(), complete: false };
    if (need) {
      answer.need = {
        id: need[0], name: need[1], text: need[2],
        contacts: need[3].map(function (one) { return index.contacts[one]; }),
        see: need[4].map(function (pages) { return forReader(pages, audience); })
          .filter(function (page) { return !minor || !adultsOnly(page); }).map(shown)
      };
      meant = answer.need.see.map(function (one) { return one.page; });
    }
    var left = terms.length, expanded = [];
    function finish() {
      var ranked = rank(terms, expanded, audience, meant);
      answer.results = ranked.pages.map(shown);
      answer.marks = ranked.marks;
      answer.complete = true;
      found(answer);
    }
    if (!left) { finish(); return; }
    if (need || answer.contacts.length) found(answer);
    terms.forEach(function (term, at) {
      expand(term, function (stems) {
        expanded[at] = stems;
        left -= 1;
        if (!left) finish();
      });
    });
  }

  // A text with its true words marked, as pieces: [text, marked].
  function marked(text, marks) {
    var pieces = [], at = 0, match;
    token.lastIndex = 0;
    while ((match = token.exec(text))) {
      if (!marks.has(stemOf(match[0]))) continue;
      if (match.index > at) pieces.push([text.slice(at, match.index), false]);
      pieces.push([match[0], true]);
      at = match.index + match[0].length;
    }
    if (at < text.length) pieces.push([text.slice(at), false]);
    return pieces;
  }

  // The place of a page that says most about the query: its section, and a stretch of its text.
  function snippet(page, marks, done) {
    var parts = index.path[page].split("#"), name = "s" + index.number[index.path[page]];
    load([name], function () {
      var best = null;
      (files[name] || []).forEach(function (section) {
        var seen = new Map(), match, at = -1, run = [], value = 0;
        token.lastIndex = 0;
        while ((match = token.exec(section[2]))) {
          var one = stemOf(match[0]);
          if (!marks.has(one)) continue;
          run.push([match.index, one]);
          while (run[0][0] < match.index - 160) run.shift();
          var kinds = new Set(run.map(function (each) { return each[1]; })).size;
          if (kinds > value) { value = kinds; at = run[0][0]; }
        }
        marked(section[1], marks).forEach(function (piece) { if (piece[1]) value += 0.6; });
        if (value && (!best || value > best.value)) best = { value: value, section: section, at: at };
      });
      if (!best) { done(null); return; }
      var text = best.section[2], start = Math.max(0, best.at - 60);
      if (start) start = text.indexOf(" ", start) + 1;
      var end = text.length > start + 200 ? text.lastIndexOf(" ", start + 200) : text.length;
      done({
        anchor: parts[1] || best.section[0],
        title: best.section[1],
        text: (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "")
      });
    });
  }

  function start(from, done) {
    folder = from;
    load(["index"], function () {
      done(index ? index.say : null);
      if (index) setTimeout(function () { needOf(termsOf(["ready"], "")); }, 0); // the first answer is fast too
    });
  }

  return {
    add: add, start: start, query: query, snippet: snippet, marked: marked,
    fold: fold, words: words, stem: stem, distance: distance
  };
})();
