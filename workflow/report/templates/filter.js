"use strict";
// The table's filter; what it is set to stands in the address, so that a link and "back" bring it again.
const form = document.getElementById("filters");
const rows = [...document.querySelectorAll("#claims tr.claim")];
const groups = [...document.querySelectorAll("#claims tbody")];
const shown = document.getElementById("shown");

function matches(row, wanted) {
  return (!wanted.paper || row.dataset.paper === wanted.paper)
    && (!wanted.status || row.dataset.status === wanted.status)
    && (!wanted.verdict || row.dataset.verdict === wanted.verdict)
    && (!wanted.method || row.dataset.method.split(" ").includes(wanted.method))
    && wanted.text.toLowerCase().split(/\s+/).every(word => row.dataset.text.includes(word));
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  for (const row of rows) row.hidden = !matches(row, wanted);
  for (const group of groups) group.hidden = !group.querySelector("tr.claim:not([hidden])");
  shown.value = `${rows.filter(row => !row.hidden).length} of ${rows.length} shown`;
}

function read() {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const field of form.elements) if (field.name) field.value = asked.get(field.name) ?? "";
  filter();
}

function write() {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", chosen.length ? `#${new URLSearchParams(chosen)}` : location.pathname);
}

form.hidden = false;
form.addEventListener("input", () => { filter(); write(); });
form.addEventListener("submit", event => event.preventDefault());
window.addEventListener("hashchange", read);
window.addEventListener("pageshow", read);
