using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Iam;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>
/// The operations that are served: putting events, and reading what the templates declare
/// (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html).
/// </summary>
internal sealed class EventBridgeOperations(EventBuses buses, RuleSet rules, PutEvents putEvents)
{
    private const string Served =
        "PutEvents, TestEventPattern, ListRules, DescribeRule, ListTargetsByRule, ListRuleNamesByTarget, ListEventBuses and "
        + "DescribeEventBus";

    /// <summary>The operations and the permissions that they need.</summary>
    public AwsOperations Table(IIdentities identities) => new(identities,
    [
        new("PutEvents", PutEvents.PermissionFor, putEvents.Run),
        new("TestEventPattern", OnAll, TestEventPattern.Run),
        new("ListRules", OnAllRules, ListRules),
        new("DescribeRule", OnRule, call => RuleDocuments.Describe(FindRule(call))),
        new("ListTargetsByRule", OnRule, call => TargetDocuments.List(FindRule(call), call.Request)),
        new("ListRuleNamesByTarget", OnAllRules, ListRuleNames),
        new("ListEventBuses", OnAll, ListBuses),
        new("DescribeEventBus", OnBus, call => BusDocument(BusOf(call, "Name"))),
    ])
    {
        Otherwise = name => new(name, OnAll, JsonObject (_) => throw NotServed(name)),
        Denied = message => new EventBridgeException("AccessDeniedException", message),
    };

    /// <summary>The error for an operation that is not served.</summary>
    public static AwsException NotServed(string operation) => new EventBridgeException(
        "UnknownOperationException", $"{operation}: of EventBridge, the local runner serves {Served}.");

    private JsonObject ListRules(AwsCall call)
    {
        var prefix = call.Request.Text("NamePrefix") ?? "";
        var found = rules.On(BusOf(call)).Where(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal));
        return Pages.Of("Rules", found.Select(RuleDocuments.Summarize), call.Request);
    }

    private JsonObject ListRuleNames(AwsCall call)
    {
        var target = call.Request.Required("TargetArn");
        var found = rules.On(BusOf(call)).Where(rule => rule.Targets.Any(one => one.Arn == target));
        return Pages.Of("RuleNames", found.Select(rule => (JsonNode)rule.Name), call.Request);
    }

    private JsonObject ListBuses(AwsCall call)
    {
        var prefix = call.Request.Text("NamePrefix") ?? "";
        var found = buses.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
        return Pages.Of("EventBuses", found.Select(BusDocument), call.Request);
    }

    private static JsonObject BusDocument(string name) => new() { ["Arn"] = EventBuses.ArnOf(name), ["Name"] = name };

    private Rule FindRule(AwsCall call)
    {
        var name = call.Request.Required(call.Operation == "DescribeRule" ? "Name" : "Rule");
        var bus = BusOf(call);
        return rules.Find(Rule.ArnOf(bus, name)) ?? throw EventBridgeException.NoRule(name, bus);
    }

    private string BusOf(AwsCall call, string member = "EventBusName") =>
        EventBuses.NameOf(call.Request.Text(member)) is var name && buses.Has(name) ? name : throw EventBridgeException.NoBus(name);

    private static Permission OnAll(AwsCall call) => new($"events:{call.Operation}", "*");

    private static Permission OnAllRules(AwsCall call) => new($"events:{call.Operation}", Account.Arn("events", "rule/*"));

    private static Permission OnBus(AwsCall call) =>
        new($"events:{call.Operation}", EventBuses.ArnOf(EventBuses.NameOf(call.Request.Text("Name"))));

    private static Permission OnRule(AwsCall call)
    {
        var name = call.Request.Text(call.Operation == "DescribeRule" ? "Name" : "Rule") ?? "";
        return new($"events:{call.Operation}", Rule.ArnOf(EventBuses.NameOf(call.Request.Text("EventBusName")), name));
    }
}
