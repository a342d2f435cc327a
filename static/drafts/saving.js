// Saves the draft by itself: the parts that changed, a second after the last key, by the same guarded save as the button.
// What had no answer is sent again unchanged before anything newer, so that nobody meets their own words as a stranger's.
// Without connection, after the session's end or while the server is busy the words stay on this device (kept.js).
(() => {
  const { form, keys, values, same, put, section, names, lock, setLock, choice, partOf } = gwParts;
  if (!form) return;
  const PAUSE = 1000, LONGEST_PAUSE = 10000, LOOK = 20000, FIRST_RETRY = 2000, LONGEST_RETRY = 30000, PATIENCE = 20000;
  const state = document.getElementById("plan-state"), signIn = document.getElementById("plan-sign-in");
  const news = document.getElementById("plan-news"), company = document.getElementById("plan-company");
  const saved = new Map(), sent = new Map(), asked = new Set(), refused = new Map();
  const unsaved = (form.dataset.unsaved || "").split(" ");
  let timer = 0, dueAt = 0, isBusy = false, isAgain = false, retryIn = FIRST_RETRY, isLeaving = false;

  const isDirty = (key) => !same(values(key), saved.get(key));
  const isRefused = (key) => isDirty(key) && same(refused.get(key)?.sent, values(key));
  const isOpen = (key) => isDirty(key) && !isRefused(key) && (!asked.has(key) || choice(key));
  const say = (text) => { if (state.textContent !== text) state.textContent = text; };

  function keep() {
    const dirty = keys().filter(isDirty);
    return gwKept.write(Object.fromEntries(dirty.map((key) => [key, gwKept.part(key, sent.get(key))])));
  }

  function soon(pause = PAUSE) {
    const now = Date.now();
    dueAt = dueAt || now + LONGEST_PAUSE;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(pause, dueAt - now)));
  }

  function bodyOf(parts) {
    const body = new FormData();
    body.set("csrf_token", form.querySelector("[name=csrf_token]").value);
    for (const key of keys()) body.set("have-" + key, lock(key));
    for (const key of parts) {
      sent.set(key, sent.get(key) || values(key));
      body.set("lock-" + key, lock(key));
      if (choice(key)) body.set("keep-" + key, choice(key));
      for (const [name, value] of sent.get(key)) body.append(name, value);
    }
    return body;
  }

  async function save() {
    if (isBusy) { isAgain = true; return; }
    clearTimeout(timer);
    dueAt = 0;
    const parts = sent.size ? [...sent.keys()] : keys().filter(isOpen);
    isBusy = true;
    if (parts.length) say(state.dataset.saving);
    const status = await post(bodyOf(parts));
    isBusy = false;
    if (status === 200) {
      retryIn = FIRST_RETRY;
      signIn.hidden = true;
      if (isAgain || keys().some(isOpen)) soon();
      isAgain = false;
    } else await failed(status);
  }

  // The status; 0 without an answer.
  async function post(body) {
    try {
      const reply = await fetch(form.dataset.savesUrl, {
        method: "POST", body, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE),
        headers: { Accept: "application/json", "X-CSRFToken": body.get("csrf_token") },
      });
      if (reply.ok) take(await reply.json());
      return reply.status;
    } catch { return 0; }
  }

  function take(answer) {
    for (const key of [...sent.keys()]) {
      if (key in answer.conflicts) ask(key, answer.conflicts[key]);
      else if (key in answer.errors) refused.set(key, { sent: sent.get(key), why: answer.errors[key] });
      else settle(key, answer);
      sent.delete(key);
    }
    Object.entries(answer.news).forEach(([key, one]) => { if (keys().includes(key)) hear(key, one); });
    if (company && !same(answer.company, [...company.children].map((line) => line.textContent))) {
      company.replaceChildren(...answer.company.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    }
    sayHowItStands(answer.saved, keep());
    state.dataset.state = "";
    if (answer.is_saved) form.dispatchEvent(new Event("saved"));
  }

  // `savedWords`: the server's sentence on the last save; nothing else on the page says when that was.
  function sayHowItStands(savedWords, isKept) {
    const wrong = keys().find(isRefused);
    if (wrong) say(`${state.dataset.wrong} ${names[wrong] || wrong}. ${refused.get(wrong).why}`);
    else if (asked.size) say(state.dataset.question);
    else if (!keys().some(isDirty)) say(savedWords);
    else if (!isKept) say(state.dataset.unkept);
  }

  // The server has what was sent, or what somebody chose instead.
  function settle(key, answer) {
    const isTheirs = choice(key).startsWith("theirs") && answer.kept[key];
    if (isTheirs && same(sent.get(key), values(key))) put(key, answer.kept[key]);
    saved.set(key, isTheirs ? values(key) : sent.get(key));
    if (answer.locks[key]) setLock(key, answer.locks[key]);
    asked.delete(key);
    refused.delete(key);
    document.getElementById("both-" + key)?.remove();
  }

  function ask(key, markup) {
    document.getElementById("both-" + key)?.remove();
    lockField(key).insertAdjacentHTML("afterend", markup);
    asked.add(key);
  }

  const lockField = (key) => section(key).querySelector(`[name="lock-${key}"]`);

  // Somebody else's new text goes in where nobody writes here; where somebody does, saving asks.
  function hear(key, one) {
    if (isDirty(key) || section(key).contains(document.activeElement)) return;
    put(key, one.fields);
    saved.set(key, values(key));
    setLock(key, one.lock);
    news.textContent = news.dataset.text.replace("{name}", one.name);
    news.hidden = false;
  }

  async function failed(status) {
    const isKept = keep();
    if ((status === 400 || status === 401) && await renewed()) return soon(0);
    state.dataset.state = "failed";
    const why = !isKept ? "unkept" : status === 0 ? "offline" : status === 400 || status === 401 ? "signedOut"
      : [403, 404, 409].includes(status) ? "ended" : "trying";
    say(state.dataset[why]);
    signIn.hidden = why !== "signedOut";
    retryIn = Math.min(LONGEST_RETRY, retryIn * 2);
    clearTimeout(timer);
    if (why !== "ended") timer = setTimeout(save, retryIn);
  }

  // After signing in again, perhaps in another window, the page needs the new session's token. False while signed out,
  // and where somebody else is signed in on this device: what was typed here is not theirs to save.
  async function renewed() {
    try {
      const reply = await fetch(location.pathname, { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!reply.ok || reply.redirected) return false;
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const own = page.querySelector("#plan-form");
      if (own?.dataset.keep !== form.dataset.keep) return false;
      const token = own.querySelector("[name=csrf_token]")?.value;
      const known = form.querySelector("[name=csrf_token]");
      if (!token || token === known.value) return false;
      document.querySelectorAll("[name=csrf_token]").forEach((field) => { field.value = token; });
      return true;
    } catch { return false; }
  }

  for (const key of keys()) {
    if (!unsaved.includes(key)) saved.set(key, values(key));
    if (document.getElementById("both-" + key)) asked.add(key);
  }
  form.addEventListener("input", (event) => {
    if (!partOf(event.target)) return;
    keep();
    if (!state.dataset.state) say(state.dataset.saving);
    soon();
  });
  form.addEventListener("submit", () => { keep(); isLeaving = true; });
  addEventListener("online", () => soon(0));
  addEventListener("offline", () => { if (keep()) say(state.dataset.offline); });
  addEventListener("focus", () => { if (state.dataset.state) soon(0); });
  document.addEventListener("visibilitychange", () => { keep(); if (keys().some(isOpen)) save(); });
  addEventListener("pagehide", () => { keep(); });
  addEventListener("beforeunload", (event) => { if (!isLeaving && !keep() && keys().some(isDirty)) event.preventDefault(); });
  setInterval(() => { if (!document.hidden && !isBusy && !sent.size) save(); }, LOOK);
  gwKept.offer(() => soon(0));
  if (keys().some(isOpen)) soon();
})();
