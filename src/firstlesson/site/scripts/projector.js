// The lesson on the wall: one step at a time, by keyboard, by a remote, by touch; B blanks the
// screen. Without this script all steps stand below one another in large type.
var slides = Array.prototype.slice.call(document.querySelectorAll(".fl-slide"));
var remote = document.querySelector(".fl-remote");

if (remote && slides.length) {
  var at = 0;
  var left = 0;
  var running = true;
  var where = remote.querySelector("[role=status]");
  var clock = remote.querySelector(".fl-timer");
  var startX = null;

  function tell() {
    var minutes = Math.floor(Math.abs(left) / 60);
    var seconds = Math.abs(left) % 60;
    var sign = left < 0 ? "+" : "";
    clock.textContent = slides[at].hasAttribute("data-minutes")
      ? sign + minutes + ":" + (seconds < 10 ? "0" : "") + seconds : "";
    clock.classList.toggle("fl-over", left < 0);
  }

  function show(next) {
    at = Math.max(0, Math.min(slides.length - 1, next));
    slides.forEach(function (slide, number) { slide.hidden = number !== at; });
    left = Number(slides[at].getAttribute("data-minutes") || 0) * 60;
    where.textContent = at + 1 + " / " + slides.length;
    tell();
  }

  function blank() { document.documentElement.classList.toggle("fl-blank"); }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || document.querySelector("dialog[open]")) return;
    var onButton = /^(BUTTON|A|SUMMARY)$/.test(event.target.tagName);
    var key = event.key;
    if (key === "b" || key === "B" || key === ".") { blank(); event.preventDefault(); }
    else if (key === "ArrowRight" || key === "PageDown" || (key === " " && !onButton)) { show(at + 1); event.preventDefault(); }
    else if (key === "ArrowLeft" || key === "PageUp") { show(at - 1); event.preventDefault(); }
    else if (key === "Home") { show(0); event.preventDefault(); }
    else if (key === "End") { show(slides.length - 1); event.preventDefault(); }
  });
  remote.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-move")) show(at + Number(button.getAttribute("data-move")));
    if (button.hasAttribute("data-blank")) blank();
    if (button.hasAttribute("data-pause")) {
      running = !running;
      button.setAttribute("aria-pressed", String(!running));
    }
  });
  document.addEventListener("touchstart", function (event) {
    startX = event.changedTouches[0].clientX;
  }, { passive: true });
  document.addEventListener("touchend", function (event) {
    if (startX === null) return;
    var moved = event.changedTouches[0].clientX - startX;
    if (Math.abs(moved) > 60) show(at + (moved < 0 ? 1 : -1));
    startX = null;
  }, { passive: true });
  setInterval(function () {
    if (!running || !slides[at].hasAttribute("data-minutes")) return;
    left -= 1;
    tell();
  }, 1000);

  remote.hidden = false;
  document.documentElement.classList.add("fl-projecting");
  show(0);
}
