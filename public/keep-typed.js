// What is typed on a page of a step of one's own order stays in this tab until it has arrived: a reload, or a look at the
// order in between, does not lose it (docs/decisions/0018). The form says whose words they are, `data-keep`, by the order's
// number, which opens nothing; and, `data-own`, how often its requester has acted on it: once more, and what was sent is there.
(() => {
  const form = document.querySelector('form[data-keep]');
  if (!form) return;
  const place = `typed ${form.dataset.keep}`;
  const own = Number(form.dataset.own);
  const isChoice = (one) => one.type === 'radio' || one.type === 'checkbox';
  const controls = [...form.elements].filter((one) => isChoice(one) || one.type === 'textarea');
  const isTyped = (one) => (isChoice(one) ? one.checked : one.value !== one.defaultValue);

  function keep(isSent) {
    const fields = controls.filter(isTyped).map((one) => [one.name, one.value]);
    const hasPhotos = [...form.querySelectorAll('[type=file]')].some((one) => one.files.length > 0);
    try {
      if (fields.length > 0) sessionStorage.setItem(place, JSON.stringify({ own, isSent, hasPhotos, fields }));
      else sessionStorage.removeItem(place);
    } catch {
      // Full or switched off: the form works as ever.
    }
  }

  function putBack() {
    const kept = JSON.parse(sessionStorage.getItem(place));
    if (!kept) return;
    if (kept.isSent && own > kept.own) {
      sessionStorage.removeItem(place);
      return;
    }
    let isPut = false;
    for (const [name, value] of kept.fields) {
      const one = controls.find((found) => found.name === name && (!isChoice(found) || found.value === value));
      if (!one || (isChoice(one) ? one.checked : one.value === value)) continue;
      if (isChoice(one)) one.checked = true;
      else one.value = value;
      isPut = true;
    }
    const told = form.querySelector('[data-photos]');
    if (isPut && told) told.textContent = kept.hasPhotos ? told.dataset.photos : told.dataset.words;
  }

  try {
    putBack();
  } catch {
    // Nothing can be read: the form is as the server sent it.
  }
  // A file was refused, and a right one is chosen: its red words are over (components/forget-wrong-file.tsx).
  function forgetWrong({ target }) {
    if (target.type !== 'file') return;
    const kinds = target.accept.split(',');
    const isRight = target.files.length > 0 && [...target.files].every(({ type }) => kinds.includes(type));
    const summary = document.getElementById('errors');
    const line = summary?.querySelector(`a[href="#${target.id}"]`)?.closest('li');
    for (const words of [document.getElementById(`${target.id}-error`), line])
      words?.toggleAttribute('hidden', isRight);
    summary?.toggleAttribute('hidden', !summary.querySelector('li:not([hidden])'));
    if (isRight) target.removeAttribute('aria-invalid');
  }

  form.addEventListener('change', forgetWrong);
  form.addEventListener('input', () => keep(false));
  form.addEventListener('submit', () => keep(true));
})();
