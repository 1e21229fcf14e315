// Words of AWS that a view shows and does not explain: those in it, each with a sentence and AWS's page.

import { element, facts, page } from './page.js';

const DOCS = 'https://docs.aws.amazon.com/';

// A pattern's group is the word; without one it is the second member.
const WORDS = [
  [
    /dynamodb:LeadingKeys/,
    'dynamodb:LeadingKeys',
    'The leading keys are the partition keys that a request names. A role with a condition on them reaches the items of those keys alone, '
      + 'in a table that others share.',
    'amazondynamodb/latest/developerguide/specifying-conditions.html',
  ],
  [
    /(?:Lambda invokes |function:)[\w-]+:([A-Za-z][\w-]*)/,
    '',
    'It is an alias: a name of the function that points to one of its versions. Callers ask for the alias, so that a release moves them to '
      + 'a new version, a tenth of them first, without telling anyone.',
    'lambda/latest/dg/configuration-aliases.html',
  ],
  [
    /usage plan/i,
    'usage plan',
    'What holds for whoever sends one of its API keys in x-api-key: a throttle, a quota, or only that they are counted. Where methods '
      + 'require a key, who has none does not come in.',
    'apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  ],
  [
    /detail-type/,
    'detail',
    'What an event says of what happened; its source says who sent it, its detail-type what kind of thing it was. A rule’s pattern lists '
      + 'the values that let an event pass.',
    'eventbridge/latest/ref/overiew-event-structure.html',
  ],
  [
    /aws:SourceArn/,
    'aws:SourceArn',
    'On whose behalf a service asks: a route of an API, a rule, a topic. Without it any of them, in any account, could.',
    'IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn',
  ],
  [
    /aws:SecureTransport/,
    'aws:SecureTransport',
    'Whether a request came by TLS.',
    'IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport',
  ],
  [
    /cognito:groups/,
    'cognito:groups',
    'The claim of a token that lists the groups of the user pool that its owner is in.',
    'cognito/latest/developerguide/cognito-user-pools-user-groups.html',
  ],
];

/** The words in what is shown that not everybody knows. @returns {HTMLElement | ''} */
export function wordsIn(shown) {
  const text = shown.textContent;
  const found = WORDS.flatMap(([pattern, word, sentence, address]) => {
    const match = pattern.exec(text);
    return match ? [[word || match[1], element('span', {}, `${sentence} `, page(DOCS + address, 'AWS’s page'))]] : [];
  });
  return found.length
    ? element(
        'details',
        { className: 'words' },
        element('summary', { textContent: `Words used here: ${found.map(([word]) => word).join(', ')}` }),
        facts(found),
      )
    : '';
}
