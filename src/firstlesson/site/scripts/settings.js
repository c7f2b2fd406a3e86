// How the reader wants to read: size, spacing, line length, contrast. Kept on the device only after
// a click, and forgotten with everything else by one button.
var KEY = "firstlesson-reading";
var page = document.documentElement;
var bar = document.querySelector(".fl-bar");

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch (refused) {
    return {}; // private windows and some readers allow no storage: the page works all the same
  }
}

function keep(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch (refused) {
    // it holds for this page only
  }
}

function show(settings) {
  box.querySelectorAll("[data-set]").forEach(function (button) {
    var name = button.getAttribute("data-set");
    var value = button.getAttribute("data-value");
    var chosen = (settings[name] || "normal") === value;
    button.setAttribute("aria-pressed", String(chosen));
    if (chosen && value === "normal") page.removeAttribute("data-" + name);
    else if (chosen) page.setAttribute("data-" + name, value);
  });
}

function forget() {
  [window.localStorage, window.sessionStorage].forEach(function (storage) {
    Object.keys(storage)
      .filter(function (key) { return key.indexOf("firstlesson") === 0; })
      .forEach(function (key) { storage.removeItem(key); });
  });
}

if (bar) {
  var box = new DOMParser().parseFromString(panel["settings"], "text/html").body.firstChild;
  bar.appendChild(box);
  var settings = kept();
  show(settings);
  box.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button || button.hasAttribute("data-keep")) return;
    if (button.hasAttribute("data-forget")) {
      try { forget(); } catch (refused) { /* nothing could be stored either */ }
      settings = {};
      box.querySelector("[role=status]").textContent = say["forgotten"];
    } else {
      settings[button.getAttribute("data-set")] = button.getAttribute("data-value");
      keep(settings);
    }
    show(settings);
  });
}
