// Keeps the page meter and what stands below it current: posts the form it belongs to, 50 ms after the last key and
// when it was saved (saving.js), and shows the answer.
// One question at a time: who types fast does not keep the printers busy for everyone.
// No figures come with 422, and the texts have to change, or with 503, and the last measure stays; see meter.html.
// Without this script the button "Measure again" does the same. Announces at most every 2 s.
(() => {
  const meter = document.getElementById("gw-meter");
  const owner = document.querySelector("[data-length-check-url]");
  if (!meter || !owner) return;
  const form = document.getElementById(meter.dataset.form || "") || owner.closest("form") || document.querySelector("form[data-length-check-url]");
  if (!form) return;
  const url = owner.dataset.lengthCheckUrl;
  const part = (name) => document.getElementById("gw-meter-" + name);
  const number = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: 1 });
  let waiting = 0, isAsking = false, hasChanged = false, saidAt = 0, sayLater = 0;

  function sentence(answer) {
    const longest = answer.sections[0] || { label: "", lines: 0 };
    const text = answer.over_by_lines > 0 ? meter.dataset.textOver
      : answer.room_lines > 0 ? meter.dataset.textRoom : meter.dataset.textFull;
    return text.replace("{lines}", number.format(answer.over_by_lines || answer.room_lines))
      .replace("{section}", longest.label).replace("{length}", number.format(longest.lines));
  }

  function say(text) {
    clearTimeout(sayLater);
    const pause = Math.max(0, saidAt + 2000 - Date.now());
    sayLater = setTimeout(() => { saidAt = Date.now(); part("said").textContent = text; }, pause);
  }

  function fillSheets(pages, isOver) {
    part("sheets").querySelectorAll("svg").forEach((sheet, at) => {
      if (sheet.classList.contains("gw-sheet--over")) sheet.toggleAttribute("hidden", !isOver);
      sheet.querySelectorAll("line").forEach((line, row) => line.classList.toggle("gw-on", at + row / 10 < pages));
    });
  }

  function listSections(sections) {
    const most = Math.max(1, ...sections.map((one) => one.lines));
    part("sections").replaceChildren(...sections.map((one) => {
      const item = document.createElement("li"), label = document.createElement("span"), lines = document.createElement("b");
      label.textContent = one.label;
      lines.textContent = number.format(one.lines);
      item.append(label, " ", lines, bar(one.lines / most));
      return item;
    }));
    part("sections").previousElementSibling.hidden = !sections.length;
  }

  function bar(share) {
    const make = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
    const svg = make("svg"), rect = make("rect");
    Object.entries({ viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" }).forEach(([k, v]) => svg.setAttribute(k, v));
    rect.setAttribute("width", Math.round(100 * share));
    rect.setAttribute("height", 4);
    svg.append(rect);
    return svg;
  }

  function show(answer) {
    const pages = answer.fill !== undefined ? answer.fill * Number(meter.dataset.limit) : answer.pages;
    const text = answer.sentence || sentence(answer);
    part("pages").textContent = number.format(pages);
    part("words").textContent = text;
    meter.classList.toggle("gw-meter--over", answer.over_by_lines > 0);
    fillSheets(pages, answer.over_by_lines > 0);
    listSections(answer.sections);
    part("left-out").textContent = answer.left_out || "";
    part("left-out").hidden = !answer.left_out;
    const lacks = part("lacks");
    if (lacks && answer.lacks && lacks.dataset.shown !== answer.lacks) lacks.innerHTML = lacks.dataset.shown = answer.lacks;
    say([text, answer.left_out].filter(Boolean).join(" "));
  }

  function refuse(text) {
    part("words").textContent = text;
    meter.classList.add("gw-meter--over");
    say(text);
  }

  async function measure() {
    hasChanged = isAsking;
    if (isAsking) return;
    isAsking = true;
    const token = form.querySelector("[name=csrf_token]");
    const headers = { Accept: "application/json", ...(token && { "X-CSRFToken": token.value }) };
    try {
      const reply = await fetch(url, { method: "POST", body: new FormData(form), headers, credentials: "same-origin" });
      if (reply.ok) show(await reply.json());
      else if (reply.status === 422) refuse((await reply.json()).error);
    } catch { /* No connection: what was typed stays, the last measure stays; the button still works. */ }
    isAsking = false;
    if (hasChanged) measure();
  }

  form.addEventListener("saved", measure);
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(measure, 50); });
})();
