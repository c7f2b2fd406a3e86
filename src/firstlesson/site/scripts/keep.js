// The pages on this device, to read them without internet: only on the site's own address, only
// after a click, and gone with everything else that was kept.
var button = document.querySelector("[data-keep]");
var keeper = null; // found before it is needed: a reader in danger forgets and leaves at once
var workers = null;
try { workers = navigator.serviceWorker; } catch (refused) { /* some readers allow none */ }

function registration() {
  return Promise.resolve().then(function () {
    return workers.getRegistration(fact["origin"]);
  }).catch(function () { return null; }); // a page on a disk, or at another address
}

// What keeps the pages also forgets them, for it lives on when this page is left.
function forgetPages() {
  var worker = keeper && (keeper.active || keeper.waiting || keeper.installing);
  if (worker) { worker.postMessage("forget"); return; }
  if (workers) {
    workers.getRegistrations().then(function (all) {
      all.forEach(function (one) { one.unregister(); });
    }).catch(function () { /* a page on a disk has none */ });
  }
  try {
    caches.keys().then(function (names) {
      names.filter(function (name) { return name.indexOf("firstlesson") === 0; })
        .forEach(function (name) { caches.delete(name); });
    }).catch(function () { /* nothing could be kept either */ });
  } catch (refused) { /* nor here */ }
}

document.addEventListener("click", function (event) {
  if (event.target.closest && event.target.closest("[data-forget]")) forgetPages();
});

if (workers) registration().then(function (found) { keeper = found || keeper; });

if (button && workers && location.protocol === "https:" && location.href.indexOf(fact["origin"]) === 0) {
  var said = button.parentNode.querySelector("[role=status]");
  button.hidden = false;
  workers.addEventListener("message", function (event) {
    if (!event.data) return;
    if (event.data.kept) said.textContent = say["keep-kept"];
    if (event.data.refused) said.textContent = say["keep-refused"];
  });
  registration().then(function (found) { // a newer version that is whole takes over for the next page
    if (found && found.waiting) found.waiting.postMessage("renew");
  });
  button.addEventListener("click", function () {
    said.textContent = say["keep-keeping"];
    var root = fact["origin"];
    workers.register(root + "sw.js", { scope: root }).then(function (found) {
      keeper = found;
      return workers.ready;
    }).then(function (found) {
      found.active.postMessage({ keep: document.documentElement.lang });
    }).catch(function () {
      said.textContent = say["keep-refused"];
    });
  });
}
