// How many words a text has, as app/plans/counting.py counts them; kept current beside the sections while one writes.
const gwCounting = (() => {
  const form = document.getElementById("plan-form");
  const number = new Intl.NumberFormat(document.documentElement.lang || "en");
  const characters = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
  const runs = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+/g;
  const lettersOfAWord = 5;

  function words(text) {
    const alone = (text.match(characters) || []).length;
    const inRuns = (text.match(runs) || []).reduce((sum, run) => sum + Math.ceil(run.length / lettersOfAWord), 0);
    const rest = text.replace(characters, " ").replace(runs, " ").split(/\s+/);
    return alone + inRuns + rest.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  function show(field) {
    const count = words(field.value);
    const place = document.querySelector(`[data-count="${CSS.escape(field.name)}"]`);
    const line = document.getElementById("budget-" + field.name);
    if (place) place.textContent = number.format(count);
    if (!line) return;
    const budget = Number(line.dataset.budget), isOver = count > budget;
    const text = (isOver ? line.dataset.textOver : line.dataset.text)
      .replace("{count}", number.format(count)).replace("{budget}", number.format(budget));
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle("plan-budget--over", isOver);
  }

  form?.addEventListener("input", (event) => { if (event.target.name) show(event.target); });
  return { words };
})();
