namespace Lexicon.Local.Aws;

/// <summary>
/// The forms in which the services return errors, so that every SDK understands them (https://smithy.io/2.0/aws/protocols/index.html).
/// </summary>
internal enum ErrorProtocol
{
    /// <summary>awsJson1_0 and awsJson1_1: <c>__type</c> in the body, mostly status 400. DynamoDB, Cognito.</summary>
    Json,

    /// <summary>restJson1: the name in <c>x-amzn-ErrorType</c>. Lambda, API Gateway.</summary>
    RestJson,

    /// <summary>awsQuery: an <c>ErrorResponse</c> document. STS, IAM.</summary>
    Query,

    /// <summary>restXml: an <c>ErrorResponse</c> document in the service's namespace. CloudFront.</summary>
    RestXml,

    /// <summary>restXml as S3 has it: an <c>Error</c> document.</summary>
    S3,
}
