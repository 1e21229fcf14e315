// What every view needs.

export const byId = (id) => document.getElementById(id);

/** An element with properties, of which `data-...`, `aria-...` and `role` are attributes, and with children; null ones are left out. */
export const element = (name, properties = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'role') {
      node.setAttribute(key, value);
    } else {
      node[key] = value;
    }
  }

  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
};

async function answer(response) {
  const document = await response.json();
  if (!response.ok) {
    throw new Error(document.message ?? `Status ${response.status}`);
  }

  return document;
}

/** GET of the API below api/. */
export const read = async (path, signal) => answer(await fetch(`api/${path}`, { signal }));

/** POST to the API. */
export const send = async (path, body = {}) =>
  answer(
    await fetch(`api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Runs a task now and then every so many milliseconds while somebody looks, until the signal ends it. */
export function follow(signal, milliseconds, task) {
  const run = async () => {
    if (!document.hidden) {
      try {
        await task();
      } catch (problem) {
        if (!signal.aborted) {
          console.warn(problem.message);
        }
      }
    }

    if (!signal.aborted) {
      setTimeout(run, milliseconds);
    }
  };
  return run();
}

/** Shows in a place why something failed, or what it did. */
export const notice = (place, text, bad = false) =>
  place.replaceChildren(...(text ? [element('p', { className: bad ? 'notice notice-bad' : 'notice', textContent: text })] : []));

export const duration = (microseconds) =>
  microseconds < 1000
    ? `${Math.round(microseconds)} µs`
    : microseconds < 1_000_000
      ? `${(microseconds / 1000).toFixed(microseconds < 10_000 ? 1 : 0)} ms`
      : `${(microseconds / 1_000_000).toFixed(2)} s`;

export const clock = (microseconds) => new Date(microseconds / 1000).toISOString().slice(11, 23);

export const bytes = (count) =>
  count < 1024 ? `${count} B` : count < 1024 * 1024 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;

export const ago = (iso) => {
  const seconds = Math.max(0, (Date.now() - Date.parse(iso)) / 1000);
  return seconds < 90
    ? `${Math.round(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;
};

/** The heading of a view, with what it is for. */
export const heading = (title, words, ...more) =>
  element('div', { className: 'head' }, element('h1', { textContent: title }), element('p', { textContent: words }), ...more);

/** A field with its label. */
export const field = (label, control) => element('label', { className: 'field' }, element('span', { textContent: label }), control);

export const select = (options, properties = {}) =>
  element(
    'select',
    properties,
    options.map(([value, textContent]) => element('option', { value, textContent })),
  );

export const button = (textContent, onclick, className = 'button') =>
  element('button', { type: 'button', textContent, onclick, className });

/** Facts about something: pairs of a name and a text or a node. */
export const facts = (pairs) =>
  element(
    'dl',
    { className: 'facts' },
    pairs.flatMap(([key, value]) => [element('dt', { textContent: key }), element('dd', {}, value)]),
  );

/** Text as it stands, such as JSON or a log. */
export const listing = (label, textContent) => element('pre', { tabIndex: 0, 'aria-label': label, textContent });

/** A sentence in which `backticks` are code. */
export const worded = (text) => text.split('`').map((part, i) => (i % 2 ? element('code', { textContent: part }) : part));

/** An element of a picture. */
export const shape = (name, attributes = {}, ...children) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
};

/** A table: columns are names, or [name, className]; rows are lists of texts or nodes, of which the first is the row's head. */
export function table(columns, rows, caption) {
  const cells = columns.map((column) => (Array.isArray(column) ? column : [column, '']));
  return element(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          cells.map(([textContent, className]) => element('th', { scope: 'col', textContent, className })),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            {},
            row.map((cell, i) =>
              element(i === 0 ? 'th' : 'td', { className: cells[i][1], ...(i === 0 ? { scope: 'row' } : {}) }, cell ?? ''),
            ),
          ),
        ),
      ),
    ),
  );
}

export const page = (href, textContent) => element('a', { href, textContent, target: '_blank', rel: 'noopener' });
