// Signing out on a shared device takes along what drafts have kept on it (static/drafts/kept.js), after asking where
// something was not saved.
(() => {
  const kept = () => { try { return Object.keys(localStorage).filter((name) => name.startsWith("gw-draft:")); } catch { return []; } };
  document.querySelectorAll("form[action='/sign-out']").forEach((form) => form.addEventListener("submit", (event) => {
    const question = form.querySelector("[data-kept]")?.dataset.kept;
    if (kept().length && question && !confirm(question)) event.preventDefault();
    else kept().forEach((name) => localStorage.removeItem(name));
  }));
})();
