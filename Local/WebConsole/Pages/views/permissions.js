// What each role is granted and uses, what it never used, and what it was refused.

import { element, field, follow, heading, listing, read, select } from '../page.js';
import { wordsIn } from '../words.js';

const WHICH = [
  ['', 'All roles'],
  ['unused', 'With a grant that was never used'],
  ['refused', 'That were refused something'],
];

const short = (arn) => arn.slice(arn.lastIndexOf('/') + 1);

export async function open(root, { argument, signal }) {
  const runs = select([
    ['', 'This run'],
    ['all', 'The last ten runs'],
  ]);
  const which = select(WHICH);
  const filter = element('input', { type: 'search', autocomplete: 'off', value: short(argument) });
  const [sum, list] = [element('p', { className: 'soft', role: 'status' }), element('div', { className: 'stack' })];
  const words = element('div', {});
  root.append(
    heading(
      'Permissions',
      'Every request of a function is signed by its role. Here is what its policies allow, and what was needed of it.',
    ),
    element('div', { className: 'tools' }, field('Counted over', runs), field('Show', which), field('Find a role', filter)),
    sum,
    words,
    list,
  );
  let last = '';
  let found = [];
  const show = () => {
    const some = found.filter(
      ({ role, grants, refused }) =>
        role.toLowerCase().includes(filter.value.toLowerCase()) &&
        (which.value !== 'unused' || grants.some(({ unused }) => unused)) &&
        (which.value !== 'refused' || refused.length > 0),
    );
    const grants = found.flatMap((role) => role.grants);
    const [used, unused] = [grants.filter(({ count }) => count > 0), grants.filter((grant) => grant.unused)];
    const ahead = grants.filter(isAhead);
    const idle = found.filter(isIdle).flatMap((role) => role.grants.filter((grant) => grant.unused));
    sum.textContent =
      `${found.length} roles: ${used.length} grants used, ${unused.length} never used` +
      `${idle.length ? ` (${idle.length} of functions that have not run in this run)` : ''}, ` +
      `${ahead.length} that Lambda asked for in advance and no request has used, ` +
      `${grants.length - used.length - unused.length - ahead.length} that nothing asks for on this machine; ` +
      `${found.flatMap(({ refused }) => refused).length} kinds of refusal.`;
    const open = new Set([...list.querySelectorAll('details[open]')].map(({ dataset }) => dataset.role));
    list.replaceChildren(...some.map((role) => card(role, open.has(role.role) || some.length === 1)));
    if (!words.querySelector('details[open]')) {
      words.replaceChildren(wordsIn(list));
    }
  };
  const refresh = async () => {
    const now = await read(`permissions${runs.value ? '?runs=all' : ''}`, signal);
    if (JSON.stringify(now) !== last) {
      last = JSON.stringify(now);
      found = now;
      show();
    }
  };
  filter.addEventListener('input', show);
  which.addEventListener('change', show);
  runs.addEventListener('change', refresh);
  await follow(signal, 3000, async () => {
    if (!list.contains(document.activeElement)) {
      await refresh();
    }
  });
}

/** Whether Lambda asked for it when it made the function or its mapping, and no request has used it. */
const isAhead = ({ count, ahead }) => count === 0 && ahead > 0;

/** Whether it is the role of functions, and none of them has run in this run. */
const isIdle = ({ functions }) => functions.length > 0 && functions.every(({ invocations }) => invocations === 0);

function ran({ functions }) {
  const [idle, busy] = [
    functions.filter(({ invocations }) => invocations === 0),
    functions.filter(({ invocations }) => invocations > 0),
  ];
  const link = ({ name }) => element('a', { href: `#functions/${encodeURIComponent(name)}`, textContent: name });
  return [
    ...busy.map((one) =>
      element('p', { className: 'soft' }, link(one), ` ran ${one.invocations === 1 ? 'once' : `${one.invocations} times`} in this run.`),
    ),
    ...idle.map((one) =>
      element(
        'p',
        { className: 'notice' },
        link(one),
        ' has not run in this run: “never used” says nothing of it yet. What is used all the same, Lambda uses itself: it polls.',
      ),
    ),
  ];
}

function card(one, open) {
  const { role, grants, refused } = one;
  const used = grants.filter(({ count }) => count > 0);
  const unused = grants.filter((grant) => grant.unused);
  const ahead = grants.filter(isAhead);
  const elsewhere = grants.filter((grant) => grant.count === 0 && !grant.unused && !isAhead(grant));
  const badges = [
    element('span', { className: 'badge badge-good', textContent: `${used.length} used` }),
    ahead.length ? element('span', { className: 'badge', textContent: `${ahead.length} asked for in advance` }) : null,
    unused.length ? element('span', { className: 'badge', textContent: `${unused.length} never used` }) : null,
    refused.length ? element('span', { className: 'badge badge-bad', textContent: `${refused.length} refused` }) : null,
    isIdle(one) ? element('span', { className: 'badge', textContent: 'its function has not run' }) : null,
  ];
  const why = (one) =>
    one.explanation ?? (isAhead(one) ? 'Lambda asked for it when it made the function or its mapping; no request has used it' : '');
  const grant = ({ action, count, statement, ...more }) =>
    element(
      'li',
      {},
      element(
        'details',
        {},
        element(
          'summary',
          {},
          element('code', { textContent: action }),
          element('span', {
            className: 'soft',
            textContent: count > 0 ? `  ${count} times` : `  ${why({ count, ...more })}`,
          }),
        ),
        listing('The statement', JSON.stringify(statement, null, 2)),
      ),
    );
  const part = (title, some) =>
    some.length ? [element('h2', { className: 'minor', textContent: title }), element('ul', { className: 'plain' }, some)] : [];
  return element(
    'details',
    { className: 'card', open, 'data-role': role },
    element(
      'summary',
      {},
      element('strong', { textContent: short(role) }),
      ' ',
      badges.flatMap((badge) => (badge ? [badge, ' '] : [])),
    ),
    element(
      'div',
      { className: 'stack' },
      ...ran(one),
      ...part('Granted and used', used.map(grant)),
      ...part('Granted and only asked for in advance', ahead.map(grant)),
      ...part('Granted and never used', unused.map(grant)),
      ...part(
        'Needed and refused',
        refused.map(({ action, resource, count, reason }) =>
          element(
            'li',
            {},
            element('p', { className: 'bad' }, element('code', { textContent: action }), ` ${count} times on ${resource}`),
            element('p', { className: 'soft', textContent: reason }),
          ),
        ),
      ),
      ...part('Granted, and not asked for on this machine', elsewhere.map(grant)),
    ),
  );
}
