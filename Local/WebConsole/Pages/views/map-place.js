// One place of the map: what it is, what it does, what it may, what it costs, and where to look further.

import { element, facts, listing, notice, page, read, table } from '../page.js';
import { wordsIn } from '../words.js';

const KINDS = { calls: 'calls', grant: 'may call', event: 'sends events to' };

const link = ({ id, name, service }) =>
  element('a', { href: `#map/${encodeURIComponent(id)}`, textContent: `${name} (${service})` });

/** The ways as rows. */
function list({ nodes, edges }) {
  const by = new Map(nodes.map((node) => [node.id, node]));
  return table(
    ['From', 'Way', 'To', 'Why'],
    edges.map(({ from, to, kind, label }) => [link(by.get(from)), KINDS[kind], link(by.get(to)), label]),
    'The ways',
  );
}

async function show(map, id, panel, signal) {
  const close = element('a', { href: '#map', textContent: 'Close' });
  if (id.startsWith('group:')) {
    const [stack, type] = id.slice(6).split('|');
    const members = map.nodes.filter((node) => node.stack === stack && node.type === type && !node.detail);
    const all = await Promise.all(members.map((one) => costs(one.id, signal)));
    panel.append(
      element(
        'section',
        { className: 'card stack' },
        element('h2', { textContent: `${members.length} functions of ${stack}` }),
        close,
        element('p', { className: 'soft', textContent: `What this run used of them would cost so much on AWS, by ${all[0].source}.` }),
        table(
          ['Function', 'What it does', ['This run', 'number']],
          members.map((one, i) => [link(one), one.description ?? '', dollars(all[i].usd)]),
          'Functions',
        ),
      ),
    );
    return;
  }

  const place = map.nodes.find((node) => node.id === id);
  if (!place) {
    notice(panel, 'This place is not on the map.', true);
    return;
  }

  const by = new Map(map.nodes.map((node) => [node.id, node]));
  const ways = (some, end) =>
    some.map((way) =>
      element(
        'li',
        {},
        `${KINDS[way.kind]} `,
        link(by.get(way[end])),
        way.label ? element('span', { className: 'soft', textContent: ` ${way.label}` }) : '',
      ),
    );
  const section = element(
    'section',
    { className: 'card stack' },
    element('h2', { textContent: place.name }),
    close,
    element('p', { textContent: [place.description, place.becomes && `Here: ${place.becomes}.`].filter(Boolean).join(' ') }),
    facts(
      [
        ['Type', place.type],
        ['Stack', place.stack],
        ['Logical id', place.logicalId],
        ['Name or id', place.ref],
        ['ARN', place.arn],
      ].filter(([, value]) => value),
    ),
    element('p', { className: 'buttons' }, further(place)),
  );
  const settings = await read(`map/settings?id=${encodeURIComponent(id)}`, signal);
  section.append(
    ...settings.flatMap(settingsOf),
    ...costOf(await costs(id, signal)),
  );
  panel.append(section);
  const [outgoing, incoming] = [map.edges.filter(({ from }) => from === id), map.edges.filter(({ to }) => to === id)];
  if (outgoing.length) {
    section.append(element('h3', { textContent: 'What it does' }), element('ul', {}, ways(outgoing, 'to')));
  }

  if (incoming.length) {
    section.append(
      element('h3', { textContent: 'Who comes here' }),
      element(
        'ul',
        {},
        incoming.map((way) =>
          element(
            'li',
            {},
            link(by.get(way.from)),
            ` ${KINDS[way.kind]} it`,
            way.label ? element('span', { className: 'soft', textContent: ` ${way.label}` }) : '',
          ),
        ),
      ),
    );
  }

  const statements = await read(`map/statements?id=${encodeURIComponent(id)}`, signal);
  if (statements.length) {
    section.append(
      element('h3', { textContent: 'What it may' }),
      ...statements.map((statement) =>
        element(
          'details',
          {},
          element('summary', {
            textContent: `${statement.Effect}: ${[statement.Action ?? statement.NotAction].flat().join(', ')}`,
          }),
          listing('The statement', JSON.stringify(statement, null, 2)),
        ),
      ),
    );
  }

  section.append(wordsIn(section));
}

/**
 * A table as a list, which a narrow panel has room for: the head of each row, once for all that have it, and below it the rest in words;
 * code as it stands.
 */
const settingsOf = ({ title, columns: [, ...columns], rows, code }) => {
  const said = (cells) => columns.flatMap((column, i) => (cells[i] ? [`${column}: ${cells[i]}`] : [])).join(' · ');
  const list = element(
    'ul',
    { className: 'plain settings' },
    [...Map.groupBy(rows, ([head]) => head)].map(([head, some]) =>
      element(
        'li',
        {},
        element('strong', { textContent: head }),
        some.flatMap(([, ...cells]) =>
          code
            ? cells.map((cell) => listing(`${title}, ${head}`, cell))
            : [element('p', { className: 'soft', textContent: said(cells) })],
        ),
      ),
    ),
  );
  return [element('h3', { textContent: title }), list];
};

const costs = (id, signal) => read(`map/costs?id=${encodeURIComponent(id)}`, signal);

/** Dollars, as many digits as say something. */
const dollars = (usd) =>
  usd === 0 ? '$0' : usd < 0.01 ? `$${Number(usd.toPrecision(2)).toFixed(10).replace(/0+$/, '')}` : `$${usd.toFixed(2)}`;

const many = (count) => count.toLocaleString('en', { maximumFractionDigits: count < 1 ? 6 : 2 });

function costOf({ source, used, usd, month }) {
  return [
    element('h3', { textContent: 'What it costs' }),
    used.length
      ? element('p', {}, 'This run so far: ', element('strong', { textContent: `${dollars(usd)} on AWS` }), '.')
      : element('p', { textContent: month ? 'Nothing is counted of its use.' : 'This run has used nothing of it that is counted.' }),
    used.length
      ? table(
          [['Used', 'number'], 'Of what', ['On AWS', 'number']],
          used.map(({ count, unit, usd: cost, page: address }) => [many(count), page(address, unit), dollars(cost)]),
          'What was used, and what it costs',
        )
      : null,
    month
      ? element('p', {}, `While nothing is done: ${dollars(month.usd)} a month (`, page(month.page, month.unit), ').')
      : element('p', { textContent: 'While nothing is done it costs nothing beyond what it stores.' }),
    element('p', { className: 'soft', textContent: `By ${source}, without free tiers.` }),
  ].filter(Boolean);
}

const go = (href, textContent) => element('a', { className: 'button', href, textContent });

function further({ type, ref }) {
  const name = encodeURIComponent(ref ?? '');
  return (
    {
      'AWS::Lambda::Function': [go(`#functions/${name}`, 'Environments, log, test')],
      'AWS::DynamoDB::Table': [go(`#table/${name}`, 'Items')],
      'AWS::DynamoDB::GlobalTable': [go(`#table/${name}`, 'Items')],
      'AWS::SQS::Queue': [go(`#messages/${encodeURIComponent((ref ?? '').split('/').at(-1))}`, 'Messages')],
      'AWS::SNS::Topic': [go('#messages', 'Subscriptions')],
      'AWS::Events::Rule': [go('#messages', 'Rules')],
      'AWS::S3::Bucket': [go(`#files/${name}`, 'Objects')],
      'AWS::Logs::LogGroup': [go(`#log/${name}`, 'Log')],
      'AWS::IAM::Role': [go(`#permissions/${name}`, 'Granted and used')],
    }[type] ?? [go('#requests', 'Requests')]
  );
}

export const about = { list, show };
