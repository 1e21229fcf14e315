// The functions: what is alive of each, how long it took, what it logs, and a test event to send.

import { ago, button, element, facts, field, follow, heading, listing, notice, read, send, table } from '../page.js';
import { timings } from './timings.js';
import { logOf } from './log.js';

const STATES = { cold: 'badge-act', busy: 'badge-good', warm: 'badge-good', frozen: '' };

const short = (name) => name.slice(name.lastIndexOf('-') + 1);

const states = (environments) =>
  Object.entries(Object.groupBy(environments, ({ state }) => state)).map(([state, some]) =>
    element('span', { className: `badge ${STATES[state]}`, textContent: `${some.length} ${state}` }),
  );

export async function open(root, { argument, signal }) {
  const place = element('div', { className: 'stack' });
  if (argument) {
    root.append(element('p', {}, element('a', { href: '#functions', textContent: 'All functions' })), place);
    await one(argument, place, signal);
    return;
  }

  const filter = element('input', { type: 'search', autocomplete: 'off' });
  const count = element('p', { className: 'soft', role: 'status' });
  root.append(
    heading(
      'Functions',
      'Each execution environment is a process. It starts cold, works, waits warm for a moment, and is frozen until it is wanted again.',
    ),
    element('div', { className: 'tools' }, field('Find', filter)),
    count,
    place,
  );
  let found = [];
  let last = '';
  const show = () => {
    const some = found.filter(({ name }) => name.toLowerCase().includes(filter.value.toLowerCase()));
    const alive = found.flatMap(({ environments }) => environments);
    const frozen = alive.filter(({ state }) => state === 'frozen').length;
    count.textContent = `${some.length} functions; ${alive.length} environments are alive, ${frozen} of them frozen.`;
    place.replaceChildren(
      table(
        [
          'Function',
          'Environments',
          ['Memory', 'number'],
          ['Time limit', 'number'],
          ['Invocations', 'number'],
          ['Cold', 'number'],
          ['Failed', 'number'],
          ['Last', 'number'],
        ],
        some.map((one) => [
          element('a', { href: `#functions/${encodeURIComponent(one.name)}`, textContent: short(one.name), title: one.name }),
          element(
            'span',
            { className: 'buttons' },
            one.environments.length ? states(one.environments) : element('span', { className: 'soft', textContent: 'none' }),
          ),
          `${one.memory} MB`,
          `${one.timeout} s`,
          one.invocations,
          one.cold,
          one.failed,
          one.last ? `${ago(one.last)} ago` : 'never',
        ]),
        'Functions',
      ),
    );
  };
  filter.addEventListener('input', show);
  await follow(signal, 1500, async () => {
    found = await read('functions', signal);
    const now = JSON.stringify(found) + Math.floor(Date.now() / 15000);
    if (now !== last && !place.contains(document.activeElement)) {
      last = now;
      show();
    }
  });
}

async function one(name, place, signal) {
  const about = (await read('functions', signal)).find((each) => each.name === name);
  if (!about) {
    notice(place, `The function ${name} does not exist.`, true);
    return;
  }

  const alive = element('div', { className: 'stack' });
  const chart = element('div', {});
  place.append(
    heading(short(name), about.description || name),
    element(
      'div',
      { className: 'split' },
      element(
        'div',
        { className: 'stack' },
        element('section', { className: 'card stack' }, element('h2', { textContent: 'Environments' }), alive),
        element('section', { className: 'card stack' }, element('h2', { textContent: 'What it is' }), factsOf(about)),
      ),
      element(
        'div',
        { className: 'stack' },
        element('section', { className: 'card stack' }, element('h2', { textContent: 'The last invocations' }), chart),
        element('section', { className: 'card stack' }, element('h2', { textContent: 'A test event' }), tester(name)),
        element('section', { className: 'card stack' }, element('h2', { textContent: 'Log' }), logOf(about.logGroup, signal)),
      ),
    ),
  );
  let last = '';
  await follow(signal, 1500, async () => {
    const path = `functions/${encodeURIComponent(name)}/invocations`;
    const [functions, invocations] = await Promise.all([read('functions', signal), read(path, signal)]);
    const { environments } = functions.find((each) => each.name === name);
    alive.replaceChildren(
      environments.length === 0
        ? element('p', { className: 'soft', textContent: 'None is alive. The next invocation starts one: a cold start.' })
        : table(
            ['State', ['Age', 'number'], ['Invocations', 'number'], ['Memory', 'number']],
            environments.map((each) => [
              element('span', { className: `badge ${STATES[each.state]}`, textContent: each.state, title: each.stream }),
              ago(each.created),
              each.invocations,
              each.memory ? `${each.memory} of ${about.memory} MB` : '',
            ]),
            'Environments',
          ),
    );
    const now = invocations.at(-1)?.requestId ?? 'none';
    if (now !== last) {
      last = now;
      chart.replaceChildren(timings(invocations));
    }
  });
}

const factsOf = (about) =>
  facts([
    ['Name', about.name],
    ['Runtime', about.runtime],
    ['Memory', `${about.memory} MB`],
    ['Time limit', `${about.timeout} s`],
    ['Role', element('a', { href: `#permissions/${encodeURIComponent(about.role)}`, textContent: about.role.split('/').at(-1) })],
    ['Log group', element('a', { href: `#log/${encodeURIComponent(about.logGroup)}`, textContent: about.logGroup })],
  ]);

function tester(name) {
  const event = element('textarea', { value: '{}', rows: 6, spellcheck: false });
  const told = element('div', { role: 'status', className: 'stack' });
  const invoke = async () => {
    notice(told, 'It runs ...');
    try {
      const answer = await send(`functions/${encodeURIComponent(name)}/invoke`, { event: event.value });
      told.replaceChildren(
        element('p', {
          className: answer.error ? 'bad' : 'good',
          textContent: answer.error ? `It failed (${answer.error}).` : 'It returned:',
        }),
        listing('What it returned', answer.payload || 'nothing'),
        element(
          'details',
          {},
          element('summary', { textContent: 'Its log' }),
          listing('Its log', answer.log),
        ),
      );
    } catch (problem) {
      notice(told, problem.message, true);
    }
  };
  return element(
    'div',
    { className: 'stack' },
    field('Event (JSON)', event),
    element('div', { className: 'buttons' }, button('Invoke', invoke, 'button button-main')),
    told,
  );
}
