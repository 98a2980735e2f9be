"use strict";
// Comfort for those who have script: nothing that is read or done needs it.
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);

  // j and k: to the next or previous claim, on an article by its cards, on a claim's page by its links.
  const cards = () => all("article.card[id]");
  let current = -1;

  function goTo(step) {
    const link = one(`.steps a[rel=${step > 0 ? "next" : "prev"}]`);
    if (link) return void link.click();
    const list = cards();
    if (list.length === 0) return;
    if (current < 0 && location.hash) current = list.findIndex(card => `#${card.id}` === location.hash);
    list[current]?.classList.remove("current");
    current = Math.min(list.length - 1, Math.max(0, current + step));
    const card = list[current];
    card.classList.add("current");
    const target = one("a.whole, summary, a", card);
    card.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  }

  function open() {
    const proof = one("main .proof details");
    if (cards().length > 0) return void one("a.whole", cards()[Math.max(0, current)])?.click();
    if (!proof) return;
    const isOpen = all("main .proof details").every(each => each.open);
    for (const each of all("main .proof details")) each.open = !isOpen;
    one("#proof")?.scrollIntoView();
  }

  function help() {
    const source = one("#help");
    if (!source) return;
    let dialog = one("dialog.help");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "help";
      dialog.append(source.content.cloneNode(true));
      const heading = one("h2", dialog);
      heading.id = "help-title";
      dialog.setAttribute("aria-labelledby", heading.id);
      document.body.append(dialog);
    }
    if (dialog.open) dialog.close(); else dialog.showModal();
  }

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target;
    if (at instanceof Element && at.closest("input, textarea, select, [contenteditable]")) return;
    if (one("dialog[open]") && event.key !== "?") return;
    switch (event.key) {
      case "j": goTo(1); break;
      case "k": goTo(-1); break;
      case "Enter": if (at instanceof Element && at.closest("a, button, summary")) return; open(); break;
      case "/": one(".search-form input, .site-search input")?.focus(); break;
      case "?": help(); break;
      default: return;
    }
    event.preventDefault();
  });

  // Reactions in place: the links lead to a form; with script the form is asked for and sent from here.
  const bars = all(".reactions[data-path]");
  const article = bars[0]?.dataset.path.match(/^\/a\/[^/]+/)?.[0];

  function show(bar, state) {
    for (const link of all("a.react", bar)) {
      const isYes = link.dataset.useful === "yes";
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", String(state.mine === (isYes ? true : false) && state.mine !== null));
      const count = one(".count", link);
      if (count && state.useful !== undefined) count.textContent = isYes ? state.useful : state.notUseful;
    }
  }

  async function load() {
    if (!article) return null;
    const answer = await fetch(`${article}/reactions.json`, { headers: { accept: "application/json" } });
    return answer.ok && (answer.headers.get("content-type") ?? "").includes("json") ? answer.json() : null;
  }

  async function send(link, bar) {
    const state = await load();
    if (!state?.token) return void location.assign(link.href);
    const useful = link.getAttribute("aria-pressed") === "true" ? "none" : link.dataset.useful;
    const form = new URLSearchParams({ claim: bar.dataset.claim, useful, [state.token.name]: state.token.value });
    const answer = await fetch(`${article}/reactions.json`, { method: "POST", body: form, headers: { accept: "application/json" } });
    if (!answer.ok) return void location.assign(link.href);
    const after = await answer.json();
    for (const each of bars) show(each, after.claims?.[each.dataset.claim] ?? { mine: null });
  }

  for (const bar of bars)
    bar.addEventListener("click", event => {
      const link = event.target.closest?.("a.react");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      send(link, bar).catch(() => location.assign(link.href));
    });

  // The date of an entity: a slider beside the field, and the tables change in place.
  const at = one("form.at");
  const tables = one("#tables");
  if (at && tables) {
    const day = one("input[type=date]", at);
    const first = Date.parse(at.dataset.first), last = Date.parse(at.dataset.today), span = 86400000;
    const slider = document.createElement("input");
    Object.assign(slider, { type: "range", className: "slider", min: 0, max: Math.max(1, Math.round((last - first) / span)), step: 1, value: Math.round((Date.parse(day.value) - first) / span) });
    slider.setAttribute("aria-label", one("label", at).textContent);
    slider.setAttribute("aria-valuetext", day.value);
    at.append(slider);
    let asked = 0, waiting = 0;
    const update = async () => {
      const mine = ++asked, address = `${at.getAttribute("action")}?at=${day.value}`;
      tables.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(address);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (mine !== asked) return;
        tables.replaceChildren(...one("#tables", page).childNodes);
        history.replaceState(null, "", address);
      } finally {
        if (mine === asked) tables.removeAttribute("aria-busy");
      }
    };
    const later = () => { clearTimeout(waiting); waiting = setTimeout(() => update().catch(() => at.submit()), 200); };
    slider.addEventListener("input", () => {
      day.value = new Date(first + slider.value * span).toISOString().slice(0, 10);
      slider.setAttribute("aria-valuetext", day.value);
      later();
    });
    day.addEventListener("change", () => { slider.value = Math.round((Date.parse(day.value) - first) / span); later(); });
  }

  // Copying.
  for (const field of all("[data-copy]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: field.dataset.copy });
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(field.value); } catch { field.select(); document.execCommand("copy"); }
      button.textContent = field.dataset.copied;
      setTimeout(() => { button.textContent = field.dataset.copy; }, 2000);
    });
    field.after(button);
  }

  // A file dropped on a form that takes one goes into its field.
  for (const form of all("form:has(input[type=file])")) {
    const field = one("input[type=file]", form);
    form.addEventListener("dragover", event => { event.preventDefault(); form.dataset.dragged = "true"; });
    form.addEventListener("dragleave", () => delete form.dataset.dragged);
    form.addEventListener("drop", event => {
      delete form.dataset.dragged;
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
})();
