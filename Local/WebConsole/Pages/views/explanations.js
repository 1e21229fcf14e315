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
    'A function of the edge changes the request or the response, or responds itself.',
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
    /^Lambda invokes /,
    'Lambda checks who may invoke, and runs the function or queues the event.',
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
  [/^ValidateRequest$/, 'Send what the model of the method demands: the response says which member or parameter is wrong.'],
  [/^Lambda starts /, 'The process did not get ready. Its log has the reason.'],
  [/^Lambda invokes /, 'Read the log of the function around this moment; its own error or its time limit is in it.'],
  [/^Integrate$/, 'The function did not return a response that API Gateway understands; its log has the reason.'],
  [/^CloudFront runs /, 'The function threw, used up its bounds, or returned what is not valid: change its code in the template.'],
  [/^CloudFront asks the origin/, 'The origin did not respond in time, or not at all.'],
  [
    /^dynamodb /,
    'A condition that does not hold is a lost race, or an item that is not there; the request’s own condition says which.',
  ],
];

// Of https://www.rfc-editor.org/rfc/rfc9110#section-15 and https://www.rfc-editor.org/rfc/rfc6585: those that make one ask why.
const MEANINGS = {
  304: 'The copy that the client has is still good, so nothing is sent again.',
  401: 'Nobody is signed in, or not any more.',
  403: 'Refused, whoever asks; API Gateway says it of a path or a method that it does not know, too.',
  404: 'There is nothing at this address, or nothing that the caller may see.',
  409: 'It does not go together with what is there now.',
  412: 'A condition of the request does not hold. If-Match named an ETag, and what is there has another one by now: read it again.',
  422: 'Understood, and refused: the body of the response says why.',
  428: 'The request has to say which version it changes, by If-Match, so that no change of somebody else is lost.',
  429: 'Too many requests: the throttle has no token left.',
};

/** What a status means, where it makes one ask; undefined elsewhere. */
export const meaning = (status) => MEANINGS[status];

const role = (caller) => /assumed-role\/([^/]+)/.exec(caller)?.[1] ?? caller;

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

  return { why: span.error || 'It failed without a reason.', how: MENDS.find(([pattern]) => pattern.test(span.name))?.[1] };
}
