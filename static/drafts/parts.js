// The parts of a draft as they stand on the page: what is in their fields, and putting something there.
const gwParts = (() => {
  const form = document.getElementById("plan-form");
  const names = JSON.parse(form?.dataset.names || "{}");
  const section = (key) => document.getElementById("part-" + key);
  const lockOf = (key) => section(key)?.querySelector(`[name="lock-${key}"]`);
  const keys = () => [...form.querySelectorAll(".plan-part[id^='part-']")].map((one) => one.id.slice(5)).filter(lockOf);
  const isOwn = (field) => field.name && !/^(lock|keep|have|answer)-/.test(field.name) && !/^(submit|button|file)$/.test(field.type);
  const fields = (key) => [...section(key).querySelectorAll("input, textarea, select")].filter(isOwn);

  const values = (key) => fields(key)
    .filter((field) => !/^(checkbox|radio)$/.test(field.type) || field.checked)
    .map((field) => [field.name, field.value]);

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // Puts values into the fields of a part; rows of changes that the page does not have yet are added.
  function put(key, wanted) {
    while (key === "changes" && wanted.some(([name]) => !section(key).querySelector(`[name="${CSS.escape(name)}"]`))) {
      if (!addRow(section(key))) break;
    }
    const left = wanted.map((pair) => [...pair]);
    for (const field of fields(key)) {
      const at = left.findIndex(([name, value]) =>
        name === field.name && (!/^(checkbox|radio)$/.test(field.type) || value === field.value));
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = at >= 0;
      else if (field.tagName !== "SELECT" || at >= 0) field.value = at >= 0 ? left[at][1] : "";
      if (at >= 0) left.splice(at, 1);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      if (field.tagName === "SELECT") field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function addRow(place) {
    const rows = place.querySelectorAll(".plan-change"), last = rows[rows.length - 1];
    if (!last || rows.length >= 8) return false;
    const markup = last.outerHTML.replaceAll(`changes-${rows.length - 1}-`, `changes-${rows.length}-`);
    last.insertAdjacentHTML("afterend", markup);
    const made = last.nextElementSibling;
    made.querySelector("legend").lastChild.textContent = String(rows.length + 1);
    made.querySelectorAll("input, textarea").forEach((field) => { field.value = ""; });
    return true;
  }

  return {
    form, keys, values, same, put, section, names,
    lock: (key) => lockOf(key).value,
    setLock: (key, stamp) => { lockOf(key).value = stamp; },
    choice: (key) => section(key).querySelector(`[name="keep-${key}"]:checked`)?.value || "",
    partOf: (field) => field.closest?.(".plan-part[id^='part-']")?.id.slice(5) || "",
  };
})();
