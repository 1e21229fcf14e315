// The frame: which view is shown, by the address: #VIEW or #VIEW/ARGUMENT; #trace=ID is that request.

import { byId, element, notice, read } from './page.js';
import { VIEWS } from './views.js';

let current = new AbortController();

function place() {
  const hash = location.hash.slice(1);
  const trace = /^trace=([0-9a-f]{32})$/.exec(hash);
  const [id, ...rest] = trace ? ['requests', trace[1]] : hash.split('/');
  const view = VIEWS.find((one) => one.id === id) ?? VIEWS[0];
  return { view, argument: rest.map(decodeURIComponent).join('/') };
}

async function show() {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const { view, argument } = place();
  for (const link of byId('nav').querySelectorAll('a')) {
    if (link.hash === `#${view.id}`) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else {
      link.removeAttribute('aria-current');
    }
  }

  document.title = `${view.title} · The local cloud`;
  const main = byId('main');
  try {
    const { open } = await view.load();
    if (!signal.aborted) {
      const root = element('div', { className: `view view-${view.id}` });
      main.replaceChildren(root);
      await open(root, { argument, signal });
    }
  } catch (problem) {
    if (!signal.aborted) {
      notice(main, `This view does not work: ${problem.message}`, true);
    }
  }
}

byId('nav').append(...VIEWS.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}`, textContent: title }))));
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
addEventListener('hashchange', show);
await show();
const { endpoints, pages } = await read('state');
byId('nav').append(
  ...pages.map(({ name, address }) =>
    element('li', { className: 'elsewhere' }, element('a', { href: address, textContent: name })),
  ),
);
byId('foot').append(
  ...Object.entries(endpoints).map(([name, url]) => element('span', {}, `${name} `, element('code', { textContent: url }))),
  element('a', { href: 'api/openapi.json', textContent: 'For programs: the OpenAPI document' }),
);
