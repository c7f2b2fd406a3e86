// A scenario on the screen: one scene at a time. Without this script the same links lead from scene
// to scene on the page. Nothing goes into the address or the history.
document.querySelectorAll(".fl-scenario[data-play]").forEach(function (scenario) {
  var at = "";
  var scenes = Array.prototype.slice.call(scenario.querySelectorAll(".fl-scene"));

  function show(id, first) {
    at = id;
    scenes.forEach(function (scene) {
      var here = scene.id === id;
      scene.hidden = !here;
      scene.querySelectorAll(".fl-after").forEach(function (after) { after.hidden = true; });
      scene.querySelectorAll(".fl-choices").forEach(function (choices) { choices.hidden = false; });
      if (here && !first) scene.focus();
    });
  }

  scenario.addEventListener("click", function (event) {
    var link = event.target.closest(".fl-choice, .fl-on");
    if (!link) return;
    event.preventDefault();
    var to = link.getAttribute("href").slice(1);
    if (link.className === "fl-on") { show(to); return; }
    var scene = link.closest(".fl-scene");
    var after = document.getElementById(to);
    scene.querySelector(".fl-choices").hidden = true;
    after.hidden = false;
    after.focus();
  });
  window.addEventListener("beforeprint", function () {
    scenario.querySelectorAll("[hidden]").forEach(function (part) { part.hidden = false; });
  });
  window.addEventListener("afterprint", function () { show(at, true); });
  show(scenes[0].id, true);
});
