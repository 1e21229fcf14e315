// Requests that wait at a step: choose one, look at event and headers before and after, let it go on.

import { button, element, field, heading, notice, read, select, send } from '../page.js';
import { explain } from './explanations.js';
import { askNow, watchHolds } from './hold-watch.js';

const TITLES = {
  BeforeTheFunction: 'The function, with its event',
  AfterTheFunction: 'The caller, with what the function returned',
  RunViewerRequest: 'Viewer request: the function of the edge',
  FetchFromOrigin: 'Origin request',
  RunViewerResponse: 'Viewer response: the function of the edge',
};

/** Words of a name: "Check api key" of CheckApiKey. */
const words = (step) => {
  const apart = step.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return TITLES[step] ?? apart[0].toUpperCase() + apart.slice(1);
};

const pretty = (value) => JSON.stringify(value, null, 2);

/** Lines of a text; those that the other does not have are marked. */
function marked(text, other) {
  const known = new Set(other?.split('\n').map((one) => one.replace(/,$/, '')));
  return text
    .split('\n')
    .flatMap((one) => [
      other === undefined || known.has(one.replace(/,$/, '')) ? one : element('mark', { textContent: one }),
      '\n',
    ]);
}

/** The members of a state, each of which folds; what is as it was in the other one is folded. */
function members(state, other, label) {
  return Object.entries(state)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const [text, before] = [pretty(value), other?.[name] === undefined || other[name] === null ? undefined : pretty(other[name])];
      const isSame = text === before;
      return element(
        'details',
        { open: !isSame },
        element('summary', { textContent: isSame ? `${name}, as before` : name }),
        element(
          'pre',
          { className: 'held-state', tabIndex: 0, 'aria-label': `${label}: ${name}` },
          other === undefined || isSame ? text : marked(text, before ?? ''),
        ),
      );
    });
}

// What is chosen stays when somebody looks at another view meanwhile.
const chosen = { step: 'API Gateway/Integrate', filter: '' };

export async function open(root, { signal }) {
  const { steps } = await read('holds', signal);
  const step = element('select', {}, groups(steps));
  step.value = chosen.step;
  const filter = element('input', { value: chosen.filter, spellcheck: false, placeholder: '/api/glossaries' });
  const explained = element('p', { className: 'soft' });
  const told = element('div', { role: 'status' });
  const held = element('div', { className: 'stack' });
  const attempt = async (path, body) => {
    try {
      await send(path, body);
      askNow();
    } catch (problem) {
      notice(told, problem.message, true);
    }
  };
  const choose = () => {
    Object.assign(chosen, { step: step.value, filter: filter.value });
    const [service, name] = step.value.split('/');
    explained.textContent = service === 'API Gateway' ? explain({ name, tags: {} }).sentence : '';
  };
  choose();
  step.addEventListener('change', choose);
  filter.addEventListener('input', choose);
  root.append(
    heading(
      'Hold',
      'Let the next request wait at a step, and look at its headers and its event before and after. It waits for at most five minutes, and '
        + 'while this page is open. Time-outs stand still meanwhile.',
    ),
    element(
      'form',
      {
        className: 'card stack',
        onsubmit: (event) => {
          event.preventDefault();
          const [service, name] = step.value.split('/');
          attempt('holds', { service, step: name, filter: filter.value });
        },
      },
      element(
        'div',
        { className: 'tools' },
        field('Before the step', step),
        field('Only if this is in its path, or in the function’s name', filter),
        element('button', { type: 'submit', className: 'button button-main', textContent: 'Hold the next request' }),
      ),
      explained,
    ),
    element('div', { className: 'stack held' }, told, held),
  );
  watchHolds(signal, (state) => {
    told.replaceChildren(
      ...(state.missed ? [element('p', { className: 'notice notice-bad', textContent: state.missed })] : []),
      waiting(state, () => attempt('holds/forget')),
    );
    held.replaceChildren(...state.held.map((one) => card(one, attempt)));
  });
}

const groups = (steps) =>
  Object.entries(Object.groupBy(steps, ({ service }) => service))
    .sort(([a], [b]) => ['CloudFront', 'API Gateway', 'Lambda'].indexOf(a) - ['CloudFront', 'API Gateway', 'Lambda'].indexOf(b))
    .map(([label, some]) =>
      element(
        'optgroup',
        { label },
        some.map((one) => element('option', { value: `${label}/${one.step}`, textContent: words(one.step) })),
      ),
    );

function waiting({ wanted, held }, forget) {
  if (!wanted) {
    return element('p', {
      className: 'soft',
      textContent: held.length ? `${held.length === 1 ? 'One request waits' : `${held.length} requests wait`}.` : 'No request is held.',
    });
  }

  const which = wanted.filter ? `The next request with “${wanted.filter}”` : 'The next request';
  return element(
    'p',
    { className: 'notice buttons' },
    `${which} that comes to ${wanted.service}: ${words(wanted.step)} will wait there. Send it now. `,
    button('Never mind', forget),
  );
}

function card({ number, trace, service, step, what, until, before, state }, attempt) {
  const release = (next) => attempt(`holds/${number}/release`, { next });
  return element(
    'section',
    { className: 'card stack' },
    element('h2', { textContent: what }),
    element(
      'p',
      {},
      'Held before ',
      element('strong', { textContent: `${service}: ${words(step)}` }),
      `. It goes on by itself at ${new Date(until).toLocaleTimeString('en-GB')}.`,
    ),
    element(
      'div',
      { className: 'buttons' },
      button('Release', () => release(false), 'button button-main'),
      trace ? button('To the next step', () => release(true)) : null,
      trace ? element('a', { href: `#requests/${trace}`, textContent: 'Its way, once it is over' }) : null,
    ),
    element(
      'div',
      { className: before ? 'held-states held-states-two' : 'held-states' },
      before
        ? element(
            'div',
            { className: 'stack' },
            element('h3', { textContent: `Before ${before.service}: ${words(before.step)}` }),
            members(before.state, undefined, 'As it was before'),
          )
        : null,
      element(
        'div',
        { className: 'stack' },
        element('h3', { textContent: 'Now' }),
        members(state, before?.state, 'As it is now'),
      ),
    ),
  );
}
