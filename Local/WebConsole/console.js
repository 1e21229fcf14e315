import { byId, element, read } from './page.js';
import { followRequests } from './requests.js';

const state = await read('state.json');

for (const [name, url] of Object.entries(state.endpoints)) {
  byId('endpoints').append(element('a', { href: url, textContent: `${name} ${url}` }));
}

const row = (resource) =>
  element('tr', {},
    element('th', { scope: 'row', textContent: resource.id, title: resource.ref ?? '' }),
    element('td', { textContent: resource.type }),
    element('td', { textContent: resource.becomes }),
    element('td', { textContent: resource.dependsOn.join(', ') }));

const head = () =>
  element('thead', {}, element('tr', {},
    ...['Resource', 'Type', 'Becomes', 'Depends on'].map((textContent) => element('th', { scope: 'col', textContent }))));

function showResources() {
  const wanted = byId('filter').value.toLowerCase();
  const matching = state.resources.filter(({ id, type }) => `${id} ${type}`.toLowerCase().includes(wanted));
  const stacks = Object.groupBy(matching, ({ stack }) => stack);
  byId('resources').replaceChildren(...Object.entries(stacks).map(([stack, resources]) =>
    element('details', { open: Boolean(wanted) },
      element('summary', { textContent: `${stack}: ${resources.length} resources` }),
      element('table', {}, head(), element('tbody', {}, ...resources.map(row))))));
}

async function showLog() {
  const name = byId('function').value;
  const lines = name ? await read(`log.json?name=${encodeURIComponent(name)}`) : [];
  const log = byId('log');
  const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 4;
  log.replaceChildren(...lines.map(({ time, message }) => element('li', { textContent: `${time.slice(11, 23)}  ${message}` })));
  if (atEnd) {
    log.scrollTop = log.scrollHeight;
  }
}

const functions = state.resources.filter(({ isFunction }) => isFunction);
byId('function').append(...functions.map(({ id, ref }) => element('option', { value: ref, textContent: id })));
byId('filter').addEventListener('input', showResources);
byId('function').addEventListener('change', showLog);
showResources();
await showLog();
setInterval(() => document.hidden || showLog(), 2000);
await followRequests();
