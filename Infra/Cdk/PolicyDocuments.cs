using Amazon.CDK.AWS.IAM;

namespace Lexicon.Infra.Cdk;

/// <summary>
/// Policy documents of the CDK's statements, each made in one call: a <c>PolicyStatement</c> takes milliseconds apiece, and there are
/// fifty in a stage (docs/decisions/0019-few-calls-into-cdk.md). In the JSON of
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.
/// </summary>
internal static class PolicyDocuments
{
    /// <summary>The document that allows what the statements say.</summary>
    public static PolicyDocument Allow(params IEnumerable<PolicyStatementProps> statements) =>
        PolicyDocument.FromJson(new Dictionary<string, object>
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = statements.Select(ToJson).ToArray(),
        });

    private static Dictionary<string, object> ToJson(PolicyStatementProps statement)
    {
        var json = new Dictionary<string, object>
        {
            ["Effect"] = "Allow",
            ["Action"] = statement.Actions!,
            ["Resource"] = statement.Resources!,
        };
        if (statement.Conditions is { } conditions)
        {
            json["Condition"] = conditions;
        }

        return json;
    }
}
