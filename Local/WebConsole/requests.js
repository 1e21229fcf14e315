// What was asked of the local cloud, newest first, and one request as a waterfall from the viewer to the table and back.

import { explain } from './explanations.js';
import { byId, element, read } from './page.js';

const PIECES = 500;

const duration = (microseconds) => microseconds < 1000 ? `${microseconds} µs`
  : microseconds < 1_000_000 ? `${(microseconds / 1000).toFixed(microseconds < 10_000 ? 1 : 0)} ms`
    : `${(microseconds / 1_000_000).toFixed(2)} s`;

const clock = (microseconds) => new Date(microseconds / 1000).toISOString().slice(11, 23);

let pieces = [];
let chosen = null;

/** One row for each trace: what began it, and whether anything in it failed. */
function traces() {
  const found = new Map();
  for (const piece of pieces) {
    const known = found.get(piece.trace);
    const first = !known || piece.start < known.start ? piece : known;
    found.set(piece.trace, { ...first, failed: Boolean(piece.error || known?.failed) });
  }

  return [...found.values()].sort((one, other) => other.start - one.start);
}

function row(trace) {
  const status = trace.tags['http.response.status_code'] ?? '';
  const open = element('button', { type: 'button', className: 'link', textContent: trace.name, onclick: () => show(trace.trace) });
  open.setAttribute('aria-expanded', String(trace.trace === chosen));
  return element('tr', { className: trace.failed ? 'failed' : '' },
    element('td', { textContent: clock(trace.start) }),
    element('th', { scope: 'row' }, open),
    element('td', { textContent: trace.tags['aws.service'] ?? '' }),
    element('td', { textContent: status }),
    element('td', { textContent: trace.tags['aws.cloudfront.cache'] ?? '' }),
    element('td', { textContent: duration(trace.duration) }));
}

function showList() {
  const words = byId('request-filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  const failedOnly = byId('request-failed').checked;
  const matching = traces().filter((trace) => (!failedOnly || trace.failed)
    && words.every((word) => `${trace.name} ${JSON.stringify(trace.tags)}`.toLowerCase().includes(word)));
  byId('request-count').textContent = `${matching.length} of the newest`;
  byId('requests').replaceChildren(...matching.map(row));
}

async function show(trace) {
  chosen = trace;
  history.replaceState(null, '', `#trace=${trace}`);
  const spans = await read(`trace.json?id=${encodeURIComponent(trace)}`);
  const begin = Math.min(...spans.map(({ start }) => start));
  const end = Math.max(...spans.map((span) => span.start + span.duration));
  const known = new Map(spans.map((span) => [span.id, span]));
  const depth = (span) => (known.has(span.parent) ? 1 + depth(known.get(span.parent)) : 0);
  byId('request').replaceChildren(
    element('p', {}, `Trace ${trace}, ${duration(end - begin)} from the first byte to the last.`),
    element('ol', { className: 'waterfall' }, ...spans.map((span) => bar(span, depth(span), begin, end - begin))));
  byId('request').hidden = false;
  showList();
}

function bar(span, depth, begin, whole) {
  const line = element('span', { className: 'line' });
  line.style.setProperty('--from', `${(100 * (span.start - begin)) / whole}%`);
  line.style.setProperty('--width', `${(100 * span.duration) / whole}%`);
  const name = element('span', { className: 'name', textContent: span.name });
  name.style.setProperty('--depth', depth);
  const summary = element('summary', {}, name, element('span', { className: 'track' }, line),
    element('span', { className: 'took', textContent: duration(span.duration) }));
  return element('li', { className: span.error === undefined ? '' : 'failed' },
    element('details', { open: span.error !== undefined }, summary, ...details(span)));
}

function details(span) {
  const { sentence, page } = explain(span);
  return [
    element('p', {}, sentence, ...(page ? [' ', element('a', { href: page, target: '_blank', rel: 'noopener', textContent: 'AWS’s page' })] : [])),
    ...(span.error === undefined ? [] : [element('p', { className: 'why', textContent: `Failed: ${span.error || 'no reason given'}` })]),
    ...(span.events ?? []).map((event) => element('p', { className: event.name === 'IAM denies' ? 'why' : '' },
      `${event.name} ${event.tags.action ?? ''} on ${event.tags.resource ?? ''} for ${event.tags.caller ?? ''} ${event.tags.reason ?? ''}`)),
    element('dl', {}, ...Object.entries(span.tags).filter(([, value]) => value !== null && value !== '')
      .flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value })])),
  ];
}

/** Keeps the list up to date while somebody looks. */
export async function followRequests() {
  byId('request-filter').addEventListener('input', showList);
  byId('request-failed').addEventListener('change', showList);
  const refresh = async () => {
    const now = await read(`requests.json?limit=${PIECES}`);
    if (now[0]?.number !== pieces[0]?.number) {
      pieces = now;
      showList();
    }
  };
  await refresh();
  const named = /^#trace=([0-9a-f]{32})$/.exec(location.hash);
  if (named) {
    await show(named[1]);
  }

  setInterval(() => document.hidden || refresh(), 2000);
}
