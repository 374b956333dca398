"use strict";
// Which claims carry the one that is looked at, and which fall with it; the address can name that claim.
const nodes = new Map([...document.querySelectorAll(".node")].map(node => [node.dataset.claim, node]));
const arrows = [...document.querySelectorAll(".arrows path")];
const told = document.getElementById("told");

const names = text => text ? text.split(" ") : [];
const claims = count => `${count} claim${count === 1 ? "" : "s"}`;

function show(id) {
  const node = nodes.get(id);
  document.body.classList.toggle("looking", Boolean(node));
  told.hidden = !node;
  const rests = new Set(node ? names(node.dataset.rests) : []);
  const falls = new Set(node ? names(node.dataset.falls) : []);
  for (const [name, other] of nodes) {
    other.classList.toggle("chosen", name === id);
    other.classList.toggle("carries", rests.has(name));
    other.classList.toggle("falls", falls.has(name));
  }
  for (const arrow of arrows) {
    const { from, to } = arrow.dataset;
    arrow.classList.toggle("carries", rests.has(from) && (rests.has(to) || to === id));
    arrow.classList.toggle("falls", falls.has(to) && (falls.has(from) || from === id));
  }
  if (node) told.textContent = `${id} rests on ${claims(rests.size)} (thick); with it ${falls.size === 1 ? "falls" : "fall"} ${claims(falls.size)} (struck out).`;
}

const named = () => decodeURIComponent(location.hash.slice(1));
for (const [id, node] of nodes) {
  for (const event of ["pointerenter", "focus"]) node.addEventListener(event, () => show(id));
  for (const event of ["pointerleave", "blur"]) node.addEventListener(event, () => show(named()));
}
window.addEventListener("hashchange", () => show(named()));
show(named());
