namespace Lexicon.Lambda.Tests.Events;

/// <summary>Events in the forms that AWS documents.</summary>
internal static class Samples
{
    /// <summary>
    /// A request of a REST API
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
    /// </summary>
    public const string Rest = """
        {
          "resource": "/api/me/glossaries/{glossaryId}",
          "path": "/api/me/glossaries/01J",
          "httpMethod": "PUT",
          "headers": { "If-Match": "\"3\"", "Accept": "b" },
          "multiValueHeaders": { "If-Match": ["\"3\""], "Accept": ["a", "b"] },
          "queryStringParameters": { "tag": "é" },
          "multiValueQueryStringParameters": { "tag": ["e", "é"] },
          "pathParameters": { "glossaryId": "01J" },
          "stageVariables": null,
          "requestContext": {
            "resourceId": "ghi456",
            "authorizer": {
              "claims": { "sub": "u-1", "cognito:username": "demo", "email_verified": "true", "exp": "Tue Nov 14 23:13:20 UTC 2023" }
            },
            "resourcePath": "/api/me/glossaries/{glossaryId}",
            "operationName": "UpdateGlossary",
            "httpMethod": "PUT",
            "extendedRequestId": "XYZ=",
            "requestTime": "14/Nov/2023:22:13:20 +0000",
            "path": "/dev/api/me/glossaries/01J",
            "accountId": "123456789012",
            "protocol": "HTTP/1.1",
            "stage": "dev",
            "domainPrefix": "abc",
            "requestTimeEpoch": 1700000000000,
            "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "identity": {
              "cognitoIdentityPoolId": null,
              "accountId": null,
              "cognitoIdentityId": null,
              "caller": null,
              "sourceIp": "192.0.2.1",
              "principalOrgId": null,
              "accessKey": null,
              "cognitoAuthenticationType": null,
              "cognitoAuthenticationProvider": null,
              "userArn": null,
              "userAgent": "curl/8",
              "user": null,
              "clientCert": { "clientCertPem": "PEM", "subjectDN": "CN=s", "issuerDN": "CN=i", "serialNumber": "1",
                "validity": { "notBefore": "May 28 12:30:02 2019 GMT", "notAfter": "Aug  5 09:36:04 2021 GMT" } }
            },
            "domainName": "abc.execute-api.us-east-1.amazonaws.com",
            "deploymentId": "def123",
            "apiId": "abc"
          },
          "body": "{\"title\":\"t\"}",
          "isBase64Encoded": false
        }
        """;

    /// <summary>
    /// A message of a WebSocket API
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html).
    /// </summary>
    public const string WebSocket = """
        {
          "requestContext": {
            "routeKey": "$default",
            "messageId": "Ou1m=",
            "eventType": "MESSAGE",
            "extendedRequestId": "Ou1=",
            "requestTime": "14/Nov/2023:22:13:20 +0000",
            "messageDirection": "IN",
            "stage": "dev",
            "connectedAt": 1700000000000,
            "requestTimeEpoch": 1700000000001,
            "identity": { "sourceIp": "192.0.2.1" },
            "requestId": "Ou1=",
            "domainName": "ws.execute-api.us-east-1.amazonaws.com",
            "connectionId": "Ou1mdcPvoAMCJEg=",
            "apiId": "ws"
          },
          "body": "hello",
          "isBase64Encoded": false
        }
        """;

    /// <summary>
    /// The event of a token authorizer
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html).
    /// </summary>
    public const string TokenAuthorizer = """
        {
          "type": "TOKEN",
          "authorizationToken": "allow",
          "methodArn": "arn:aws:execute-api:us-east-1:123456789012:abc/dev/GET/api"
        }
        """;

    /// <summary>The event of a request authorizer, from the same page.</summary>
    public const string RequestAuthorizer = """
        {
          "type": "REQUEST",
          "methodArn": "arn:aws:execute-api:us-east-1:123456789012:abc/dev/$connect",
          "resource": "/request",
          "path": "/request",
          "httpMethod": "GET",
          "headers": { "Authorization": "Bearer t" },
          "queryStringParameters": { "token": "t" },
          "pathParameters": {},
          "stageVariables": { "StageVar1": "v" },
          "requestContext": { "path": "/request", "stage": "dev", "connectionId": "c=", "identity": { "apiKey": "k", "apiKeyId": "k-1" } }
        }
        """;
}
