// One request as a waterfall: each span in a sentence, why it failed and what would mend it; the request again, also changed.

import { button, clock, duration, element, facts, field, listing, notice, page, read, select, send } from '../page.js';
import { wordsIn } from '../words.js';
import { asksOf, asksTogether } from './asked-items.js';
import { explain } from './explanations.js';
import { againOf, contentsOf } from './request-contents.js';
import { failed, storyOf } from './request-story.js';
import { placesOf } from './span-places.js';

const SHELL = /[^\w@%+=:,./-]/;
const quote = (text) => (SHELL.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text);

/** Shows a trace in a place, again when more of it comes. */
export async function requestOf(trace, place, signal) {
  let spans = [];
  for (let attempt = 0; attempt < 20 && spans.length === 0 && !signal.aborted; attempt++) {
    spans = await read(`traces/${encodeURIComponent(trace)}`, signal);
    if (spans.length === 0) {
      await new Promise((done) => {
        setTimeout(done, 250);
      });
    }
  }

  if (!signal.aborted) {
    await show(trace, spans, place);
  }
}

async function show(trace, spans, place) {
  if (spans.length === 0) {
    notice(place, `Trace ${trace} is not kept. Only the newest 20,000 of a run are.`);
    return;
  }

  const begin = Math.min(...spans.map(({ start }) => start));
  const end = Math.max(...spans.map((span) => span.start + span.duration));
  const by = new Map(spans.map((span) => [span.id, span]));
  const depth = (span) => (by.has(span.parent) ? 1 + depth(by.get(span.parent)) : 0);
  const first = spans[0];
  const [{ endpoints }, contents] = await Promise.all([read('state'), read(`traces/${encodeURIComponent(trace)}/contents`)]);
  const asks = await asksOf(spans, contents);
  place.replaceChildren(
    element(
      'div',
      { className: 'card stack' },
      element('h2', { textContent: `${first.name}${queryOf(first)}` }),
      element(
        'p',
        { className: 'soft' },
        `${clock(first.start)} UTC, ${duration(end - begin)} from the first step to the last, `,
        `${spans.length === 1 ? 'one step' : `${spans.length} steps`}. Trace `,
        element('code', { textContent: trace }),
      ),
      ...storyOf(spans),
      ...asksTogether(spans, asks),
      ...contentsOf(spans, contents),
      ...again(first, endpoints, againOf(first, contents)),
    ),
    element(
      'div',
      { className: 'card' },
      element('h2', { textContent: 'Its way' }),
      element(
        'ol',
        { className: 'waterfall' },
        spans.map((span) => bar(span, depth(span), begin, Math.max(1, end - begin), asks.get(span.id))),
      ),
    ),
  );
  place.append(wordsIn(place));
}

const queryOf = ({ tags }) => (tags['url.query'] ? `?${tags['url.query'].replace(/^\?/, '')}` : '');

function bar(span, depth, begin, whole, asks) {
  const line = element('span', { className: 'line' });
  line.style.setProperty('--from', `${(100 * (span.start - begin)) / whole}%`);
  line.style.setProperty('--width', `${(100 * span.duration) / whole}%`);
  const name = element('span', { className: 'name', textContent: span.name });
  name.style.setProperty('--depth', Math.min(depth, 8));
  return element(
    'li',
    { className: failed(span) ? 'failed' : '' },
    element(
      'details',
      {},
      element(
        'summary',
        {},
        name,
        element('span', { className: 'track' }, line),
        element('span', { className: 'took', textContent: duration(span.duration) }),
      ),
      inside(span, asks),
    ),
  );
}

const by = (statement) => (statement ? `By ${statement}` : '');

function inside(span, asks) {
  const { sentence, page: address } = explain(span);
  const places = placesOf(span);
  return element(
    'div',
    { className: 'inside' },
    element('p', {}, sentence, ...(address ? [' ', page(address, 'AWS’s page')] : [])),
    asks?.(),
    span.error === undefined ? null : element('p', { className: 'bad', textContent: `Failed: ${span.error || 'no reason given'}` }),
    ...(span.events ?? []).map(({ name, tags }) =>
      element(
        'p',
        { className: name === 'IAM denies' ? 'bad' : 'soft' },
        tags.action
          ? `${name} ${tags.action} on ${tags.resource} for ${tags.caller}. ${tags.reason || by(tags.statement)}`
          : `${name} ${Object.entries(tags)
              .map(([key, value]) => `${key} ${value}`)
              .join(', ')}`,
      ),
    ),
    places.length ? element('p', { className: 'buttons' }, places) : null,
    facts(Object.entries(span.tags).filter(([, value]) => value !== null && value !== '')),
  );
}

// What is secret is not kept, so that it has to be typed in.
function again(span, endpoints, kept) {
  const method = span.tags['http.request.method'];
  const base = { CloudFront: endpoints.site, 'API Gateway': endpoints.api }[span.tags['aws.service']];
  if (!method || !base || !span.tags['url.path']) {
    return [];
  }

  const target = `${span.tags['url.path']}${queryOf(span)}`;
  const told = element('div', { role: 'status' });
  const verb = select(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((one) => [one, one]));
  verb.value = method;
  const path = element('input', { value: target, spellcheck: false });
  const headers = element('textarea', {
    rows: 3,
    spellcheck: false,
    placeholder: 'Authorization: Bearer ...',
    value: kept.headers,
  });
  const body = element('textarea', { rows: 3, spellcheck: false, value: kept.body });
  const where = span.tags['aws.service'] === 'CloudFront' ? 'site' : 'api';
  const replay = async () => {
    try {
      const answer = await send('replay', {
        endpoint: where,
        method: verb.value,
        target: path.value,
        headers: headers.value,
        body: body.value,
      });
      told.replaceChildren(
        element(
          'div',
          { className: 'stack' },
          element(
            'p',
            {},
            `It answered ${answer.status}. `,
            element('a', { href: `#requests/${answer.trace}`, textContent: 'See its way' }),
          ),
          listing('The response', `${answer.headers}\n\n${answer.body}`),
        ),
      );
    } catch (problem) {
      notice(told, problem.message, true);
    }
  };
  const curl = () => {
    const given = headers.value.split('\n').filter((line) => line.includes(':'));
    const command = [
      'curl',
      '-i',
      ...(verb.value === 'GET' ? [] : ['-X', verb.value]),
      ...given.flatMap((line) => ['-H', quote(line.trim())]),
      ...(body.value ? ['--data-raw', quote(body.value)] : []),
      quote(base.replace(/\/$/, '') + path.value),
    ].join(' ');
    told.replaceChildren(listing('The command', command));
    navigator.clipboard?.writeText(command).catch(() => {});
  };
  return [
    element('div', { className: 'buttons' }, button('Send it again', replay, 'button button-main'), button('Copy as curl', curl)),
    element(
      'details',
      {},
      element('summary', { textContent: 'Change it first' }),
      element(
        'div',
        { className: 'stack' },
        element('div', { className: 'tools' }, field('Method', verb), field('Path and query', path)),
        field('Headers, one a line (those that are secret are not kept)', headers),
        field('Body', body),
      ),
    ),
    told,
  ];
}
