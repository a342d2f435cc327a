// The table of a process map: lines of a spreadsheet pasted into a cell fill the cells from there; Enter goes to the row
// below, Alt with an arrow moves between rows. Without this script "Paste from a spreadsheet" and "Add 10 rows" do it.
(() => {
  const form = document.getElementById("map-form");
  if (!form) return;
  const body = form.querySelector(".map-table tbody");
  const columns = ["name", "lane", "work", "wait", "right", "rule", "rule_name", "rule_owner"];
  let isChanged = form.querySelector(".gw-errors, .gw-flash") !== null;

  const at = (name, row) => form.elements[`${name}-${row}`];
  const place = (field) => {
    const found = /^([a-z_]+)-(\d+)$/.exec(field.name || "");
    return found ? { name: found[1], row: Number(found[2]) } : null;
  };

  function addRow() {
    const count = body.rows.length, row = body.rows[count - 1].cloneNode(true);
    row.querySelectorAll(".usa-error-message").forEach((one) => one.remove());
    row.querySelectorAll("input, select").forEach((field) => {
      const name = place(field).name;
      field.id = field.name = `${name}-${count}`;
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/[\d٠-٩]+$/, String(count + 1)));
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
      field.classList.remove("gw-input--wrong");
      field.value = name === "place" ? String(count + 1) : "";
    });
    body.append(row);
    form.elements.rows.value = String(count + 1);
  }

  function fill(field, text) {
    if (field.tagName !== "SELECT") { field.value = text; return; }
    const wanted = text.trim().toLowerCase();
    const option = [...field.options].find((one) => one.value === wanted || one.textContent.toLowerCase() === wanted || (wanted && one.textContent.toLowerCase().startsWith(wanted)));
    if (option) field.value = option.value;
    else if (wanted) { field.add(new Option(text, text)); field.value = text; } // the server says what is wrong with it
  }

  form.addEventListener("paste", (event) => {
    const start = place(event.target);
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!start || !columns.includes(start.name) || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const first = columns.indexOf(start.name);
    text.split("\n").slice(0, 400).forEach((line, down) => {
      while (start.row + down >= body.rows.length) addRow();
      line.split("\t").forEach((cell, along) => {
        const field = columns[first + along] && at(columns[first + along], start.row + down);
        if (field) fill(field, cell.trim());
      });
    });
    isChanged = true;
  });

  form.addEventListener("keydown", (event) => {
    const here = place(event.target);
    if (!here || event.isComposing) return;
    const down = event.key === "Enter" && !event.ctrlKey && !event.metaKey || event.altKey && event.key === "ArrowDown" ? 1
      : event.altKey && event.key === "ArrowUp" ? -1 : 0;
    if (!down || event.target.tagName === "SELECT" && event.altKey) return;
    event.preventDefault();
    if (here.row + down === body.rows.length && body.rows.length < 200) addRow();
    const next = at(here.name, here.row + down);
    if (next) { next.focus(); if (next.select) next.select(); }
  });

  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
})();
