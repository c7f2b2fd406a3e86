// A quiz on the screen: an answer is checked when the reader asks, and every answer is talked about.
// Nothing is counted against anyone: one can always try again.
document.querySelectorAll(".fl-quiz[data-check]").forEach(function (quiz) {
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
    if (open) { out.appendChild(line(say["quiz-choose"])); return false; }
    var fits = function (one) { return one.value === one.getAttribute("data-answer"); };
    var right = selects.every(fits);
    var feedback = question.querySelector("[data-feedback=" + (right ? "right" : "again") + "]");
    out.appendChild(line(right ? say["quiz-right"] : say["quiz-not-yet"], right ? "fl-right" : "fl-not-yet"));
    out.appendChild(line(feedback.textContent));
    var answers = question.querySelectorAll(".fl-answers li"); // in the order of what was asked
    selects.forEach(function (one, number) {
      var why = answers[number].querySelector(".fl-why");
      var name = one.parentNode.querySelector("span").textContent;
      var told = fits(one) ? say["quiz-is-right"] + " " + name + (why ? " " + why.textContent : "") : say["quiz-open"] + " " + name;
      out.appendChild(line(told));
    });
    return right;
  }

  function ofOptions(question, out) {
    var inputs = Array.prototype.slice.call(question.querySelectorAll("input"));
    if (!inputs.some(function (one) { return one.checked; })) { out.appendChild(line(say["quiz-choose"])); return false; }
    var wrong = 0;
    var missing = 0;
    var why = [];
    question.querySelectorAll(".fl-answers li").forEach(function (answer, number) {
      var correct = answer.hasAttribute("data-correct");
      var taken = inputs[number].checked;
      if (taken && !correct) wrong += 1;
      if (!taken && correct) missing += 1;
      if (taken) why.push(line(answer.querySelector(".fl-why").textContent));
    });
    var right = !wrong && !missing;
    var verdict = right ? say["quiz-right"] : wrong ? say["quiz-not-yet"] : say["quiz-some"];
    out.appendChild(line(verdict, right ? "fl-right" : "fl-not-yet"));
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
    anew.textContent = say["quiz-anew"];
    anew.addEventListener("click", restart);
    end.appendChild(line(say["quiz-done"]));
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
    quiz.querySelectorAll(".fl-check").forEach(function (one) { one.textContent = say["quiz-check"]; });
    quiz.querySelector("input, select").focus();
  }

  questions.forEach(function (question, number) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "fl-check";
    button.textContent = say["quiz-check"];
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
      button.textContent = right ? say["quiz-check"] : say["quiz-again"];
      document.dispatchEvent(new CustomEvent("firstlesson-answer", { detail: { right: right } }));
      if (solved.size === questions.length) finish();
    });
  });
});
