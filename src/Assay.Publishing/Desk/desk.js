// What makes the desk more comfortable. Without it everything works: fields are shown by a button, names are looked up when a form is sent.
(() => {
  'use strict';
  const later = (work, wait) => { let timer; return (...args) => { clearTimeout(timer); timer = setTimeout(() => work(...args), wait); }; };

  // A part of a page that waits for something is looked at again, and put in when it has come; what was unfolded stays so.
  const renew = async part => {
    const waiting = part.querySelector('[data-refresh]');
    if (!waiting) return;
    await new Promise(done => setTimeout(done, 1000 * Number(waiting.dataset.refresh)));
    const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.getElementById(part.id);
    if (!next) return;
    if (!next.querySelector('[data-refresh]')) {
      const open = [...part.querySelectorAll('details')].map(one => one.open);
      [...next.querySelectorAll('details')].forEach((one, at) => { if (open[at]) one.open = true; });
      if (part.contains(document.activeElement)) { setTimeout(() => renew(part), 2000); return; }
      part.replaceWith(next);
    } else renew(part);
  };
  for (const part of document.querySelectorAll('[data-live]')) renew(part);


  // Another kind has other fields.
  for (const select of document.querySelectorAll('select[data-again]')) {
    const button = select.closest('div').querySelector('button[name=again]');
    if (button) select.addEventListener('change', () => select.form.requestSubmit(button));
  }

  // Names of the record while one types; after a semicolon or a bar, the next one.
  let lists = 0;
  const suggest = later(async (input, list) => {
    const bar = Math.max(input.value.lastIndexOf(';'), input.value.lastIndexOf('|'));
    const start = input.value.slice(0, bar + 1);
    const typed = input.value.slice(bar + 1).trim();
    if (typed.length < 2) return;
    const answer = await fetch(`/desk/names?q=${encodeURIComponent(typed)}&kinds=${encodeURIComponent(input.dataset.names)}`, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const isId = input.closest('.row-form') !== null;
    list.replaceChildren(...(await answer.json()).map(found => {
      const option = document.createElement('option');
      option.value = (start ? start + ' ' : '') + (isId ? found.id : found.name);
      option.label = isId ? found.name : found.kind;
      return option;
    }));
  }, 150);
  for (const input of document.querySelectorAll('input[data-names]')) {
    const list = document.createElement('datalist');
    list.id = `names-${lists++}`;
    input.after(list);
    input.setAttribute('list', list.id);
    input.addEventListener('input', () => suggest(input, list));
  }

  // A row is linted while it is typed.
  for (const form of document.querySelectorAll('form[data-lint]')) {
    let asked = 0;
    const touched = new Set();
    const lint = later(async () => {
      const mine = ++asked;
      const answer = await fetch(form.dataset.lint, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' } });
      if (!answer.ok || mine !== asked) return;
      const { problems, row } = await answer.json();
      for (const old of form.querySelectorAll('.problem')) old.remove();
      const rest = form.querySelector('.lint');
      const text = problem => problem.text + (problem.didYouMean.length ? ` (${problem.didYouMean.join(', ')})` : '');
      for (const problem of problems) {
        const field = problem.field && form.elements.namedItem(problem.field);
        // What nobody has come to yet is not called wrong.
        if (field && !touched.has(problem.field)) continue;
        if (!field && touched.size < 3) continue;
        const line = document.createElement('p');
        line.className = 'problem';
        line.textContent = text(problem);
        (field ? field.closest('div') : rest).append(line);
      }
      let shown = rest.querySelector('code');
      if (!shown) { shown = document.createElement('code'); rest.append(shown); }
      shown.textContent = row;
    }, 400);
    form.addEventListener('input', event => { touched.add(event.target.name); lint(); });
    form.addEventListener('change', event => { touched.add(event.target.name); lint(); });
  }

  // A file dropped anywhere on a form that takes one goes into its field.
  for (const form of document.querySelectorAll('form:has(input[type=file])')) {
    const file = form.querySelector('input[type=file]');
    const isFile = event => event.dataTransfer && [...event.dataTransfer.types].includes('Files');
    form.addEventListener('dragover', event => { if (isFile(event)) { event.preventDefault(); form.classList.add('over'); } });
    form.addEventListener('dragleave', () => form.classList.remove('over'));
    form.addEventListener('drop', event => {
      if (!isFile(event)) return;
      event.preventDefault();
      form.classList.remove('over');
      file.files = event.dataTransfer.files;
      file.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  // Words that are selected in the article can be made a claim.
  const article = document.querySelector('[data-select]');
  const add = document.querySelector('.desk .tools a[href$="/add"]');
  if (article && add) {
    document.addEventListener('selectionchange', () => {
      const selection = document.getSelection();
      const words = selection && !selection.isCollapsed && selection.anchorNode && selection.anchorNode.parentElement.closest('.words') && article.contains(selection.anchorNode) ? selection.toString().trim() : '';
      add.href = article.dataset.select + (words && words.length < 2000 ? `?words=${encodeURIComponent(words)}` : '');
      add.classList.toggle('ready', words.length > 0);
    });
  }
})();
