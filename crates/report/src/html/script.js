"use strict";
// The page reads without this. It lights all pieces of a quotation that other marks cut, and opens
// what is folded around the place a link leads to.
(function () {
  function show() {
    document.querySelectorAll(".lit").forEach(function (e) { e.classList.remove("lit"); });
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var e = target.parentElement; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    if (target.closest(".body")) target.classList.add("lit");
    document.querySelectorAll('[data-of~="' + CSS.escape(id) + '"]').forEach(function (e) { e.classList.add("lit"); });
    target.scrollIntoView({ block: target.closest(".body, table") ? "center" : "start" });
  }
  addEventListener("hashchange", show);
  show();
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (e) { e.open = true; });
  });
})();
