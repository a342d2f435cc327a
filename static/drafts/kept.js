// Words that the server does not have yet lie on this device, for this person and this version only. They go when they
// are saved and when the person signs out (static/sign-out.js). What is found when the page opens is offered, never put in.
const gwKept = (() => {
  const { form, keys, values, same, put, names, lock, setLock } = gwParts;
  const name = form?.dataset.keep, old = name + ":found";
  const card = document.getElementById("plan-kept");

  function read(place) {
    try { return JSON.parse(localStorage.getItem(place)) || {}; } catch { return {}; }
  }

  // False where the device keeps nothing.
  function write(parts, place = name) {
    try {
      if (Object.keys(parts).length) localStorage.setItem(place, JSON.stringify(parts));
      else localStorage.removeItem(place);
      return true;
    } catch { return false; }
  }

  function found() {
    const all = { ...read(old), ...read(name) };
    const left = Object.entries(all).filter(([key, part]) =>
      keys().includes(key) && Array.isArray(part.values) && !same(part.values, values(key)));
    return Object.fromEntries(left);
  }

  function show(parts) {
    const when = new Date(Math.max(...Object.values(parts).map((part) => part.at || 0)));
    const words = card.querySelector("[data-words]"), time = card.querySelector("[data-when]");
    const language = document.documentElement.lang || "en";
    time.textContent = time.dataset.when.replace("{when}",
      when.toLocaleString(language, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }));
    card.querySelector("[data-parts]").textContent = new Intl.ListFormat(language).format(
      Object.keys(parts).map((key) => names[key] || key));
    words.replaceChildren(...Object.values(parts).map((part) => {
      const line = document.createElement("blockquote");
      line.className = "gw-words plan-theirs";
      line.dir = "auto";
      line.textContent = part.values.map(([, value]) => value).filter(Boolean).join(" · ").slice(0, 500);
      return line;
    }));
    card.hidden = false;
  }

  // Calls `done` with the parts that were put in. What the server got without our knowing is no other person's text.
  function offer(done) {
    const parts = found();
    write({});
    write(parts, old);
    if (!Object.keys(parts).length) return;
    show(parts);
    card.querySelector("[data-put]").addEventListener("click", () => {
      for (const [key, part] of Object.entries(parts)) {
        if (!(part.sent && same(part.sent, values(key))) && part.lock) setLock(key, part.lock);
        put(key, part.values);
      }
      close();
      done(Object.keys(parts));
    });
    card.querySelector("[data-drop]").addEventListener("click", close);
  }

  function close() {
    write({}, old);
    card.hidden = true;
    document.querySelector("#plan-form textarea, #plan-form input[type=text]")?.focus();
  }

  return { write, offer, part: (key, sent) => ({ values: values(key), lock: lock(key), sent, at: Date.now() }) };
})();
