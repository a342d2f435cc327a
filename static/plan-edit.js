// Word counts beside the sections, and a question before what was typed is left unsaved. Nothing depends on it.
(() => {
  const form = document.getElementById("plan-form");
  if (!form) return;
  const number = new Intl.NumberFormat(document.documentElement.lang || "en");
  let isChanged = false;

  function count(field) {
    const place = document.querySelector(`[data-count="${CSS.escape(field.name)}"]`);
    if (place) place.textContent = number.format(field.value.split(/\s+/).filter(Boolean).length);
  }

  form.addEventListener("input", (event) => { isChanged = true; count(event.target); });
  form.addEventListener("submit", () => { isChanged = false; });
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
})();
