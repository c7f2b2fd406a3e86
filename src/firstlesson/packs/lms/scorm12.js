// Tells the platform (SCORM 1.2) what was answered, when it is answered: on leaving a page a browser
// sends nothing reliably. Without a platform the lesson is a page like any other.
(function () {
  "use strict";
  var api = (function () {
    var starts = [window, window.opener];
    for (var s = 0; s < starts.length; s += 1) {
      var place = starts[s];
      for (var depth = 0; place && depth < 20; depth += 1) {
        try {
          if (place.API) return place.API;
        } catch (error) {
          break; // another site's window
        }
        if (place.parent === place) break;
        place = place.parent;
      }
    }
    return null;
  })();
  if (!api || api.LMSInitialize("") === "false") return;

  var began = Date.now();
  var questions = Array.prototype.slice.call(document.querySelectorAll(".fl-quiz[data-check] .fl-question"));
  var tried = new Set();
  var solved = new Set();

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function time() {
    var seconds = Math.min(Math.floor((Date.now() - began) / 1000), 359999);
    return two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
  }

  function tell(done) {
    if (questions.length) {
      api.LMSSetValue("cmi.core.score.min", "0");
      api.LMSSetValue("cmi.core.score.max", "100");
      api.LMSSetValue("cmi.core.score.raw", String(Math.round(100 * solved.size / questions.length)));
    }
    api.LMSSetValue("cmi.core.lesson_status", done ? "completed" : "incomplete");
    api.LMSSetValue("cmi.core.session_time", time());
    api.LMSCommit("");
  }

  if (!questions.length) {
    tell(true); // there is nothing to answer: it is done once it is opened
  } else if (!/^(completed|passed)$/.test(api.LMSGetValue("cmi.core.lesson_status"))) {
    api.LMSSetValue("cmi.core.lesson_status", "incomplete");
    api.LMSCommit("");
  }

  document.addEventListener("firstlesson-answer", function () {
    questions.forEach(function (question, number) {
      if (question.querySelector(".fl-feedback .fl-right")) solved.add(number);
      if (question.querySelector(".fl-feedback [class]")) tried.add(number);
    });
    if (tried.size) tell(tried.size === questions.length);
  });

  window.addEventListener("pagehide", function () { api.LMSFinish(""); });
})();
