// Queues, topics, rules, connections, and the mails that AWS would send.

import { ago, button, element, follow, heading, listing, notice, read, send, table } from '../page.js';
import { wordsIn } from '../words.js';

const last = (arn) => arn.slice(arn.lastIndexOf(':') + 1);

const section = (title, words, ...children) =>
  element(
    'section',
    { className: 'card stack' },
    element('h2', { textContent: title }),
    words ? element('p', { className: 'soft', textContent: words }) : null,
    ...children,
  );

const none = (text) => element('p', { className: 'soft', textContent: text });

/** The argument is a queue, whose messages are shown first. */
export async function open(root, { argument, signal }) {
  const places = Object.fromEntries(
    ['queues', 'topics', 'rules', 'connections', 'mails'].map((name) => [name, element('div', { className: 'stack' })]),
  );
  const [told, letters] = [element('div', { role: 'status' }), element('div', { className: 'stack' })];
  root.append(
    heading('Messages', 'What waits, what is connected, and what AWS would send by mail.'),
    element(
      'div',
      { className: 'stack' },
      section(
        'Queues',
        'Looking receives nothing: no message is hidden or counted by it.',
        ...(argument ? [letters, told, places.queues] : [places.queues, told, letters]),
      ),
      section('Topics', '', places.topics),
      section('Rules', 'What EventBridge does with which events.', places.rules),
      section('WebSocket connections', '', places.connections),
      section('Mails and codes', 'On AWS these would be sent. Here they end on this page.', places.mails),
    ),
  );
  const look = (name) => messages(name, letters, signal);
  if (argument) {
    look(argument).catch((problem) => notice(told, problem.message, true));
  }

  const kept = {};
  const refresh = async (name, show) => {
    const found = await read(name, signal);
    const now = JSON.stringify(found) + (name === 'connections' ? Math.floor(Date.now() / 10_000) : '');
    if (kept[name] !== now) {
      kept[name] = now;
      const focused = places[name].contains(document.activeElement) ? document.activeElement.textContent : null;
      places[name].replaceChildren(show(found));
      [...places[name].querySelectorAll('button')].find((one) => one.textContent === focused)?.focus();
    }
  };
  await follow(signal, 2000, () =>
    Promise.all([
      refresh('queues', (found) => queues(found, look, told)),
      refresh('topics', topics),
      refresh('rules', withWords(rules)),
      refresh('connections', connections),
      refresh('mails', mails),
    ]),
  );
}

function queues(found, look, told) {
  if (found.length === 0) {
    return none('The templates have no queue.');
  }

  const redrive = async (name) => {
    try {
      await send(`queues/${encodeURIComponent(name)}/redrive`);
      notice(told, `The messages of ${name} are on their way back.`);
    } catch (problem) {
      notice(told, problem.message, true);
    }
  };
  return table(
    ['Queue', ['Waiting', 'number'], ['Worked on', 'number'], ['Delayed', 'number'], 'Dead letters', 'Do'],
    found.map((queue) => [
      queue.name,
      queue.visible,
      queue.inFlight,
      queue.delayed,
      queue.deadLetterQueue
        ? `to ${last(queue.deadLetterQueue)} after ${queue.maxReceives}`
        : queue.isDeadLetterQueue
          ? 'it takes them'
          : 'by whoever sends',
      element(
        'span',
        { className: 'buttons' },
        button(`Look into ${queue.name}`, () => look(queue.name)),
        queue.isDeadLetterQueue && queue.visible ? button('Move back', () => redrive(queue.name)) : null,
      ),
    ]),
    'Queues',
  );
}

async function messages(name, place, signal) {
  const found = await read(`queues/${encodeURIComponent(name)}/messages`, signal);
  place.replaceChildren(
    element('h3', { textContent: name }),
    found.length === 0
      ? none('There is no message in it.')
      : element(
          'ul',
          { className: 'plain' },
          found.map((message) =>
            element(
              'li',
              {},
              element(
                'details',
                {},
                element(
                  'summary',
                  {},
                  element('code', { textContent: message.id }),
                  ` sent ${ago(message.sent)} ago, received ${message.receives} times${message.hidden ? ', hidden' : ''}`,
                ),
                listing('The message', whole(message)),
              ),
            ),
          ),
        ),
  );
}

function whole({ body, attributes }) {
  return pretty(body) + (Object.keys(attributes).length ? `\n\n${JSON.stringify(attributes, null, 2)}` : '');
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const topics = (found) =>
  found.length === 0
    ? none('The templates have no topic.')
    : table(
        ['Topic', 'Subscriptions'],
        found.map(({ name, subscriptions }) => [
          name,
          subscriptions
            .map(({ protocol, endpoint }) => `${protocol}: ${protocol.startsWith('email') ? endpoint : last(endpoint)}`)
            .join('; ') || 'none',
        ]),
        'Topics',
      );

const rules = (found) =>
  found.length === 0
    ? none('The templates have no rule.')
    : table(
        ['Rule', 'Bus', 'On', 'Targets', 'State'],
        found.map((rule) => [
          rule.Name,
          rule.EventBusName ?? 'default',
          rule.ScheduleExpression ??
            element(
              'details',
              {},
              element('summary', { textContent: 'its pattern' }),
              listing('The pattern', pretty(rule.EventPattern ?? '')),
            ),
          rule.Targets.map(({ Arn }) => Arn.split(':').slice(5).join(':')).join('; '),
          rule.State.toLowerCase(),
        ]),
        'Rules',
      );

const withWords = (show) => (found) => {
  const shown = show(found);
  return element('div', { className: 'stack' }, shown, wordsIn(shown));
};

const connections = (found) =>
  found.length === 0
    ? none('Nobody is connected.')
    : table(
        ['Connection', 'Stage', ['Open for', 'number'], ['Last message', 'number']],
        found.map((one) => [
          element('code', { textContent: one.id }),
          `${one.api}/${one.stage}`,
          ago(one.connected),
          `${ago(one.lastActive)} ago`,
        ]),
        'Connections',
      );

function mails({ topics: sent, codes }) {
  if (sent.length + codes.length === 0) {
    return none('Nothing would have been sent yet.');
  }

  return element(
    'div',
    { className: 'stack' },
    codes.length
      ? table(
          ['To', 'Code', 'What it does'],
          codes.map(({ to, code, purpose }) => [to, element('code', { textContent: code }), purpose]),
          'Codes',
        )
      : null,
    sent.length
      ? element(
          'ul',
          { className: 'plain' },
          [...sent]
            .reverse()
            .map((mail) =>
              element(
                'li',
                {},
                element(
                  'details',
                  {},
                  element('summary', { textContent: `${mail.subject} to ${mail.to}, ${ago(mail.sent)} ago` }),
                  listing('The mail', mail.body),
                ),
              ),
            ),
        )
      : null,
  );
}
