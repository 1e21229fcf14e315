using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>Rules as the API describes them (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html).</summary>
internal static class RuleDocuments
{
    /// <summary>A rule in a list.</summary>
    public static JsonObject Summarize(Rule rule)
    {
        var document = new JsonObject { ["Arn"] = rule.Arn };
        Add(document, "Description", rule.Description);
        document["EventBusName"] = rule.Bus;
        Add(document, "EventPattern", rule.EventPattern);
        document["Name"] = rule.Name;
        Add(document, "ScheduleExpression", rule.ScheduleExpression);
        document["State"] = rule.State;
        return document;
    }

    /// <summary>A rule by itself.</summary>
    public static JsonObject Describe(Rule rule)
    {
        var document = Summarize(rule);
        document["CreatedBy"] = Account.Id;
        return document;
    }

    private static void Add(JsonObject document, string name, string? value)
    {
        if (value is not null)
        {
            document[name] = value;
        }
    }
}
