// The search box. The engine and its index are loaded when the reader first opens it; what is typed
// is never put into an address, the history or the storage, and goes when the page is left.
var without = document.querySelector(".fl-find");
var LIMIT = 10;

if (without) {
  var box = new DOMParser().parseFromString(panel["search"], "text/html").body.firstChild;
  without.parentNode.insertBefore(box, without);
  var form = box.querySelector("form");
  var input = form.querySelector("input");
  var said = box.querySelector("[role=status]");
  var list = box.querySelector(".fl-found");
  var files = box.getAttribute("data-files");
  var audience = (/fl-for--(\S+)/.exec(document.body.className) || [])[1] || "";
  var texts = null, asked = 0, drawn = 0, loading = false, timer = 0, go = false;
  var root = without.href.replace(/[^/]*$/, ""); // right at any address, as that of the 404 page
  without.className = "";
  list.nextElementSibling.appendChild(without);

  var element = function (name, text, className) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  var link = function (to, text) {
    var made = element("a", text);
    made.href = root + to;
    return made;
  };
  var fill = function (made, text, marks) {
    made.textContent = "";
    window.firstlessonSearch.marked(text, marks).forEach(function (piece) {
      made.appendChild(piece[1] ? element("mark", piece[0]) : document.createTextNode(piece[0]));
    });
  };

  var contact = function (one) {
    var item = element("li"), made = element("a", one[1] || one[0], "fl-call");
    made.href = one[3] === 2 ? root + one[2] : one[2];
    if (one[3] === 1) made.rel = "noopener noreferrer nofollow";
    item.appendChild(made);
    if (one[1]) item.appendChild(element("span", one[0]));
    return item;
  };
  var help = function (need) {
    var item = element("li", "", "fl-need");
    item.appendChild(element("strong", need.name));
    item.appendChild(element("p", need.text));
    var lines = item.appendChild(element("ul"));
    need.contacts.forEach(function (one) { lines.appendChild(contact(one)); });
    need.see.forEach(function (one) {
      lines.appendChild(element("li")).appendChild(link(one.href, one.title));
    });
    return item;
  };
  var result = function (one, marks, number) {
    var item = element("li"), title = link(one.href, "");
    fill(title, one.title, marks);
    item.appendChild(title);
    if (one.label) item.appendChild(element("span", " " + one.label, "fl-small"));
    window.firstlessonSearch.snippet(one.page, marks, function (found) {
      if (!found || number !== asked) return;
      if (found.anchor) title.href = root + one.href.split("#")[0] + "#" + found.anchor;
      fill(item.appendChild(element("p", "", "fl-small")), (found.title ? found.title + ": " : "") + found.text, marks);
    });
    return item;
  };

  var show = function (answer, number) {
    if (number !== asked) return;
    if (drawn !== number) { // help is there at once, and stays when the pages come
      drawn = number;
      list.textContent = "";
      if (answer.need) list.appendChild(help(answer.need));
      answer.contacts.forEach(function (one) { list.appendChild(contact(one)); });
    }
    answer.results.slice(0, LIMIT).forEach(function (one) { list.appendChild(result(one, answer.marks, number)); });
    if (!answer.complete) return;
    var many = Math.min(answer.results.length, LIMIT) + answer.contacts.length;
    var text = many === 1 ? texts.one : many ? texts.many.replace("{count}", many) : answer.need ? "" : texts.none;
    said.textContent = (answer.need ? texts.help + " " : "") + text;
    if (go) { go = false; move(1); }
  };
  var clear = function () {
    asked += 1;
    input.value = said.textContent = list.textContent = "";
  };
  var ask = function () {
    clearTimeout(timer);
    var text = input.value;
    if (!text.trim()) { clear(); return; }
    if (!texts) { begin(); return; }
    asked += 1;
    var number = asked;
    window.firstlessonSearch.query(text, audience, function (answer) { show(answer, number); });
  };
  var begin = function () {
    if (loading) return;
    loading = true;
    var script = element("script");
    script.onerror = function () { said.textContent = say["search-failed"]; };
    script.onload = function () {
      window.firstlessonSearch.start(root + files, function (words) {
        if (!words) { script.onerror(); return; }
        texts = words;
        if (input.value) ask();
      });
      script.remove();
    };
    script.src = root + files.replace(/[^/]+\/$/, "engine.js");
    document.head.appendChild(script);
  };

  // Arrow keys go through the links; from the first one back to the box.
  var move = function (step) {
    var stops = [input].concat(Array.from(list.querySelectorAll("a")));
    var at = stops.indexOf(document.activeElement) + step;
    if (stops[at]) stops[at].focus();
  };
  box.addEventListener("toggle", function () {
    if (box.open) { begin(); input.focus(); }
  });
  input.addEventListener("focus", begin);
  input.addEventListener("input", function () {
    go = false;
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    go = true;
    ask();
  });
  box.addEventListener("keydown", function (event) {
    var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      move(step);
    } else if (event.key === "Escape" && input.value) {
      event.stopPropagation(); // the first Escape clears, the second closes
      clear();
      input.focus();
    }
  });
  window.addEventListener("pagehide", clear);
}
