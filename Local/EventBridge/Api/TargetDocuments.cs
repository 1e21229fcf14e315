using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.EventBridge.Targets;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>Targets as the API describes them (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html).</summary>
internal static class TargetDocuments
{
    /// <summary>The targets of a rule.</summary>
    public static JsonObject List(Rule rule, JsonObject request) => Pages.Of("Targets", rule.Targets.Select(Describe), request);

    private static JsonObject Describe(Target target)
    {
        var document = new JsonObject { ["Arn"] = target.Arn };
        if (target.DeadLetterQueue is { } queue)
        {
            document["DeadLetterConfig"] = new JsonObject { ["Arn"] = queue };
        }

        document["Id"] = target.Id;
        target.Input.Describe(document);
        if (target.MessageGroupId is { } group)
        {
            document["SqsParameters"] = new JsonObject { ["MessageGroupId"] = group };
        }

        return document;
    }
}
