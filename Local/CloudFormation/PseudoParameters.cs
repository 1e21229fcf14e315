using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The pseudo parameters
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html).
/// </summary>
internal static class PseudoParameters
{
    /// <summary>The value of a pseudo parameter; a known one without a value is <c>AWS::NoValue</c>.</summary>
    public static (bool IsKnown, JsonNode? Value) Find(string name, Stack stack) => name switch
    {
        "AWS::AccountId" => (true, Account.Id),
        "AWS::Region" => (true, Account.Region),
        "AWS::Partition" => (true, "aws"),
        "AWS::URLSuffix" => (true, "amazonaws.com"),
        "AWS::StackName" => (true, stack.Name),
        "AWS::StackId" => (true, Account.Arn("cloudformation", $"stack/{stack.Name}/local")),
        "AWS::NotificationARNs" => (true, new JsonArray()),
        "AWS::NoValue" => (true, null),
        _ => (false, null),
    };
}
