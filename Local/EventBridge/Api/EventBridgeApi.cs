using Lexicon.Local.Aws.Api;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>The wire protocol, AWS JSON 1.1 (https://docs.aws.amazon.com/eventbridge/latest/APIReference/Welcome.html).</summary>
internal sealed class EventBridgeApi(EventBuses buses, RuleSet rules, EventRouter router, IIdentities identities)
{
    private static readonly AwsJsonProtocol Protocol = new()
    {
        Services = ["AWSEvents"],
        ContentType = "application/x-amz-json-1.1",
        UnknownTarget = EventBridgeOperations.NotServed,
        Unreadable = reason => new EventBridgeException("SerializationException", reason),
    };

    private readonly AwsJsonEndpoint _endpoint = new(
        Protocol, new EventBridgeOperations(buses, rules, new PutEvents(router, identities)).Table(identities));

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _endpoint.Operations;

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) => _endpoint.HandleAsync(context, caller);
}
