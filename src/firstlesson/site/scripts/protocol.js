// A protocol at hand: only my steps, ticks that are forgotten on leaving, and a record sheet that is
// saved only as a file the professional chooses. Nothing is kept in the browser.
var steps = document.querySelectorAll(".fl-step");
var roles = document.querySelector(".fl-my-role");
var sheet = document.querySelector(".fl-sheet");

function clear() {
  document.querySelectorAll(".fl-tick input").forEach(function (tick) { tick.checked = false; });
  document.querySelectorAll(".fl-sheet textarea").forEach(function (field) { field.value = ""; });
}

// Paper shows every branch, "danger now" above all, whichever are open on the screen.
var opened = [];
window.addEventListener("beforeprint", function () {
  opened = Array.prototype.slice.call(document.querySelectorAll(".fl-branch:not([open])"));
  opened.forEach(function (branch) { branch.open = true; });
});
window.addEventListener("afterprint", function () {
  opened.forEach(function (branch) { branch.open = false; });
});

if (steps.length) {
  window.addEventListener("pagehide", clear);
  window.addEventListener("pageshow", clear); // some browsers bring ticks back on a reload too
}

if (roles) {
  roles.hidden = false;
  roles.addEventListener("change", function (event) {
    var role = event.target.value;
    steps.forEach(function (step) {
      var mine = !role || step.getAttribute("data-roles").split(" ").indexOf(role) >= 0;
      step.hidden = !mine;
    });
    document.querySelectorAll(".fl-branch").forEach(function (branch) {
      var mine = branch.querySelector(".fl-step:not([hidden])");
      branch.open = Boolean(role && mine);
      branch.querySelector(".fl-not-mine").hidden = Boolean(!role || mine || !branch.querySelector(".fl-step"));
    });
  });
}

// A link leads to a step that is inside a closed branch, or that belongs to somebody else.
function reveal() {
  var id = decodeURIComponent(location.hash.slice(1));
  var step = id && document.getElementById(id);
  if (!step || !step.classList.contains("fl-step")) return;
  var branch = step.closest("details");
  if (!step.hidden && (!branch || branch.open)) return;
  step.hidden = false;
  if (branch) branch.open = true;
  step.scrollIntoView();
}

if (steps.length) {
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) reveal(); // the same link again changes no address
  });
  reveal();
}

if (sheet) {
  sheet.querySelectorAll("td").forEach(function (cell) {
    var field = document.createElement("textarea");
    field.setAttribute("aria-labelledby", cell.getAttribute("data-name"));
    field.setAttribute("autocomplete", "off");
    field.setAttribute("spellcheck", "false");
    field.rows = Number(cell.getAttribute("data-lines"));
    cell.appendChild(field);
  });
  var save = sheet.querySelector(".fl-save");
  save.hidden = false;
  save.addEventListener("click", function () {
    var lines = [sheet.querySelector("h2").textContent, document.querySelector("h1").textContent, ""];
    sheet.querySelectorAll("tr").forEach(function (row) {
      lines.push(row.querySelector("th").firstChild.textContent.trim() + ":");
      lines.push(row.querySelector("textarea").value, "");
    });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.join("\r\n")], { type: "text/plain" }));
    link.download = save.getAttribute("data-file");
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
