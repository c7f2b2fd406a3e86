// The preview's part of a page: loads it again when a save was built, keeps the reader's place,
// and shows what is wrong above the last good page. Never part of a built site.
(() => {
  "use strict";
  const PLACE = "firstlesson-preview-place";
  const version = document.currentScript.dataset.version;
  let events = null;

  // The place is kept by the nearest section above it: text that grows before it does not matter.
  const keepPlace = () => {
    const top = (one) => one.getBoundingClientRect().top;
    const above = [...document.querySelectorAll("main [id]")]
      .filter((one) => one.getClientRects().length && top(one) <= 1)
      .sort((one, other) => top(one) - top(other))
      .pop();
    const place = { path: location.pathname, y: scrollY, id: "", top: 0 };
    if (above) Object.assign(place, { id: above.id, top: top(above) });
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  };

  const returnToPlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
    if (!kept || kept.path !== location.pathname) return;
    const anchor = kept.id && document.getElementById(kept.id);
    const top = anchor ? scrollY + anchor.getBoundingClientRect().top - kept.top : kept.y;
    scrollTo({ top, behavior: "instant" });
  };

  const reload = () => {
    keepPlace();
    history.scrollRestoration = "manual";
    location.reload();
  };

  // Text only: what an author typed is never taken for HTML.
  const show = (state) => {
    let box = document.getElementById("firstlesson-preview");
    if (!state.problem) {
      if (box) box.remove();
      return;
    }
    if (!box) {
      box = document.createElement("details");
      box.id = "firstlesson-preview";
      box.open = true;
      box.setAttribute("role", "alert");
      box.append(document.createElement("summary"), document.createElement("pre"));
      box.lastChild.tabIndex = 0;
      document.body.append(box);
    }
    box.lang = state.language;
    box.firstChild.textContent = state.heading;
    box.lastChild.textContent = state.problem;
  };

  // A browser has few connections for one server: only the page that is seen holds one.
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/__preview/events?at=${location.pathname}`);
    events.onmessage = (message) => {
      const state = JSON.parse(message.data);
      if (state.version !== version) reload();
      else show(state);
    };
  };
  const stop = () => {
    if (events) events.close();
    events = null;
  };

  if (sessionStorage.getItem(PLACE)) {
    returnToPlace();
    addEventListener("load", () => {
      returnToPlace();
      sessionStorage.removeItem(PLACE);
    });
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();
})();
