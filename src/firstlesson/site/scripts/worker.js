"use strict";
// Keeps the pages of a language on this device, but only when a page asks for it after a click.
// Every file is compared with its digest before it is kept, so a version is whole or not there.
var data = __DATA__;
var PREFIX = "firstlesson-pages-";
var ROOT = new URL("./", self.location.href).href;
var forgotten = false;

function nameOf(language) {
  return PREFIX + language + "-" + data.version;
}

function languageOf(name) {
  return name.slice(PREFIX.length).split("-")[0];
}

function ours() {
  return caches.keys().then(function (names) {
    return names.filter(function (name) { return name.indexOf(PREFIX) === 0; });
  });
}

function digestOf(body) {
  return crypto.subtle.digest("SHA-256", body).then(function (digest) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(digest)));
  });
}

// A new Response: one that was redirected may not answer for a page.
function whole(response, digest) {
  if (!response || !response.ok) return Promise.reject(new Error("not there"));
  return response.arrayBuffer().then(function (body) {
    return digestOf(body).then(function (found) {
      if (found !== digest) throw new Error("not what was published");
      var type = response.headers.get("Content-Type") || "application/octet-stream";
      return new Response(body, { headers: { "Content-Type": type } });
    });
  });
}

function fill(language) {
  var files = Object.assign({}, data.files[""], data.files[language]);
  var waiting = Object.keys(files), mine = nameOf(language);
  return ours().then(function (names) {
    var before = names.filter(function (name) { return languageOf(name) === language; });
    return caches.open(mine).then(function (cache) { return fillFrom(before, cache); });
  });

  function fillFrom(before, cache) {
    function kept(address, digest) { // what has not changed is not fetched again
      return before.reduce(function (last, name) {
        return last.catch(function () {
          return caches.open(name).then(function (old) { return old.match(address); })
            .then(function (response) { return whole(response, digest); });
        });
      }, Promise.reject(new Error("nothing kept")));
    }
    function next() {
      var path = waiting.shift();
      if (path === undefined) return undefined;
      var address = ROOT + path, digest = files[path];
      return kept(address, digest).catch(function () {
        return fetch(address, { cache: "no-cache", credentials: "omit" })
          .then(function (response) { return whole(response, digest); });
      }).then(function (response) { return cache.put(address, response); }).then(next);
    }
    return Promise.all([next(), next(), next(), next()]).then(function () {
      if (forgotten) throw new Error("forgotten meanwhile");
    }).catch(function (error) {
      waiting = [];
      var gone = forgotten || before.indexOf(mine) < 0 ? caches.delete(mine) : Promise.resolve();
      return gone.then(function () { throw error; });
    });
  }
}

// Nothing is left, also of a newer version that is being fetched.
function forget() {
  if (forgotten) return Promise.resolve();
  forgotten = true;
  [self.registration.installing, self.registration.waiting].forEach(function (one) {
    if (one) one.postMessage("forget");
  });
  return ours().then(function (names) {
    return Promise.all(names.map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.registration.unregister(); });
}

self.addEventListener("install", function (event) {
  event.waitUntil(ours().then(function (names) {
    var languages = Array.from(new Set(names.map(languageOf))).filter(function (one) { return data.files[one]; });
    return Promise.all(languages.map(fill));
  }));
});

self.addEventListener("activate", function (event) {
  event.waitUntil(ours().then(function (names) {
    var old = names.filter(function (name) { return nameOf(languageOf(name)) !== name; });
    return Promise.all(old.map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener("message", function (event) {
  if (event.data === "renew") { self.skipWaiting(); return; }
  if (event.data === "forget") { event.waitUntil(forget()); return; }
  var language = event.data && event.data.keep;
  if (!data.files[language]) return;
  forgotten = false; // a reader may think better of it
  event.waitUntil(fill(language).then(
    function () { event.source.postMessage({ kept: language }); },
    function () { event.source.postMessage({ refused: language }); }
  ));
});

self.addEventListener("fetch", function (event) {
  var address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || address.indexOf(ROOT) !== 0) return;
  if (address.slice(-1) === "/") address += "index.html";
  event.respondWith(ours().then(function (names) {
    return names.reduce(function (last, name) {
      return last.then(function (found) {
        return found || caches.open(name).then(function (cache) { return cache.match(address); });
      });
    }, Promise.resolve());
  }).then(function (found) {
    return found || fetch(event.request).catch(function (error) {
      if (event.request.mode !== "navigate") throw error;
      return caches.match(ROOT + "404.html").then(function (page) { return page || Response.error(); });
    });
  }));
});
