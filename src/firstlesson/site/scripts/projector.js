// The lesson on the wall and the teacher's view: one step at a time, by keyboard, by a remote, by
// touch; B blanks the wall. Two windows tell each other the step; nothing is stored. Without this
// script all steps stand below one another.
var slides = Array.prototype.slice.call(document.querySelectorAll(".fl-slide"));
var remote = document.querySelector(".fl-remote");

if (remote && slides.length) {
  var wall = document.body.classList.contains("fl-page--projector");
  var at = 0;
  var clocks = {}; // seconds left, for each part of the plan
  var running = true;
  var blank = false;
  var counted = Date.now();
  var peer = window.opener;
  var where = remote.querySelector("[role=status]");
  var clock = remote.querySelector(".fl-timer");
  var start = null;

  function part() { return slides[at].getAttribute("data-part") || ""; }

  function count() {
    var now = Date.now();
    if (running && part()) clocks[part()] -= (now - counted) / 1000;
    counted = now;
  }

  function draw() {
    var name = part();
    var left = Math.round(clocks[name] || 0);
    var seconds = Math.abs(left) % 60;
    var time = Math.floor(Math.abs(left) / 60) + ":" + (seconds < 10 ? "0" : "") + seconds;
    clock.textContent = name ? (left < 0 ? "+" : "") + time : "";
    clock.classList.toggle("fl-over", Boolean(name) && left < 0);
    remote.querySelector("[data-pause]").setAttribute("aria-pressed", String(!running));
    remote.querySelector("[data-blank]").setAttribute("aria-pressed", String(blank));
    document.documentElement.classList.toggle("fl-blank", blank && wall);
  }

  // Large type, but never so large that a step runs out of the window.
  function fit() {
    var slide = slides[at];
    slide.style.fontSize = "";
    if (!wall) return;
    var size = parseFloat(getComputedStyle(slide).fontSize);
    while (size > 20 && document.documentElement.scrollHeight > window.innerHeight + 2) {
      size -= 1;
      slide.style.fontSize = size + "px";
    }
  }

  function show(next) {
    count();
    at = Math.max(0, Math.min(slides.length - 1, next));
    slides.forEach(function (slide, number) { slide.hidden = number !== at; });
    if (part() && !(part() in clocks)) clocks[part()] = Number(slides[at].getAttribute("data-minutes")) * 60;
    where.textContent = at + 1 + " / " + slides.length;
    window.scrollTo(0, 0);
    draw();
    fit();
  }

  function tell() {
    var step = { firstlesson: "step", at: at, clocks: clocks, running: running, blank: blank };
    if (peer && !peer.closed) peer.postMessage(step, "*"); // a step is no secret
  }

  function move(next) { blank = false; show(next); tell(); }
  function darken() { blank = !blank; draw(); tell(); }
  function pause() { count(); running = !running; draw(); tell(); }

  window.addEventListener("message", function (event) {
    var said = event.data || {};
    var ours = event.origin === location.origin || (location.protocol === "file:" && event.origin === "null");
    if (!ours || (peer && event.source !== peer)) return;
    if (said.firstlesson === "here") {
      peer = event.source;
      tell();
    } else if (said.firstlesson === "step") {
      peer = event.source;
      clocks = said.clocks;
      running = said.running;
      blank = said.blank;
      counted = Date.now();
      if (said.at !== at) show(said.at);
      else draw();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || document.querySelector("dialog[open]")) return;
    var onButton = /^(BUTTON|A|SUMMARY)$/.test(event.target.tagName);
    var key = event.key;
    if (key === "b" || key === "B" || key === ".") darken();
    else if (key === "ArrowRight" || key === "PageDown" || (key === " " && !onButton)) move(at + 1);
    else if (key === "ArrowLeft" || key === "PageUp") move(at - 1);
    else if (key === "Home") move(0);
    else if (key === "End") move(slides.length - 1);
    else return;
    event.preventDefault();
  });
  remote.addEventListener("click", function (event) {
    var second = event.target.closest(".fl-second");
    if (second) {
      event.preventDefault();
      peer = window.open(second.href, "firstlesson-second");
      return;
    }
    var button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-move")) move(at + Number(button.getAttribute("data-move")));
    if (button.hasAttribute("data-blank")) darken();
    if (button.hasAttribute("data-pause")) pause();
  });
  document.addEventListener("click", function (event) { // a choice of a story leads to its step
    var link = event.target.closest(".fl-slide a[href^='#']");
    var to = link && slides.indexOf(document.getElementById(link.getAttribute("href").slice(1)));
    if (!link || to < 0) return;
    event.preventDefault();
    move(to);
  });
  document.addEventListener("touchstart", function (event) {
    start = event.touches.length === 1 ? event.changedTouches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", function (event) {
    if (!start) return;
    var x = event.changedTouches[0].clientX - start.clientX;
    var y = event.changedTouches[0].clientY - start.clientY;
    start = null;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) move(at + (x < 0 ? 1 : -1));
  }, { passive: true });
  window.addEventListener("resize", fit);
  setInterval(function () { count(); draw(); }, 1000);

  remote.hidden = false;
  document.documentElement.classList.add("fl-projecting");
  show(0);
  if (peer) peer.postMessage({ firstlesson: "here" }, "*");
}
