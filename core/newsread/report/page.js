// Columns that move together: choosing a sentence brings every other column to its counterpart.
"use strict";
(() => {
  const columns = [...document.querySelectorAll(".column")];
  const box = document.getElementById("columns");
  const place = document.getElementById("place");
  const sentences = columns.map((column) => [...column.querySelectorAll(".s")]);
  if (!columns.length) return;
  let here = null;

  const columnOf = (sentence) => columns.indexOf(sentence.closest(".column"));
  const counterparts = (sentence) =>
    (sentence.dataset.to || "").split(" ").filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);
  const clear = (...names) =>
    names.forEach((name) => document.querySelectorAll("." + name).forEach((one) => one.classList.remove(name)));
  // Where a sentence stands in its column's scrolled content.
  const top = (sentence, column) =>
    sentence.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;

  function choose(sentence) {
    const own = columnOf(sentence), column = columns[own];
    const found = counterparts(sentence), height = column.clientHeight;
    clear("here", "there", "current", "lacks");
    here = sentence;
    sentence.classList.add("here");
    column.classList.add("current");
    let row = top(sentence, column) - column.scrollTop;
    if (row < 0 || row > height * 0.6) {
      column.scrollTop = top(sentence, column) - height * 0.3;
      row = top(sentence, column) - column.scrollTop;
    }
    columns.forEach((other, index) => {
      if (index === own) return;
      const peer = found.find((one) => columnOf(one) === index);
      if (!peer) return other.classList.add("lacks");
      peer.classList.add("there");
      other.scrollTop = top(peer, other) - row;
    });
    show(column);
    tell(own, found);
  }

  function show(column) {
    const one = column.getBoundingClientRect(), all = box.getBoundingClientRect();
    if (one.left < all.left) box.scrollLeft -= all.left - one.left;
    if (one.right > all.right) box.scrollLeft += one.right - all.right;
  }

  function tell(own, found) {
    const lacking = columns.filter((one, index) => index !== own && one.classList.contains("lacks"));
    const without = lacking.map((one) => one.dataset.outlet).join(", ");
    place.textContent = `${columns[own].dataset.outlet}, sentence ${sentences[own].indexOf(here) + 1} of ` +
      `${sentences[own].length}. In ${found.length + 1} of ${columns.length} outlets.` +
      (without ? ` Not in ${without}.` : "");
  }

  function step(by) {
    const own = columnOf(here), next = sentences[own][sentences[own].indexOf(here) + by];
    if (next) choose(next);
  }

  function across(by) {
    const index = columnOf(here) + by;
    if (!columns[index] || !sentences[index].length) return;
    const peer = counterparts(here).find((one) => columnOf(one) === index);
    const line = here.getBoundingClientRect().top;
    const near = (one) => Math.abs(one.getBoundingClientRect().top - line);
    choose(peer || sentences[index].reduce((best, one) => (near(one) < near(best) ? one : best)));
  }

  const keys = {
    ArrowDown: () => step(1), j: () => step(1), ArrowUp: () => step(-1), k: () => step(-1),
    ArrowRight: () => across(1), l: () => across(1), ArrowLeft: () => across(-1), h: () => across(-1),
  };
  box.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key] || !here) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("click", (event) => {
    const sentence = event.target.closest(".s");
    if (!sentence) return;
    choose(sentence);
    box.focus({ preventScroll: true });
  });
  // A press of the mouse focuses too, before it is known which sentence it chooses.
  box.addEventListener("focus", () => {
    if (!here && sentences[0].length && box.matches(":focus-visible")) choose(sentences[0][0]);
  });

  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.classList.contains("s")) return;
    document.getElementById("texts").scrollIntoView();
    choose(target);
    box.focus({ preventScroll: true });
  }

  document.documentElement.classList.add("live");
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Articles. Arrow keys or h j k l choose a sentence; the other columns follow.");
  document.querySelector(".how").textContent =
    "Choose a sentence with the mouse, or with the arrow keys or h j k l: the other columns go to its counterpart. " +
    "A number after a sentence leads to the passage it belongs to.";
  place.hidden = false;
  place.textContent = "No sentence is chosen.";
  window.addEventListener("hashchange", follow);
  follow();
})();
