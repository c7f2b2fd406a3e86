// What I have finished, kept on this device and only after a click; no account, no name. The
// certificate's name stays in its box: it is printed, never stored and never sent.
var KEY = "firstlesson-progress";
var keepButton = document.querySelector(".fl-keep");
var list = document.querySelector("[data-lessons]");
var certificate = document.querySelector(".fl-certificate");

function finished() {
  try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (refused) { return []; }
}

if (keepButton) {
  var lesson = keepButton.getAttribute("data-lesson");
  var note = keepButton.parentNode.querySelector("[role=status]");
  keepButton.parentNode.hidden = false;
  if (finished().indexOf(lesson) >= 0) note.textContent = say["progress-kept"];
  keepButton.addEventListener("click", function () {
    var all = finished();
    if (all.indexOf(lesson) < 0) all.push(lesson);
    try {
      localStorage.setItem(KEY, JSON.stringify(all));
      note.textContent = say["progress-kept"];
    } catch (refused) {
      note.textContent = say["progress-refused"];
    }
  });
}

if (list) {
  var done = finished();
  if (done.length) {
    var anew = document.createElement("button"); // for the next one at a shared computer
    anew.type = "button";
    anew.className = "fl-anew";
    anew.textContent = say["progress-anew"];
    anew.addEventListener("click", function () {
      localStorage.removeItem(KEY);
      list.querySelectorAll(".fl-done").forEach(function (mark) { mark.remove(); });
      anew.remove();
    });
    list.parentNode.insertBefore(anew, list);
  }
  list.querySelectorAll("[data-lesson]").forEach(function (card) {
    if (done.indexOf(card.getAttribute("data-lesson")) < 0) return;
    var mark = document.createElement("p");
    mark.className = "fl-done";
    mark.textContent = say["progress-done"];
    card.appendChild(mark);
  });
}

if (certificate) {
  var name = certificate.querySelector("input");
  var print = certificate.querySelector("button");
  var shown = certificate.querySelector(".fl-name");
  certificate.querySelector(".fl-write").hidden = false;
  name.addEventListener("input", function () { shown.textContent = name.value; });
  print.addEventListener("click", function () { window.print(); });
  window.addEventListener("pagehide", function () { name.value = ""; shown.textContent = ""; });
}
