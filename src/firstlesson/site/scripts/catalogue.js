// The catalogue's filter; without it the same lessons stand in plain lists.
var form = document.querySelector(".fl-filter");

if (form) {
  var cards = Array.prototype.slice.call(document.querySelectorAll(".fl-catalogue > li"));
  var status = form.querySelector("[role=status]");

  function fits(card, name, wanted) {
    var value = card.getAttribute("data-" + name);
    if (!wanted) return true;
    if (name === "age") {
      var ages = value.split("-").map(Number);
      var band = wanted.split("-").map(Number);
      return value !== "" && ages[0] <= band[1] && ages[1] >= band[0];
    }
    if (name === "minutes") return Number(value) > 0 && Number(value) <= Number(wanted);
    return value.split(" ").indexOf(wanted) >= 0;
  }

  function show() {
    var found = 0;
    cards.forEach(function (card) {
      card.hidden = !["audience", "age", "minutes", "topic", "language", "guidance"].every(function (name) {
        return fits(card, name, form.elements[name].value);
      });
      if (!card.hidden) found += 1;
    });
    status.textContent = status.getAttribute("data-found").replace("{n}", String(found));
  }

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
}
