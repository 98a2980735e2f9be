"use strict";
// Comfort for those who have script: nothing that is read or done needs it.
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);

  // j and k: to the next or previous claim, on an article by its cards, on a claim's page by its links.
  const cards = () => all("article.card[id]");
  let current = -1;

  // The way from a card to its whole finding; at the desk it stands beside the card.
  const way = card => one("a.whole", card) ?? one(".tools a", card.closest(".worked") ?? card) ?? one("summary, a", card);

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
    card.scrollIntoView({ block: "center" });
    way(card)?.focus({ preventScroll: true });
  }

  function open() {
    const proof = one("main .proof details");
    if (cards().length > 0) return void way(cards()[Math.max(0, current)])?.click();
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

  let token = null;

  function show(bar, target) {
    for (const link of all("a.react", bar)) {
      const isYes = link.dataset.useful === "yes";
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", String(target.own?.useful === isYes));
      one(".count", link).textContent = isYes ? target.useful : target.notUseful;
    }
  }

  function showAll(targets) {
    for (const bar of bars) {
      const target = targets.find(each => each.claim === bar.dataset.claim);
      if (target) show(bar, target);
    }
  }

  async function json(path, options) {
    const answer = await fetch(`${article}/${path}`, { ...options, headers: { accept: "application/json", ...options?.headers } });
    return answer.ok && (answer.headers.get("content-type") ?? "").includes("json") ? answer.json() : null;
  }

  async function send(link, bar) {
    if (!token) {
      const state = await json("reactions.json?token");
      if (!state?.token) return void location.assign(link.href);
      token = state.token;
      showAll(state.targets);
    }
    const useful = link.getAttribute("aria-pressed") === "true" ? "none" : link.dataset.useful;
    const target = await json("reactions.json", { method: "POST", body: new URLSearchParams({ claim: bar.dataset.claim, useful }), headers: { [token.header]: token.value } });
    if (!target) return void location.assign(link.href);
    show(bar, target);
  }

  // Who reacted before sees what they chose: the page itself is the same for everybody.
  if (article) json("reactions.json").then(state => { if (state?.token) { token = state.token; showAll(state.targets); } }).catch(() => { });

  for (const bar of bars)
    for (const kind of ["click", "keydown"])
      bar.addEventListener(kind, event => {
        const link = event.target.closest?.("a.react");
        // A link is a button once it shows what is chosen: the space bar presses it too.
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || kind === "keydown" && (event.key !== " " || !link.hasAttribute("role"))) return;
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
})();
