// What each kind of span is, in a sentence, and AWS's page about it.

const DOCS = 'https://docs.aws.amazon.com/';

const KINDS = [
  [/^CloudFront asks the origin/, 'The edge has no usable copy, or may not keep one, and asks the origin.',
    'AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html'],
  [/^API Gateway /, 'API Gateway takes the request through its steps to the integration, and its response back.',
    'apigateway/latest/developerguide/how-to-create-api.html'],
  [/^ReadRequest$/, 'Reads the request within API Gateway’s limits.', 'apigateway/latest/developerguide/limits.html'],
  [/^ResolveApiAndStage$/, 'Finds the API and its stage by the first part of the path.',
    'apigateway/latest/developerguide/how-to-call-api.html'],
  [/^ApplyWebAcl$/, 'The web ACL of the stage lets the request pass, or not.',
    'apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  [/^RouteRequest$/, 'Finds the resource and the method.', 'apigateway/latest/developerguide/api-gateway-method-settings-method-request.html'],
  [/^CheckApiKey$/, 'Checks the API key, where the method requires one.', 'apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html'],
  [/^ThrottleRequest$/, 'Takes a token from the buckets of the stage, the method and the usage plan.',
    'apigateway/latest/developerguide/api-gateway-request-throttling.html'],
  [/^Authorize$/, 'Asks the authorizer of the method who calls.', 'apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
  [/^ValidateRequest$/, 'Holds parameters and body against the model.', 'apigateway/latest/developerguide/api-gateway-method-request-validation.html'],
  [/^Integrate$/, 'The integration of the method responds.', 'apigateway/latest/developerguide/how-to-integration-settings.html'],
  [/^Lambda invokes /, 'Lambda checks who may invoke, and runs the function or queues the event.',
    'lambda/latest/dg/lambda-invocation.html'],
  [/^Lambda finds an environment/, 'Takes a warm environment, or makes a new one: a cold start.',
    'lambda/latest/dg/lambda-runtime-environment.html'],
  [/^Lambda starts /, 'The init phase: the process starts and gets ready.',
    'lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib'],
  [/^dynamodb /, 'A call to DynamoDB, by the function’s own role.', 'amazondynamodb/latest/APIReference/Welcome.html'],
  [/^s3 /, 'A call to S3.', 'AmazonS3/latest/API/Welcome.html'],
  [/^sqs /, 'A call to SQS.', 'AWSSimpleQueueService/latest/APIReference/Welcome.html'],
];

/** @returns {{sentence: string, page?: string}} */
export function explain({ name, tags }) {
  const [, sentence, page] = KINDS.find(([pattern]) => pattern.test(name))
    ?? (tags['aws.service'] === 'CloudFront'
      ? [null, 'A viewer’s request reaches the edge, which serves it from its cache or asks the origin.',
        'AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html']
      : [null, 'A step of the local cloud.', null]);
  return { sentence, page: page ? DOCS + page : undefined };
}
