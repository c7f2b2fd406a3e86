// The help box becomes a dialog: it has no address of its own, so it leaves no trace in the history.
// Menus close with Escape and when something else is chosen.
var help = document.querySelector(".fl-help");

document.addEventListener("keydown", function (event) {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".fl-bar details[open]").forEach(function (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
document.addEventListener("click", function (event) {
  document.querySelectorAll(".fl-bar details[open]").forEach(function (menu) {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

if (help && window.HTMLDialogElement) {
  var summary = help.querySelector("summary");
  var panel = help.querySelector(".fl-panel");
  var dialog = document.createElement("dialog");
  dialog.className = "fl-dialog";
  dialog.setAttribute("aria-labelledby", panel.querySelector("h2").id);

  var open = document.createElement("button");
  open.type = "button";
  open.className = "fl-help-open";
  open.setAttribute("aria-haspopup", "dialog");
  open.textContent = summary.textContent;

  var close = document.createElement("button");
  close.type = "button";
  close.className = "fl-close";
  close.textContent = say["close"];

  var exit = document.querySelector(".fl-exit");
  if (exit) dialog.appendChild(exit.cloneNode(true));
  dialog.appendChild(close);
  dialog.appendChild(panel);
  document.body.appendChild(dialog);
  help.parentNode.replaceChild(open, help);

  open.addEventListener("click", function () { dialog.showModal(); });
  close.addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) dialog.close(); // beside the box
  });
  dialog.addEventListener("close", function () { open.focus(); });
}

// Where there is room beside the text, its sections are shown at once.
var sections = document.querySelector(".fl-sections");
if (sections && window.matchMedia("(min-width: 60rem)").matches) sections.open = true;
