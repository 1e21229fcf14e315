using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// What a Lambda authorizer returns
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html): who calls, a
/// policy for <c>execute-api:Invoke</c>, and values for the integration, which all become strings.
/// </summary>
internal sealed class AuthorizerResponse
{
    private const string Action = "execute-api:Invoke";

    private static readonly GatewayFailure ExplicitlyDenied = new(
        ResponseType.AccessDenied,
        "User is not authorized to access this resource with an explicit deny in an identity-based policy");

    private static readonly GatewayFailure NotAllowed = new(
        ResponseType.AccessDenied,
        $"User is not authorized to access this resource because no identity-based policy allows the {Action} action");

    private readonly IPolicy _policy;
    private readonly IReadOnlyDictionary<string, string> _values;

    private AuthorizerResponse(IPolicy policy, IReadOnlyDictionary<string, string> values) =>
        (_policy, _values) = (policy, values);

    /// <summary>The response, or null when it is not in the form that AWS documents.</summary>
    public static AuthorizerResponse? Read(ReadOnlyMemory<byte> payload, IIdentities identities)
    {
        try
        {
            using var document = SentJson.Parse(payload);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("principalId", out var principal) || ProxyHeaders.Scalar(principal) is not { } principalId
                || !root.TryGetProperty("policyDocument", out var policyDocument))
            {
                return null;
            }

            var values = new Dictionary<string, string> { ["principalId"] = principalId };
            if (root.TryGetProperty("context", out var context) && !TryAddContext(context, values))
            {
                return null;
            }

            return new(identities.Read(JsonObject.Create(policyDocument), "the authorizer's policy"), values);
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException or StartupException)
        {
            return null;
        }
    }

    /// <summary>Decides on one request, and sets <c>requestContext.authorizer</c> where it passes.</summary>
    public GatewayFailure? Decide(Exchange exchange, TimeSpan latency, DateTimeOffset now)
    {
        var failure = Decide(exchange.MethodArn, exchange.Context.ConditionContext(), now);
        exchange.Authorizer = failure is null ? Context(latency) : exchange.Authorizer;
        return failure;
    }

    /// <summary>Decides on the ARN of a method or a route; null: it passes. The span at hand gets what it said of who does not.</summary>
    public GatewayFailure? Decide(string methodArn, IReadOnlyDictionary<string, IReadOnlyList<string>> context, DateTimeOffset now)
    {
        var request = new AccessRequest(Caller.Anonymous, Action, methodArn) { Context = context };
        GatewayFailure? failure = _policy.Decide(request, now) switch
        {
            Verdict.Deny => ExplicitlyDenied,
            Verdict.Allow => null,
            _ => NotAllowed,
        };
        if (failure is not null)
        {
            Spans.Note("Authorizer denies", [.. _values.Select(value => KeyValuePair.Create(value.Key, (object?)Shown(value)))]);
        }

        return failure;
    }

    /// <summary><c>requestContext.authorizer</c>.</summary>
    public JsonObject Context(TimeSpan latency) =>
        new(_values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)))
        {
            ["integrationLatency"] = (long)latency.TotalMilliseconds,
        };

    private static string Shown(KeyValuePair<string, string> value) =>
        SecretNames.Contain(value.Key) ? SecretText.Hidden : SecretText.Hide(value.Value);

    private static bool TryAddContext(JsonElement context, Dictionary<string, string> values)
    {
        if (context.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        foreach (var member in context.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null && ProxyHeaders.Scalar(member.Value) is null)
            {
                return false;
            }

            if (ProxyHeaders.Scalar(member.Value) is { } value)
            {
                values[member.Name] = value;
            }
        }

        return true;
    }
}
