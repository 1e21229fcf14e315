// What each kind of span is, in a sentence, and AWS's page about it; why one failed, and what would mend it.

const DOCS = 'https://docs.aws.amazon.com/';

const KINDS = [
  [
    /^CloudFront asks the origin/,
    'The edge has no usable copy, or may not keep one, and asks the origin.',
    'AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html',
  ],
  [
    /^CloudFront asks the regional edge cache/,
    'The point of presence has no usable copy, and asks the larger cache behind it, which may ask the origin.',
    'AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html',
  ],
  [
    /^CloudFront runs /,
    'A function of the edge (CloudFront Functions) changes the request or the response, or responds itself. Its comment, below, says what '
      + 'it is for.',
    'AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html',
  ],
  [
    /^API Gateway /,
    'API Gateway takes the request through its steps to the integration, and its response back.',
    'apigateway/latest/developerguide/how-to-create-api.html',
  ],
  [/^ReadRequest$/, 'Reads the request within API Gateway’s limits.', 'apigateway/latest/developerguide/limits.html'],
  [
    /^ResolveApiAndStage$/,
    'Finds the API and its stage by the first part of the path.',
    'apigateway/latest/developerguide/how-to-call-api.html',
  ],
  [
    /^ApplyWebAcl$/,
    'The web ACL of the stage lets the request pass, or not.',
    'apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  ],
  [
    /^RouteRequest$/,
    'Finds the resource and the method.',
    'apigateway/latest/developerguide/api-gateway-method-settings-method-request.html',
  ],
  [
    /^CheckResourcePolicy$/,
    'The policy of the API lets the caller pass, where there is one.',
    'apigateway/latest/developerguide/apigateway-resource-policies.html',
  ],
  [
    /^CheckApiKey$/,
    'Checks the API key, where the method requires one.',
    'apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html',
  ],
  [
    /^ThrottleRequest$/,
    'Takes a token from the buckets of the stage, the method and the usage plan.',
    'apigateway/latest/developerguide/api-gateway-request-throttling.html',
  ],
  [
    /^Authorize$/,
    'Asks the authorizer of the method who calls.',
    'apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  ],
  [
    /^ValidateRequest$/,
    'Holds parameters and body against the model.',
    'apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  ],
  [/^Integrate$/, 'The integration of the method responds.', 'apigateway/latest/developerguide/how-to-integration-settings.html'],
  [
    /^Lambda delivers /,
    'An event source mapping hands the function a batch of what it has received.',
    'lambda/latest/dg/invocation-eventsourcemapping.html',
  ],
  [
    /^SQS puts a message among /,
    'What was received as often as the queue allows, and not deleted, waits in another queue, where nobody works on it.',
    'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
  [
    /^Lambda invokes /,
    'Lambda checks who may invoke, and runs the function or queues the event. What follows a colon is an alias, a name of a version.',
    'lambda/latest/dg/lambda-invocation.html',
  ],
  [
    /^Lambda finds an environment/,
    'Takes a warm environment, or makes a new one: a cold start.',
    'lambda/latest/dg/lambda-runtime-environment.html',
  ],
  [
    /^Lambda starts /,
    'The init phase: the process starts and gets ready.',
    'lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib',
  ],
  [
    /^dynamodb Query$/,
    'Reads items of one partition key, in the order of their sort keys: its key condition says which.',
    'amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html',
  ],
  [
    /^dynamodb (GetItem|BatchGetItem|TransactGetItems)$/,
    'Reads items, each by its whole key.',
    'amazondynamodb/latest/developerguide/WorkingWithItems.html',
  ],
  [/^dynamodb /, 'A call to DynamoDB, by the function’s own role.', 'amazondynamodb/latest/APIReference/Welcome.html'],
  [/^s3 /, 'A call to S3.', 'AmazonS3/latest/API/Welcome.html'],
  [/^sqs /, 'A call to SQS.', 'AWSSimpleQueueService/latest/APIReference/Welcome.html'],
  [/^sns /, 'A call to SNS.', 'sns/latest/api/welcome.html'],
  [/^events /, 'A call to EventBridge.', 'eventbridge/latest/APIReference/Welcome.html'],
  [/^lambda /, 'A call to Lambda.', 'lambda/latest/api/welcome.html'],
  [/^cognito-idp /, 'A call to Cognito.', 'cognito-user-identity-pools/latest/APIReference/Welcome.html'],
  [
    /^execute-api /,
    'A call to the management API of the WebSocket connections.',
    'apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
  ],
];

/** @returns {{sentence: string, page?: string}} */
export function explain({ name, tags }) {
  const [, sentence, page] =
    KINDS.find(([pattern]) => pattern.test(name)) ??
    (tags['aws.service'] === 'CloudFront'
      ? [
          null,
          'A viewer’s request reaches the edge, which serves it from its cache or asks the origin.',
          'AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html',
        ]
      : [null, 'A step of the local cloud.', null]);
  return { sentence, page: page ? DOCS + page : undefined };
}

const MENDS = [
  [/^ResolveApiAndStage$/, 'The path has to begin with the name of a stage; at the distribution that is added for you.'],
  [
    /^ApplyWebAcl$/,
    'A rule of the web ACL blocks it. The rule’s name is in the steps below; slow down, or change what the rule looks for.',
  ],
  [
    /^RouteRequest$/,
    'No resource has this path with this method. Look at the path, and at the methods of the API in the templates.',
  ],
  [/^CheckResourcePolicy$/, 'The resource policy of the API has to allow this caller.'],
  [/^CheckApiKey$/, 'Send the API key in the header x-api-key. The distribution adds its own: call the site rather than the API.'],
  [/^ThrottleRequest$/, 'Wait a moment and send it again, or raise the limit of the stage, the method or the usage plan.'],
  [
    /^Authorize$/,
    'Sign in, and send the token in the header that the authorizer reads (Authorization). One that has expired is refused, too.',
  ],
  [
    /^ValidateRequest$/,
    'Send what the model of the method demands. What the caller got names no member: API Gateway says “Invalid request body”, and what '
      + 'its validator found; where, only the runner says.',
  ],
  [/^Lambda starts /, 'The process did not get ready. Its log has the reason.'],
  [
    /^Lambda delivers /,
    'What the function logged, below, says why. What it did not handle comes again: of a queue when its visibility timeout is over, until '
      + 'the queue puts it among its dead letters; of a stream at once, and what follows waits.',
  ],
  [
    /^SQS puts a message among /,
    'Nobody works on it there, so that whoever sent it never hears of it. Mend what failed, then move it back: the button “Move back” '
      + 'of that queue, or StartMessageMoveTask (aws sqs start-message-move-task --source-arn ...), sends it to the queue that it came from.',
  ],
  [/^Lambda invokes /, 'Its own error or its time limit is in what it logged, below.'],
  [/^Integrate$/, 'The function did not return a response that API Gateway understands; what it logged, below, has the reason.'],
  [/^CloudFront runs /, 'The function threw, used up its bounds, or returned what is not valid: change its code in the template.'],
  [/^CloudFront asks the origin/, 'The origin did not respond in time, or not at all.'],
  [
    /^dynamodb /,
    'A condition that does not hold is a lost race, or an item that is not there; the request’s own condition says which.',
  ],
];

const role = (caller) => /assumed-role\/([^/]+)/.exec(caller)?.[1] ?? caller;

// What a status says of a request that no step refused: the function, the bucket or the edge itself did.
// https://www.rfc-editor.org/rfc/rfc9110#section-15.5, https://www.rfc-editor.org/rfc/rfc6585
const REFUSALS = {
  400: ['What was sent is not valid.', 'The response says what: a parameter, a header, a member of the body.'],
  401: ['It does not know who asks.', 'Sign in, and send the token in Authorization. One that has expired is refused, too.'],
  403: ['It knows who asks, and that may not do this.', 'Ask as somebody who may.'],
  404: ['Nothing is at this address, or nothing that the caller may see.', 'Look at the path, and at who asks.'],
  405: ['What is at this address does not take this method.', 'Look at the header Allow of the response.'],
  409: ['It conflicts with what is there now.', 'Read what is there, and decide anew.'],
  410: ['It was there, and is gone for good.', 'Make another one.'],
  412: [
    'The version that the request would replace, its If-Match, is there no more: somebody was faster.',
    'Read it again, put both changes together, and send the result with the ETag of what was read.',
  ],
  413: ['It is too large.', 'Send less.'],
  415: ['It is of a type that nobody here reads.', 'Name another Content-Type.'],
  422: ['It is understood, and refused.', 'The body of the response says why.'],
  428: ['It does not say which version it would replace.', 'Read it, and send the change with its ETag as If-Match.'],
  429: ['Too much was asked at once.', 'Wait as long as Retry-After says, and send it again.'],
  500: ['Something happened that nobody had expected.', 'What was logged, below, says what.'],
  502: ['What it got was no response.', 'What was logged, below, says why.'],
  503: ['It is too busy, or something that it needs is.', 'Wait as long as Retry-After says, and send it again.'],
  504: ['It took too long.', 'What was logged, below, says what for: raise the time-out, or have less done.'],
};

const OF_THE_EDGE = {
  403: [
    'No origin was asked.',
    'Ask otherwise, or change what its distribution has in the template: AllowedMethods or ViewerProtocolPolicy of the behavior, '
      + 'Restrictions, WebACLId.',
  ],
  404: ['A function of the edge knows no page of this address.', 'Look at the path, and at the code of the function in the template.'],
};

/** Why a request was refused, by its status. @returns {{why: string, how?: string}} */
export function refusal(status, wasPassedOn) {
  const [why, how] = (!wasPassedOn && OF_THE_EDGE[status]) || REFUSALS[status] || ['The response says why.'];
  return { why, how };
}

/** Why a span failed, and what would mend it. @returns {{why: string, how?: string, statement?: object}} */
export function mend(span) {
  const denied = (span.events ?? []).find(({ name }) => name === 'IAM denies');
  if (denied) {
    const { action, resource, caller, reason } = denied.tags;
    return reason.includes('explicit deny')
      ? { why: reason, how: 'A statement with the effect Deny has to go, or to leave this request out.' }
      : {
          why: reason || `${caller} may not ${action}.`,
          how: `What is missing is this statement in a policy of ${role(caller)}:`,
          statement: { Effect: 'Allow', Action: action, Resource: resource },
        };
  }

  const refused = (span.events ?? []).find(({ name }) => name === 'Authorizer denies');
  if (refused) {
    const { principalId, ...said } = refused.tags;
    const words = Object.entries(said).map(([name, value]) => (name === 'reason' ? value : `${name}: ${value}.`));
    return {
      why: `Its authorizer, for which it is “${principalId}”, denies it. ${words.join(' ')}`,
      how:
        `The caller hears no more than “${span.error}” (403). ` +
        (words.length ? 'The reason is in the context that the authorizer returned' : 'The authorizer returned no context that says why') +
        '; what it logged is below.',
    };
  }

  return { why: span.error || 'It failed without a reason.', how: MENDS.find(([pattern]) => pattern.test(span.name))?.[1] };
}
