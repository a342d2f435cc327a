// "So that ...?" asked step by step up to the mission: one box for each line of the section, which stays what is sent.
// Without this script the section is one box with a line for each step.
(() => {
  const place = document.getElementById("plan-ladder");
  const words = document.querySelector("textarea[name=mission]");
  const most = place ? Number(place.dataset.most) : 0;
  if (!place || !words) return;
  let isOwn = false;

  const lines = () => words.value.split("\n").map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, "").trim()).filter(Boolean);
  const boxes = () => [...place.querySelectorAll("textarea")];

  function write() {
    words.value = boxes().map((box) => box.value.replace(/\s*\n\s*/g, " ").trim()).filter(Boolean).join("\n");
    isOwn = true;
    words.dispatchEvent(new Event("input", { bubbles: true }));
    isOwn = false;
    more.hidden = boxes().length >= most;
  }

  function box(text, number) {
    const row = document.createElement("li"), label = document.createElement("label"), field = document.createElement("textarea");
    field.id = number ? `mission-${number}` : "mission";
    field.rows = 1;
    field.dir = "auto";
    field.className = "usa-textarea";
    field.value = text;
    if (words.hasAttribute("aria-describedby")) field.setAttribute("aria-describedby", words.getAttribute("aria-describedby"));
    label.htmlFor = field.id;
    label.textContent = place.dataset.soThat;
    label.className = "gw-meta";
    field.addEventListener("input", (event) => { event.stopPropagation(); split(field); write(); });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      const next = row.nextElementSibling?.querySelector("textarea");
      if (next) next.focus(); else if (!more.hidden) add();
    });
    row.append(label, field);
    return row;
  }

  // What is pasted with line breaks goes to steps of its own.
  function split(field) {
    const parts = field.value.split("\n").map((part) => part.trim()).filter(Boolean);
    if (parts.length < 2 || boxes().length + parts.length - 1 > most) return;
    const all = boxes().flatMap((one) => (one === field ? parts : [one.value]));
    draw(all);
    boxes()[all.indexOf(parts.at(-1))]?.focus();
  }

  function add() {
    list.append(box("", boxes().length));
    more.hidden = boxes().length >= most;
    boxes().at(-1).focus();
  }

  function draw(texts) {
    const shown = texts.length ? texts : [""];
    list.replaceChildren(...shown.map(box));
    more.hidden = shown.length >= most;
  }

  const list = document.createElement("ol"), more = document.createElement("button");
  list.className = "plan-ladder plan-ladder--asked";
  more.type = "button";
  more.className = "usa-button usa-button--outline gw-small";
  more.textContent = place.dataset.add;
  more.addEventListener("click", add);

  function begin() {
    if (lines().length > most) return;
    words.id = "mission-words";
    words.hidden = true;
    words.after(place);
    place.append(list, more);
    place.hidden = false;
    draw(lines());
  }

  words.addEventListener("input", () => { if (!isOwn && !place.hidden) draw(lines()); });
  begin();
})();
