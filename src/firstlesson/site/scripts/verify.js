"use strict";
// Reads every file of the folder that the reader chooses and compares it with the list in this page.
// Pages on a disk may fetch nothing and have no crypto of their own everywhere, so both are done here.
(function () {
  var data = JSON.parse(document.getElementById("sums").textContent);
  var PIECE = 1 << 20;
  var busy = 0;

  var primes = [], found = 2;
  while (primes.length < 64) {
    if (primes.every(function (one) { return found % one; })) primes.push(found);
    found += 1;
  }
  var fraction = function (number) { return ((number - Math.floor(number)) * 4294967296) | 0; };
  var K = primes.map(function (one) { return fraction(Math.cbrt(one)); });
  var START = primes.slice(0, 8).map(function (one) { return fraction(Math.sqrt(one)); });

  function block(state, bytes, at, w) {
    var i, a = state[0], b = state[1], c = state[2], d = state[3];
    var e = state[4], f = state[5], g = state[6], h = state[7];
    for (i = 0; i < 16; i += 1, at += 4) {
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (i = 16; i < 64; i += 1) {
      var x = w[i - 15], y = w[i - 2];
      w[i] = (((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3)) + w[i - 7] +
        ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10)) + w[i - 16]) | 0;
    }
    for (i = 0; i < 64; i += 1) {
      var one = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) +
        ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      var two = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) +
        ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach(function (value, n) { state[n] = (state[n] + value) | 0; });
  }

  function sha256(file) {
    var state = Int32Array.from(START), w = new Int32Array(64), at = 0;
    function last(rest) {
      var size = rest.length, end = new Uint8Array(size < 56 ? 64 : 128);
      end.set(rest);
      end[size] = 128;
      new DataView(end.buffer).setUint32(end.length - 8, Math.floor(file.size / 536870912));
      new DataView(end.buffer).setUint32(end.length - 4, (file.size * 8) >>> 0);
      for (var i = 0; i < end.length; i += 64) block(state, end, i, w);
      return Array.from(state, function (one) { return (one >>> 0).toString(16).padStart(8, "0"); }).join("");
    }
    function piece() {
      return file.slice(at, at + PIECE).arrayBuffer().then(function (buffer) {
        var bytes = new Uint8Array(buffer), whole = bytes.length - bytes.length % 64;
        for (var i = 0; i < whole; i += 64) block(state, bytes, i, w);
        at += bytes.length;
        return at < file.size && bytes.length ? piece() : last(bytes.subarray(whole));
      });
    }
    return piece();
  }

  function ours(path) {
    return !new RegExp(data.ignored, "i").test(path);
  }

  function listed(text) { // SHA256SUMS must say the same as this page, and one thing more: this page
    var own = {};
    text.split("\n").forEach(function (line) {
      if (line) own[line.slice(66)] = line.slice(0, 64);
    });
    var same = Object.keys(data.files).every(function (path) { return own[path] === data.files[path]; });
    return same && Object.keys(own).length === Object.keys(data.files).length + 1 ? own[data.page] : "";
  }

  function check(files, said) {
    var number = busy += 1, right = 0, changed = [], missing = [], extra = [];
    var there = Object.create(null), unfinished = false, done = 0;
    files.forEach(function (file) {
      var path = file.webkitRelativePath.split("/").slice(1).join("/");
      if (ours(path)) there[path] = file;
    });
    if (!there[data.page] && !there[data.start]) { show(said, [["wrong-folder", []]]); return; }
    if (there[data.unfinished]) unfinished = true;
    var wanted = Object.assign({}, data.files);
    var sums = there[data.sums];
    var begun = sums ? sums.arrayBuffer().then(function (buffer) { return listed(new TextDecoder().decode(buffer)); }) : Promise.resolve("");
    begun.then(function (own) {
      if (!sums) missing.push(data.sums);
      else if (!own) changed.push(data.sums);
      else right += 1;
      if (own) wanted[data.page] = own;
      else if (there[data.page]) delete there[data.page];
      Object.keys(there).forEach(function (path) {
        if (!(path in wanted) && path !== data.sums && path !== data.unfinished) extra.push(path);
      });
      var waiting = Object.keys(wanted).sort();
      function next() {
        if (number !== busy) return undefined;
        var path = waiting.shift();
        if (!path) return finished();
        if (!there[path]) { missing.push(path); return next(); }
        done += 1;
        if (done % 25 === 1) say(said, "reading", done);
        return sha256(there[path]).catch(function () { return ""; }).then(function (digest) {
          if (digest === wanted[path]) right += 1;
          else changed.push(path);
          return next();
        });
      }
      function finished() {
        var found = [["changed", changed], ["missing", missing], ["extra", extra]].filter(function (one) { return one[1].length; });
        if (unfinished) found.unshift(["unfinished", []]);
        if (found.length) show(said, found.concat([["what-now", []]]));
        else { say(said, "whole", right); said.className = "whole"; }
        said.setAttribute("data-verdict", found.length ? "broken" : "whole");
      }
      return next();
    });
  }

  function say(said, key, count) {
    said.textContent = said.getAttribute("data-" + key).replace("{count}", count);
  }

  function show(said, found) {
    said.textContent = "";
    said.className = "";
    found.forEach(function (one) {
      var line = said.appendChild(document.createElement("p"));
      line.textContent = said.getAttribute("data-" + one[0]).replace("{count}", one[1].length);
      if (!one[1].length) return;
      var list = said.appendChild(document.createElement("ul"));
      one[1].sort().forEach(function (path) { list.appendChild(document.createElement("li")).textContent = path; });
    });
  }

  document.querySelectorAll("[data-part]").forEach(function (part) {
    var said = part.querySelector("[data-said]"), input = part.querySelector("input");
    input.addEventListener("change", function () {
      said.removeAttribute("data-verdict");
      check(Array.from(input.files), said);
    });
    if (!("webkitdirectory" in input)) show(said, [["no-folders", []]]);
  });
})();
