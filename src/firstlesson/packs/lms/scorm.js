// Tells the platform (SCORM 1.2 or 2004) what was answered, when it is answered: on leaving a page a browser
// sends nothing reliably. Without a platform the lesson is a page like any other.
(function () {
  "use strict";
  var LATER = "API_1484_11"; // what SCORM 2004 calls its API; 1.2 says API
  var NAMES = [document.currentScript.getAttribute("data-api"), LATER, "API"];

  function found(name) {
    var starts = [window, window.opener];
    for (var s = 0; s < starts.length; s += 1) {
      var place = starts[s];
      for (var depth = 0; place && depth < 20; depth += 1) {
        try {
          if (place[name]) return place[name];
        } catch (error) {
          break; // another site's window
        }
        if (place.parent === place) break;
        place = place.parent;
      }
    }
    return null;
  }

  var name = NAMES.find(found);
  if (!name) return;
  var api = found(name);
  var later = name === LATER;
  var core = later ? "cmi." : "cmi.core.";

  function call(verb, argument) { return api[later ? verb : "LMS" + verb](argument); }
  function set(key, value) { api[later ? "SetValue" : "LMSSetValue"](key, value); }

  if (String(call("Initialize", "")) === "false") return;

  var began = Date.now();
  var questions = Array.prototype.slice.call(document.querySelectorAll(".fl-quiz[data-check] .fl-question"));
  // Whoever was interrupted goes on: only the numbers of questions are kept, never what was answered.
  var kept = (questions.length ? String(call("GetValue", "cmi.suspend_data") || "") : "").split(";");
  var tried = numbers(kept[0]);
  var solved = numbers(kept[1]);

  function numbers(text) {
    var list = (text || "").split(",").filter(function (one) { return /^\d+$/.test(one); }).map(Number);
    return new Set(list.filter(function (one) { return one < questions.length; }));
  }

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function time() {
    var seconds = Math.min(Math.floor((Date.now() - began) / 1000), 359999);
    if (later) return "PT" + seconds + "S";
    return two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
  }

  function setStatus(done) {
    set(later ? "cmi.completion_status" : "cmi.core.lesson_status", done ? "completed" : "incomplete");
    set(core + "exit", done ? "" : "suspend");
  }

  function setScore() {
    var share = solved.size / questions.length;
    set(core + "score.min", "0");
    set(core + "score.max", "100");
    set(core + "score.raw", String(Math.round(100 * share)));
    set("cmi.suspend_data", Array.from(tried).join() + ";" + Array.from(solved).join());
    if (!later) return;
    set("cmi.score.scaled", String(Math.round(100 * share) / 100));
    // Nobody fails: what is not solved yet can be tried again.
    set("cmi.success_status", share === 1 ? "passed" : "unknown");
  }

  function send() {
    set(core + "session_time", time());
    call("Commit", "");
  }

  var status = call("GetValue", later ? "cmi.completion_status" : "cmi.core.lesson_status");
  if (!/^(completed|passed)$/.test(status) && !tried.size) {
    setStatus(!questions.length); // where there is nothing to answer, a lesson is done once it is opened
    send();
  }

  document.addEventListener("firstlesson-answer", function () {
    var before = tried.size + solved.size;
    questions.forEach(function (question, number) {
      if (question.querySelector(".fl-feedback .fl-right")) solved.add(number);
      if (question.querySelector(".fl-feedback [class]")) tried.add(number);
    });
    if (tried.size + solved.size === before) return;
    setScore();
    setStatus(tried.size === questions.length);
    send();
  });

  window.addEventListener("pagehide", function () { call(later ? "Terminate" : "Finish", ""); });
})();
