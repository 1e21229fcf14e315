// The architecture, drawn; the requests that are made light up the ways that they take.

import { element, follow, heading, read } from '../page.js';
import { drawing } from './map-drawing.js';
import { fold } from './map-folding.js';
import { about } from './map-place.js';
import { pairsOf } from './map-trace.js';

let detailed = false;

export async function open(root, { argument, signal }) {
  const map = await read('map', signal);
  const details = element('input', { type: 'checkbox', checked: detailed });
  const told = element('p', { className: 'soft', role: 'status' });
  const picture = element('div', { className: 'map card', tabIndex: 0, role: 'region', 'aria-label': 'The architecture' });
  const panel = element('div', { className: 'stack' });
  const list = element('div', {});
  root.append(
    heading('Map', 'What the templates declare, grouped by service. Use the site, and the ways that your requests take light up.'),
    element(
      'div',
      { className: 'tools' },
      element('label', { className: 'field-line' }, details, 'Each function, role, log group, alarm and provider'),
    ),
    told,
    element('div', { className: argument ? 'split-map split-map-chosen' : 'split-map' }, picture, panel),
    list,
  );
  let light = () => {};

  async function show() {
    detailed = details.checked;
    const folded = fold(map, detailed);
    const drawn = await drawing(folded, matchMedia('(max-width: 48rem)').matches, argument);
    picture.replaceChildren(drawn.svg);
    picture.scrollLeft = drawn.begin;
    light = (pairs) => drawn.light(pairs.map(([from, to]) => [folded.groupOf.get(from) ?? from, folded.groupOf.get(to) ?? to]));
  }

  details.addEventListener('change', show);
  await show();
  list.append(element('details', {}, element('summary', { textContent: 'The ways as a list' }), about.list(map)));
  if (argument) {
    about.show(map, argument, panel, signal);
  }

  let newest = (await read('requests?limit=1', signal))[0]?.number ?? 0;
  follow(signal, 1000, async () => {
    const pieces = await read(`requests?after=${newest}&limit=200`, signal);
    newest = pieces[0]?.number ?? newest;
    const traces = [...new Set(pieces.map(({ trace }) => trace))].slice(0, 20);
    const spans = await Promise.all(traces.map((trace) => read(`traces/${trace}`, signal)));
    const pairs = spans.flatMap((some) => pairsOf(map, some));
    if (pairs.length) {
      light(pairs);
      const first = pieces.reduce((one, other) => (other.start < one.start ? other : one));
      told.replaceChildren(
        `Just now: ${first.name}. `,
        element('a', { href: `#requests/${first.trace}`, textContent: 'See its way' }),
      );
    }
  });
}
