// Leave at once: cover the page, then put another one in its place. History cannot be erased by a
// page, and we say so; `location.replace` at least takes this page out of the way of "Back".
var links = document.querySelectorAll(".fl-exit");
var FLAG = "firstlesson-left"; // for this tab only, and only after the reader has left
var said = null;
var presses = 0;
var timer = 0;
var alone = true;

function flag(on) {
  try {
    if (on) sessionStorage.setItem(FLAG, "1");
    else sessionStorage.removeItem(FLAG);
  } catch (refused) { /* then Back shows the page without a cover */ }
}

function flagged() {
  try { return sessionStorage.getItem(FLAG) === "1"; } catch (refused) { return false; }
}

function nextIsExit() {
  try {
    var next = navigation.entries()[navigation.currentEntry.index + 1];
    return Boolean(next) && next.url === links[0].href;
  } catch (unknown) { return false; /* an older browser */ }
}

function cover(text) {
  document.title = say["exit-title"];
  var icon = document.querySelector("link[rel=icon]");
  if (icon) icon.href = "data:,";
  document.querySelectorAll("audio, video").forEach(function (sound) { sound.pause(); });
  if (window.speechSynthesis) window.speechSynthesis.cancel();
  document.querySelectorAll("dialog[open]").forEach(function (dialog) { dialog.close(); });
  var sheet = document.createElement("div");
  sheet.className = "fl-cover";
  sheet.textContent = text || "";
  document.body.appendChild(sheet);
  document.documentElement.classList.add("fl-covered");
  return sheet;
}

function target() {
  var online = location.protocol === "https:" && navigator.onLine !== false;
  return fact["away"] && online ? fact["away"] : links[0].href;
}

function leave(event) {
  if (event) event.preventDefault();
  flag(true);
  cover();
  var gone = false;
  function go() {
    if (gone) return;
    gone = true;
    location.replace(target());
  }
  requestAnimationFrame(function () { requestAnimationFrame(go); }); // the cover is painted first
  setTimeout(go, 60); // a hidden tab paints nothing
}

function tell(text) {
  if (!said) {
    said = document.createElement("p");
    said.className = "fl-said";
    said.setAttribute("role", "status");
  }
  var shown = document.querySelector("dialog[open]") || document.body; // nothing beside a dialog is told
  if (said.parentNode !== shown) shown.appendChild(said);
  said.textContent = text;
}

function reset(quietly) {
  if (presses && !quietly) tell("");
  presses = 0;
  clearTimeout(timer);
}

if (links.length) {
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest(".fl-exit")) leave(event);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Shift") alone = !event.repeat;
    else alone = false; // Shift held for a capital letter is no sign
  }, true);
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) { reset(); return; }
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) { leave(); return; }
    tell(presses === 1 ? say["exit-two-more"] : say["exit-one-more"]);
    timer = setTimeout(reset, 5000);
  }, true);
  window.addEventListener("pageshow", function (event) {
    var entries = performance.getEntriesByType ? performance.getEntriesByType("navigation") : [];
    var back = event.persisted || (entries.length > 0 && entries[0].type === "back_forward");
    // Only a page one came back to looks at the flag: Firefox shows such a page the storage as it
    // was when the page last looked, so whoever looked before would not know that one has left.
    if (!back || !(nextIsExit() || flagged())) return;
    var sheet = document.querySelector(".fl-cover") || cover();
    var again = document.createElement("button");
    again.type = "button";
    again.textContent = say["exit-again"];
    again.addEventListener("click", function () {
      flag(false);
      location.reload();
    });
    sheet.textContent = "";
    sheet.appendChild(again);
  });
}
