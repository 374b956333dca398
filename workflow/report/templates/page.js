"use strict";
// What is wider than its place scrolls in it: by keyboard too, and it shows that it goes on.
function markScrolling() {
  for (const node of document.querySelectorAll("math, .line-of-its-own, pre, .wide, .numbers, .graph")) {
    const scrolls = node.scrollWidth > node.clientWidth + 1;
    node.classList.toggle("scrolls", scrolls);
    if (scrolls) node.tabIndex = 0; else node.removeAttribute("tabindex");
  }
}
window.addEventListener("load", markScrolling);
window.addEventListener("resize", markScrolling);
