// The picture, laid out by ELK (https://eclipse.dev/elk/), which is served from here.

import { shape } from '../page.js';

const LIT = 2500;

let elk = null;

const layouter = () => {
  elk ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = 'lib/elk.js';
    script.onload = () => done(new window.ELK());
    script.onerror = () => failed(new Error('the layout library is not installed: npm ci'));
    document.head.append(script);
  });
  return elk;
};

const width = (name) => Math.max(96, 28 + name.length * 8.2);

/** @returns {Promise<{svg: SVGElement, begin: number, light: (pairs: string[][]) => void}>} */
export async function drawing({ nodes, edges }, narrow, chosen) {
  const services = Object.groupBy(nodes, ({ service }) => service);
  const graph = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': narrow ? 'DOWN' : 'RIGHT',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.layered.spacing.nodeNodeBetweenLayers': narrow ? '36' : '56',
      'elk.spacing.nodeNode': '18',
      'elk.spacing.componentComponent': '18',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: Object.entries(services).map(([service, some]) => ({
      id: `service:${service}`,
      layoutOptions: {
        'elk.padding': '[top=34,left=12,bottom=12,right=12]',
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${30 + service.length * 8.2},40)`,
      },
      children: some.map(({ id, name }) => ({ id, width: width(name), height: 40 })),
    })),
    edges: edges.map(({ from, to }, i) => ({ id: `edge${i}`, sources: [from], targets: [to] })),
  };
  const layout = await (await layouter()).layout(graph);
  const by = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map();
  const svg = shape(
    'svg',
    {
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      width: layout.width,
      height: layout.height,
      'aria-label': 'The architecture',
      role: 'group',
    },
    shape(
      'defs',
      {},
      shape(
        'marker',
        { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse' },
        shape('path', { d: 'M0 0 8 4 0 8z', class: 'map-arrow' }),
      ),
    ),
  );
  for (const group of layout.children) {
    svg.append(
      shape('rect', { x: group.x, y: group.y, width: group.width, height: group.height, rx: 10, class: 'map-service' }),
      shape('text', { x: group.x + 12, y: group.y + 22, class: 'map-title' }, group.id.slice(8)),
    );
  }

  layout.edges.forEach((edge, i) => {
    const { from, to, kind, labels } = edges[i];
    const path = shape(
      'path',
      { d: edge.sections.map(line).join(' '), class: `map-way map-${kind}`, 'marker-end': 'url(#arrow)' },
      shape('title', {}, [...new Set(labels.filter(Boolean))].join(', ')),
    );
    paths.set(`${from} ${to}`, path);
    svg.append(path);
  });
  const places = new Map();
  for (const place of layout.children.flatMap((group) => group.children)) {
    const { name, id } = by.get(place.id);
    const link = shape(
      'g',
      { role: 'link', tabindex: 0, class: 'map-place', ...(id === chosen ? { 'aria-current': 'true' } : {}) },
      shape('rect', { x: place.x, y: place.y, width: place.width, height: place.height, rx: 8 }),
      shape('text', { x: place.x + place.width / 2, y: place.y + 25, 'text-anchor': 'middle' }, name),
    );
    const go = () => {
      location.hash = `map/${encodeURIComponent(id)}`;
    };
    link.addEventListener('click', go);
    link.addEventListener('keydown', ({ key }) => key === 'Enter' && go());
    places.set(id, link);
    svg.append(link);
  }

  // Where nobody comes from before: a phone that shows a part shows that one first.
  const called = new Set(edges.map(({ to }) => to));
  const first = layout.children
    .flatMap((group) => group.children)
    .find(({ id }) => !called.has(id) && edges.some(({ from }) => from === id));
  return { svg, begin: Math.max(0, (first?.x ?? 0) - 24), light: (pairs) => light(paths, places, pairs) };
}

const line = ({ startPoint, bendPoints = [], endPoint }) =>
  `M${[startPoint, ...bendPoints, endPoint].map(({ x, y }) => `${x} ${y}`).join('L')}`;

function light(paths, places, pairs) {
  const lit = new Set(
    pairs.flatMap(([from, to]) => [paths.get(`${from} ${to}`), places.get(from), places.get(to)]).filter(Boolean),
  );
  for (const node of lit) {
    node.classList.add('map-lit');
    clearTimeout(node.litUntil);
    node.litUntil = setTimeout(() => node.classList.remove('map-lit'), LIT);
  }
}
