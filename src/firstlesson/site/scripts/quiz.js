// A quiz on the screen: an answer is checked when the reader asks, and every answer is talked about.
// Nothing is counted against anyone: one can always try again.
document.querySelectorAll(".fl-quiz[data-check]").forEach(function (quiz) {
  var said = function (name) { return quiz.getAttribute("data-" + name); };
  var questions = Array.prototype.slice.call(quiz.querySelectorAll(".fl-question"));
  var solved = new Set();

  function line(text, className) {
    var p = document.createElement("p");
    p.textContent = text;
    if (className) p.className = className;
    return p;
  }

  function ofSelects(question, selects, out) {
    var open = selects.some(function (one) { return !one.value; });
    if (open) { out.appendChild(line(said("choose"))); return false; }
    var fits = function (one) { return one.value === one.getAttribute("data-answer"); };
    var right = selects.every(fits);
    var feedback = question.querySelector("[data-feedback=" + (right ? "right" : "again") + "]");
    out.appendChild(line(right ? said("right") : said("not-yet"), right ? "fl-right" : "fl-not-yet"));
    out.appendChild(line(feedback.textContent));
    selects.forEach(function (one) {
      var why = question.querySelector("[data-part='" + one.getAttribute("data-for") + "'] .fl-why");
      var name = one.parentNode.querySelector("span").textContent;
      var told = fits(one) ? said("fits") + " " + name + (why ? " " + why.textContent : "") : said("open") + " " + name;
      out.appendChild(line(told));
    });
    return right;
  }

  function ofOptions(question, out) {
    var chosen = [];
    question.querySelectorAll("input").forEach(function (input) {
      if (input.checked) chosen.push(input.value);
    });
    if (!chosen.length) { out.appendChild(line(said("choose"))); return false; }
    var wrong = 0;
    var missing = 0;
    var why = [];
    question.querySelectorAll("[data-option]").forEach(function (option) {
      var correct = option.getAttribute("data-correct") === "yes";
      var taken = chosen.indexOf(option.getAttribute("data-option")) >= 0;
      if (taken && !correct) wrong += 1;
      if (!taken && correct) missing += 1;
      if (taken) why.push(line(option.querySelector(".fl-why").textContent));
    });
    var right = !wrong && !missing;
    var verdict = right ? "right" : wrong ? "not-yet" : "some";
    out.appendChild(line(said(verdict), right ? "fl-right" : "fl-not-yet"));
    why.forEach(function (one) { out.appendChild(one); });
    return right;
  }

  var end = document.createElement("div");
  var onward = quiz.querySelector(".fl-onward");
  end.className = "fl-result";
  end.setAttribute("role", "status");
  quiz.insertBefore(end, onward);
  onward.hidden = true;

  function finish() {
    if (end.textContent) return;
    var anew = document.createElement("button");
    anew.type = "button";
    anew.className = "fl-check fl-anew";
    anew.textContent = said("anew");
    anew.addEventListener("click", restart);
    end.appendChild(line(said("done")));
    quiz.appendChild(anew);
    onward.hidden = false;
  }

  function restart() {
    solved.clear();
    end.textContent = "";
    onward.hidden = true;
    quiz.querySelector(".fl-anew").remove();
    quiz.querySelectorAll("input").forEach(function (one) { one.checked = false; });
    quiz.querySelectorAll("select").forEach(function (one) { one.value = ""; });
    quiz.querySelectorAll(".fl-feedback").forEach(function (one) { one.textContent = ""; });
    quiz.querySelectorAll(".fl-hint").forEach(function (one) { one.open = false; });
    quiz.querySelectorAll(".fl-check").forEach(function (one) { one.textContent = said("check"); });
    quiz.querySelector("input, select").focus();
  }

  questions.forEach(function (question, number) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "fl-check";
    button.textContent = said("check");
    var out = document.createElement("div");
    out.className = "fl-feedback";
    out.setAttribute("role", "status");
    question.querySelector(".fl-answers").hidden = true;
    question.appendChild(button);
    question.appendChild(out);
    button.addEventListener("click", function () {
      out.textContent = "";
      var selects = Array.prototype.slice.call(question.querySelectorAll("select"));
      var right = selects.length ? ofSelects(question, selects, out) : ofOptions(question, out);
      if (right) solved.add(number);
      button.textContent = right ? said("check") : said("again");
      document.dispatchEvent(new CustomEvent("firstlesson-answer", { detail: { right: right } }));
      if (solved.size === questions.length) finish();
    });
  });
});
