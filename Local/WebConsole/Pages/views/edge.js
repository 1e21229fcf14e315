// The edge: points of presence on a map, what each holds and for how long, and where the visitor stands.

import { button, bytes, element, field, follow, heading, notice, page, read, select, send, shape, table } from '../page.js';

const DOCUMENTATION = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html';
const REGION = { latitude: 39.0438, longitude: -77.4874 };

// Two units a degree, from 180 west and 90 north: as world.svg is drawn.
const at = ({ latitude, longitude }) => [(longitude + 180) * 2, (90 - latitude) * 2];

const asked = ({ hits, misses, refreshes, errors, others }) => hits + misses + refreshes + errors + others;

const ratio = (location) => asked(location) ? `${Math.round(100 * location.hits / asked(location))} %` : '-';

const cityOf = ({ place }) => place ? `${place.city}, ${place.country}` : 'This machine';

async function land() {
  const drawn = new DOMParser().parseFromString(await (await fetch('world.svg')).text(), 'image/svg+xml');
  return drawn.querySelector('path').getAttribute('d');
}

function way(from, to, used) {
  const [[x, y], [toX, toY]] = [at(from), at(to)];
  return shape('path', { d: `M${x} ${y}L${toX} ${toY}`, class: used ? 'edge-way edge-way-used' : 'edge-way' });
}

/** The map: what it shows is in the table below it, too. */
function draw(outline, { locations, visitor }, chosen, choose) {
  const byName = new Map(locations.map((one) => [one.name, one]));
  const map = shape('svg', { viewBox: '0 0 720 300', class: 'edge-map', 'aria-hidden': 'true' }, shape('path', { d: outline, class: 'edge-land' }));
  const placed = locations.filter(({ place }) => place);
  for (const point of placed.filter(({ regional }) => regional)) {
    map.append(way(point.place, byName.get(point.regional).place, asked(point) > 0));
  }

  for (const { place, hits, misses } of placed.filter(({ isRegional }) => isRegional)) {
    const [cx, cy] = at(place);
    map.append(way(place, REGION, misses > 0), shape('circle', { cx, cy, r: 7, class: hits + misses ? 'edge-regional edge-way-used' : 'edge-regional' }));
  }

  for (const { name, place, objects } of placed.filter(({ isRegional }) => !isRegional)) {
    const [cx, cy] = at(place);
    const classes = ['edge-point', objects ? 'edge-point-holds' : '', name === chosen ? 'edge-point-chosen' : ''].join(' ');
    const point = shape('circle', { cx, cy, r: 4, class: classes }, shape('title', {}));
    point.firstChild.textContent = `${name}, ${place.city}: ${objects} objects`;
    point.addEventListener('click', () => choose(name));
    map.append(point, Object.assign(shape('text', { x: cx + 6, y: cy - 4, class: 'edge-name' }), { textContent: place.code }));
    if (place.code === visitor) {
      map.append(shape('circle', { cx, cy, r: 10, class: 'edge-visitor' }));
    }
  }

  return map;
}

function life({ since, freshUntil }) {
  const [begun, end, now] = [Date.parse(since), Date.parse(freshUntil), Date.now()];
  const left = Math.round((end - now) / 1000);
  const bar = element('span', { className: 'edge-life' }, element('span'));
  bar.firstChild.style.setProperty('--left', `${Math.max(0, Math.min(100, 100 * (end - now) / Math.max(1, end - begun)))}%`);
  return element('div', {}, left > 0 ? `${left} s` : `expired ${-left} s ago`, bar);
}

export async function open(root, { argument, signal }) {
  const outline = await land();
  let state = await read('edge', signal);
  let chosen = argument || state.locations[0].name;

  const map = element('div');
  const locations = element('div');
  const holds = element('div', { className: 'stack' });
  const said = element('div', { role: 'status' });
  const visitor = select([['', 'This machine'], ...state.places.map(({ code, city, country }) => [code, `${city}, ${country} (${code})`])]);
  const target = element('input', { type: 'text', value: '/', autocomplete: 'off', spellcheck: false });
  const removed = element('input', { type: 'text', value: '/*', autocomplete: 'off', spellcheck: false });
  const distribution = select(state.distributions.map((id) => [id, id]));

  const choose = (name) => {
    chosen = name;
    history.replaceState(null, '', `#edge/${name}`);
    void refresh();
  };

  const attempt = (task) => async () => {
    try {
      notice(said, await task());
    } catch (problem) {
      notice(said, problem.message, true);
    }

    await refresh();
  };

  async function refresh() {
    state = await read('edge', signal);
    const objects = await read(`edge/${chosen}/objects`, signal);
    const age = (since) => `${Math.max(0, Math.round((Date.now() - Date.parse(since)) / 1000))} s`;
    if (document.activeElement !== visitor) {
      visitor.value = state.visitor ?? '';
    }

    map.replaceChildren(draw(outline, state, chosen, choose));
    const focused = document.activeElement?.dataset?.location;
    locations.replaceChildren(table(
      ['Location', 'Where', 'Asks', ['Objects', 'number'], ['Bytes', 'number'], ['Hits', 'number'], ['Misses', 'number'],
        ['Confirmed', 'number'], ['Errors', 'number'], ['Hit ratio', 'number']],
      state.locations.map((one) => {
        const name = button(one.name, () => choose(one.name), 'link');
        name.dataset.location = one.name;
        name.setAttribute('aria-pressed', `${one.name === chosen}`);
        return [
          name, one.isRegional ? `${cityOf(one)} (regional)` : cityOf(one), one.regional ?? 'the origin', `${one.objects}`,
          `${bytes(one.bytes)} of ${bytes(one.capacity)}`, `${one.hits}`, `${one.misses}`, `${one.refreshes}`, `${one.errors}`, ratio(one),
        ];
      }),
      'Points of presence and regional edge caches'));
    if (focused) {
      locations.querySelector(`[data-location="${focused}"]`)?.focus();
    }

    const location = state.locations.find(({ name }) => name === chosen);
    holds.replaceChildren(
      element('h2', { textContent: `What ${chosen} holds` }),
      objects.length
        ? table(
          ['Path', ['Status', 'number'], ['Bytes', 'number'], ['Age', 'number'], 'Fresh for another'],
          objects.slice(0, 200).map((one) => [
            one.encoding ? `${one.path} (${one.encoding})` : one.path, `${one.status}`, bytes(one.bytes), age(one.since), life(one)]),
          `Objects of ${chosen}, what was used last first`)
        : element('p', { className: 'soft', textContent: `Nothing yet: fetch something from ${cityOf(location)}.` }));
  }

  visitor.addEventListener('change', attempt(async () => {
    await send('edge/visitor', { place: visitor.value });
    return visitor.value ? `Every request to the site now comes from ${visitor.selectedOptions[0].textContent}.` : 'Every request now comes from this machine.';
  }));

  root.append(
    heading(
      'Edge', 'CloudFront answers from the point of presence next to the visitor. What that does not hold it asks of a regional edge cache, and that asks the origin.',
      element('p', {}, page(DOCUMENTATION, 'How CloudFront works'))),
    element('div', { className: 'tools' },
      field('The visitor stands in', visitor),
      field('Path', target),
      button('Fetch it from there', attempt(async () => {
        const place = visitor.value ? `X-Lexicon-Place: ${visitor.value}` : '';
        const answer = await send('replay', { endpoint: 'site', method: 'GET', target: target.value, headers: place, body: '' });
        const headers = new Map(headersOf(answer.headers));
        return `${answer.status}: ${headers.get('x-cache')} at ${headers.get('x-amz-cf-pop')}. ${headers.get('x-lexicon-why') ?? ''}`;
      }), 'button button-main')),
    element('div', { className: 'tools' },
      field('Distribution', distribution),
      field('Path to invalidate', removed),
      button('Invalidate', attempt(async () => {
        await send('edge/invalidate', { distribution: distribution.value, path: removed.value });
        return `${removed.value} is gone from every cache.`;
      }))),
    said, map, locations, holds);
  await follow(signal, 1000, refresh);
}

const headersOf = (lines) => lines.split('\n').map((line) => line.split(/:\s*(.*)/, 2)).map(([name, value]) => [name.toLowerCase(), value]);
