namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// How actions of services are called (https://smithy.io/2.0/aws/protocols/index.html): in the AWS JSON protocols by the header
/// <c>X-Amz-Target</c>, in the query protocol by the parameter <c>Action</c>.
/// </summary>
internal static class AwsProtocols
{
    /// <summary>What API Gateway accepts of services.</summary>
    public const string Json = "application/json";

    private static readonly Dictionary<string, (string Target, string Version)> JsonServices = new()
    {
        ["dynamodb"] = ("DynamoDB_20120810", "1.0"),
        ["events"] = ("AWSEvents", "1.1"),
        ["logs"] = ("Logs_20140328", "1.1"),
        ["cognito-idp"] = ("AWSCognitoIdentityProviderService", "1.1"),
        ["cognito-identity"] = ("AWSCognitoIdentityService", "1.1"),
    };

    // Their documents are for programs that ask for XML: API Gateway asks for JSON.
    private static readonly string[] QueryServices = ["sqs", "sns", "sts"];

    /// <summary>The headers that call an action; null: it is called by a parameter.</summary>
    public static (string Target, string ContentType)? JsonHeaders(string service, string action) =>
        JsonServices.TryGetValue(service, out var json)
            ? ($"{json.Target}.{action}", $"application/x-amz-json-{json.Version}")
            : null;

    /// <summary>Whether a service has the query protocol.</summary>
    public static bool IsQuery(string service) => QueryServices.Contains(service);
}
