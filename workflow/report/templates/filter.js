"use strict";
const form = document.getElementById("filters");
const rows = [...document.querySelectorAll("#claims tbody tr")];
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
  shown.value = `${rows.filter(row => !row.hidden).length} of ${rows.length} shown`;
}

form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
filter();
