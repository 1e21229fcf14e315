// What was asked of the local cloud, newest first: a list that draws only what is seen of it, filters, and one request.

import { clock, duration, element, field, follow, heading, read, select } from '../page.js';
import { requestOf } from './request.js';

const HEIGHT = 52;
const AT_ONCE = 1000;
const MOST = 20_000;

// One row for each trace, by its id; pieces of one trace come together in any order. Kept while the page is open.
const known = new Map();
const filters = { text: '', status: '', service: '', failed: false, time: '', from: '', to: '', scroll: 0 };
let sorted = [];
let services = [];
let newest = 0;
let oldest = null;

function add(piece) {
  const row = known.get(piece.trace);
  const first = !row || piece.start < row.start;
  const tags = first ? piece.tags : row.tags;
  const status = tags['http.response.status_code'];
  const name = first ? piece.name : row.name;
  const refusedCall = (row?.refusedCall ?? false) || (piece.error !== undefined && piece.tags['rpc.service'] !== undefined);
  const broken = (row?.broken ?? false) || (piece.error !== undefined && piece.tags['rpc.service'] === undefined);
  const service = tags['aws.service'] ?? (name.startsWith('Lambda') ? 'Lambda' : 'The runner');
  known.set(piece.trace, {
    trace: piece.trace,
    start: first ? piece.start : row.start,
    duration: first ? piece.duration : row.duration,
    refusedCall,
    broken,
    // A call to a service that was refused is no failure where the caller knew what to do about it.
    failed: broken || status >= 500 || (refusedCall && !(status < 400)),
    name,
    tags,
    status,
    service,
    text: `${name} ${service} ${status ?? ''} ${tags['url.query'] ?? ''} ${piece.trace}`.toLowerCase(),
  });
}

// Once for all that comes, and not each time that somebody chooses among it. What is too old for a list goes.
function arrange(some) {
  some.forEach(add);
  sorted = [...known.values()].sort((a, b) => b.start - a.start);
  sorted.splice(MOST).forEach(({ trace }) => known.delete(trace));
  services = [...new Set(sorted.map(({ service }) => service))].sort();
}

async function readNewer(signal) {
  const some = await read(newest === 0 ? `requests?limit=${AT_ONCE}` : `requests?after=${newest}&limit=${AT_ONCE}`, signal);
  if (some.length) {
    arrange(some);
    newest = Math.max(newest, ...some.map(({ number }) => number));
    oldest ??= some.at(-1).number;
  }

  return some.length;
}

async function readOlder(signal) {
  if (oldest === null || known.size >= MOST) {
    return false;
  }

  const some = await read(`requests?before=${oldest}&limit=${AT_ONCE}`, signal);
  arrange(some);
  oldest = some.at(-1)?.number ?? oldest;
  return some.length > 0;
}

const CLASSES = [
  ['', 'Any status'],
  ['2', '2xx: done'],
  ['3', '3xx: elsewhere, unchanged'],
  ['4', '4xx: refused'],
  ['5', '5xx: failed'],
  ['-', 'Without status'],
];

const TIMES = [
  ['', 'This run'],
  ['60', 'The last minute'],
  ['300', 'The last 5 minutes'],
  ['900', 'The last 15 minutes'],
  ['between', 'From ... to ...'],
];

/** The bounds of a choice of time, in microseconds; the list shows UTC, and so do they. */
function boundsOf(choice, from, to) {
  if (choice === 'between') {
    const at = (text, otherwise) => (text ? Date.parse(`${text}Z`) * 1000 : otherwise);
    return [at(from, -Infinity), to ? at(to) + 999_999 : Infinity];
  }

  return [choice ? (Date.now() - Number(choice) * 1000) * 1000 : -Infinity, Infinity];
}

const row = (trace, index, count, chosen) => {
  const open = element(
    'a',
    {
      className: `request${trace.failed ? ' request-failed' : ''}`,
      href: `#requests/${trace.trace}`,
      'aria-current': String(trace.trace === chosen),
      'data-trace': trace.trace,
    },
    element('strong', { textContent: trace.name, title: trace.name }),
    element('span', {
      className: `status${trace.failed ? ' bad' : ''}`,
      textContent: trace.status ?? (trace.failed ? 'failed' : ''),
    }),
    element('small', {
      textContent: [clock(trace.start), trace.service, trace.tags['aws.cloudfront.cache']].filter(Boolean).join(' · '),
    }),
    element('small', { className: 'number', textContent: duration(trace.duration) }),
  );
  const item = element('li', { 'aria-setsize': count, 'aria-posinset': index + 1 }, open);
  item.style.top = `${index * HEIGHT}px`;
  return item;
};

export async function open(root, { argument, signal }) {
  const text = element('input', { type: 'search', autocomplete: 'off', placeholder: 'path, word or trace id' });
  const status = select(CLASSES);
  const service = select([['', 'Any service']]);
  const failedOnly = element('input', { type: 'checkbox' });
  const time = select(TIMES);
  const [from, to] = [0, 1].map(() => element('input', { type: 'datetime-local', step: 1 }));
  const between = [field('From (UTC)', from), field('To (UTC)', to)];
  const count = element('p', { className: 'soft', role: 'status' });
  const list = element('ul', { 'aria-label': 'Requests, newest first' });
  const frame = element(
    'div',
    { className: 'requests', tabIndex: 0, role: 'region', 'aria-label': 'Requests, newest first' },
    list,
  );
  const one = element('div', { className: 'stack', 'aria-live': 'off' });
  let shown = [];
  [text.value, status.value, failedOnly.checked] = [filters.text, filters.status, filters.failed];
  [time.value, from.value, to.value] = [filters.time, filters.from, filters.to];

  function choose() {
    if (services.length !== service.options.length - 1) {
      service.replaceChildren(...select([['', 'Any service'], ...services.map((name) => [name, name])]).childNodes);
      service.value = filters.service;
    }

    Object.assign(filters, { text: text.value, status: status.value, service: service.value, failed: failedOnly.checked });
    Object.assign(filters, { time: time.value, from: from.value, to: to.value });
    between.forEach((one) => {
      one.hidden = time.value !== 'between';
    });
    const [begin, end] = boundsOf(time.value, from.value, to.value);
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (trace) =>
      trace.start >= begin &&
      trace.start <= end &&
      (!failedOnly.checked || trace.failed || trace.status >= 400) &&
      (!status.value ||
        (status.value === '-' ? trace.status === undefined : String(trace.status ?? '').startsWith(status.value))) &&
      (!service.value || trace.service === service.value) &&
      words.every((word) => trace.text.includes(word));
    shown = sorted.filter(matches);
    count.textContent =
      known.size === 0
        ? 'Nothing has been asked yet: open the site, and what it asks appears here.'
        : shown.length === 0
          ? `None of ${known.size} matches.`
          : `${shown.length.toLocaleString('en')} of ${known.size.toLocaleString('en')}, newest first.`;
    draw();
  }

  function draw() {
    list.style.height = `${shown.length * HEIGHT}px`;
    const from = Math.max(0, Math.floor(frame.scrollTop / HEIGHT) - 6);
    const to = Math.min(shown.length, from + Math.ceil((frame.clientHeight || 600) / HEIGHT) + 12);
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.trace : null;
    list.replaceChildren(...shown.slice(from, to).map((trace, i) => row(trace, from + i, shown.length, argument)));
    if (focused) {
      list.querySelector(`[data-trace="${focused}"]`)?.focus({ preventScroll: true });
    }
  }

  for (const control of [text, status, service, failedOnly, time, from, to]) {
    control.addEventListener('input', () => {
      frame.scrollTop = 0;
      filters.service = service.value;
      choose();
    });
  }

  frame.addEventListener('scroll', () =>
    requestAnimationFrame(() => {
      filters.scroll = frame.scrollTop;
      draw();
    }),
  );
  root.append(
    heading('Requests', 'Every request, from the viewer to the table and back, and every event that it set off.'),
    element('p', { className: 'back', hidden: !argument }, element('a', { href: '#requests', textContent: 'Back to the list' })),
    element(
      'div',
      { className: argument ? 'tools split-list tools-chosen' : 'tools' },
      field('Find', text),
      field('Status', status),
      field('Service', service),
      field('Time', time),
      ...between,
      element('label', { className: 'field-line' }, failedOnly, 'Refused and failed only'),
    ),
    element(
      'div',
      { className: argument ? 'split split-chosen' : 'split' },
      element('div', { className: 'stack split-list' }, count, frame),
      one,
    ),
  );
  one.append(argument ? '' : element('p', { className: 'card soft', textContent: 'Choose a request to see its way.' }));
  await readNewer(signal);
  choose();
  frame.scrollTop = filters.scroll;
  if (argument) {
    requestOf(argument, one, signal);
  }

  follow(signal, 1500, async () => {
    // What is of the last minute changes while nothing comes.
    if ((await readNewer(signal)) || Number(time.value)) {
      choose();
    }
  });
  while (!signal.aborted && (await readOlder(signal))) {
    choose();
  }
}
