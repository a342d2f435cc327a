// The questions about a technology change show when its kind is technology. Without script they stand folded away.
(() => {
  function show(details) {
    const kind = document.getElementById(details.dataset.technology);
    const isAsked = kind.value === "technology";
    details.hidden = !isAsked;
    details.open = isAsked;
  }
  document.querySelectorAll("[data-technology]").forEach((details) => {
    const kind = document.getElementById(details.dataset.technology);
    if (!kind) return;
    kind.addEventListener("change", () => show(details));
    show(details);
  });
})();
