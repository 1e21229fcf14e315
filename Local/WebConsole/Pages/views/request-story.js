// What became of a request, in sentences: what the cache did, what was cold, why it was refused or failed and what would mend it.

import { duration, element, facts, listing, page, read } from '../page.js';
import { mend, refusal } from './explanations.js';
import { queueLink } from './span-places.js';

const STARTS = /^Lambda starts /;
const INVOKES = /^Lambda invokes /;
const DEAD = /^SQS puts a message among /;
const ASKS = /^(CloudFront asks|API Gateway) /;

export const failed = (span) => span.error !== undefined || (span.events ?? []).some(({ name }) => name === 'IAM denies');

/** @returns {HTMLElement[]} */
export function storyOf(spans) {
  const first = spans[0];
  const status = first.tags['http.response.status_code'];
  const causes = causesOf(spans);
  return [
    ...edge(first),
    ...(status === 304 ? [line('304: the copy that the client has is still good, so nothing is sent again.')] : []),
    ...spans.filter(({ name }) => STARTS.test(name)).map((span) => cold(span, spans)),
    ...causes.map((span) => cause(span, status)),
    ...(status >= 400 && causes.length === 0 ? [refused(status, spans)] : []),
    ...spans.filter(({ name, tags }) => INVOKES.test(name) && tags['faas.invocation_id']).map(log),
  ];
}

// The innermost one that failed is the cause; the ones above it failed because of it. The edge says of its own no more than the status.
function causesOf(spans) {
  const found = spans.filter((span) => failed(span) && span.tags['aws.service'] !== 'CloudFront');
  const above = new Set(found.map(({ parent }) => parent));
  return found.filter(({ id }) => !above.has(id));
}

const line = (...words) => element('p', {}, ...words);

function edge({ tags }) {
  const why = tags['aws.cloudfront.why'];
  const age = tags['aws.cloudfront.age'];
  const key = tags['aws.cloudfront.cache_key'];
  const where = element('strong', { textContent: `At the edge (${tags['aws.cloudfront.pop']}): ` });
  return why
    ? [line(where, why, age ? ` It is ${age} s old.` : ''), ...(key ? [keyOf(key)] : [])]
    : [];
}

// "path: /a; query string (all): b=1; headers: not in it; cookies: not in it; encoding: br"
const PARTS = /; (?=(?:query string|headers|cookies|encoding)[^;]*: )/;

const keyOf = (key) =>
  element(
    'details',
    { open: true },
    element('summary', { textContent: 'Its cache key: whoever asks with the same one gets the same object' }),
    facts(key.split(PARTS).map((part) => part.split(/: (.*)/s, 2))),
  );

function cold(span, spans) {
  const invoked = spans.find(({ id }) => id === span.parent);
  return line(
    element('strong', { textContent: 'Cold: ' }),
    `no environment of ${span.name.replace(STARTS, '')} was idle. Its init phase took ${duration(span.duration)}`,
    invoked ? ` of ${duration(invoked.duration)}. ` : ', ahead of any invocation. ',
    'The next request finds it warm. ',
    page('https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html', 'AWS’s page'),
  );
}

function cause(span, status) {
  const { why, how, statement } = mend(span);
  return element(
    'div',
    { className: status < 400 ? 'notice' : 'why' },
    line(element('strong', { textContent: `${span.name}: ` }), why),
    how ? line(how) : null,
    DEAD.test(span.name) ? whereItIs(span) : null,
    statement ? listing('The statement that is missing', JSON.stringify(statement, null, 2)) : null,
    status < 400 ? line(`The request was answered ${status} all the same.`) : null,
  );
}

// Asked now: it may have been moved back, or removed, since.
function whereItIs({ tags }) {
  const [arn, id] = [tags['aws.sqs.dead_letter_queue.arn'], tags['messaging.message.id']];
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  const place = line(queueLink(arn));
  read(`queues/${encodeURIComponent(name)}/messages?limit=100`)
    .then((found) =>
      place.append(
        found.some((message) => message.id === id) ? ': it waits there now.' : ': it is not there any more, or not among the oldest 100.',
      ),
    )
    .catch(() => {});
  return place;
}

function refused(status, spans) {
  const isPassedOn = spans.some(({ name }) => ASKS.test(name));
  const { why, how } = refusal(status, isPassedOn);
  const invoked = spans.findLast(({ name }) => INVOKES.test(name))?.name.replace(INVOKES, '');
  const by = element('strong', { textContent: `${invoked ?? (isPassedOn ? 'The origin' : 'The edge')} answered ${status}: ` });
  return element('div', { className: 'why' }, line(by, why), how ? line(how) : null);
}

// Read when it is opened. The lines from START to REPORT are those of the invocation, whoever wrote them.
function log({ name, tags }) {
  const [id, called] = [tags['faas.invocation_id'], name.replace(INVOKES, '').split(':')[0]];
  const place = element('div');
  const details = element('details', {}, element('summary', { textContent: `What ${called} logged` }), place);
  details.addEventListener('toggle', async () => {
    if (details.open) {
      place.replaceChildren(listing(`The log of ${called}`, await linesOf(id, called)));
    }
  });
  return details;
}

async function linesOf(id, called) {
  const group = (await read('functions')).find((one) => one.name === called)?.logGroup;
  const all = group ? await read(`log?group=${encodeURIComponent(group)}&lines=1000`) : [];
  const begin = all.findIndex(({ message }) => message.includes(id));
  const stream = all[begin]?.stream;
  const own = all.slice(Math.max(0, begin)).filter((one) => one.stream === stream);
  const end = own.findLastIndex(({ message }) => message.includes(id));
  return begin < 0
    ? 'Its lines are not among the last 1000 of its log.'
    : own
        .slice(0, end + 1)
        .map(({ message }) => pretty(message))
        .join('\n');
}

// A document without its metrics, which would hide it.
function pretty(message) {
  try {
    const { _aws: metrics, ...document } = JSON.parse(message);
    return JSON.stringify(document, null, 2);
  } catch {
    return message.trimEnd();
  }
}
