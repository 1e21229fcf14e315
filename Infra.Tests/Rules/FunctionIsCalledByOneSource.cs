namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Who may call a function is one service, on behalf of one resource of this account: see
/// https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html.
/// </summary>
public sealed class FunctionIsCalledByOneSource : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Permission/Properties/Principal", "\"*\""),
        Set("/Permission/Properties/Action", "\"lambda:*\""),
        Remove("/Permission/Properties/SourceArn"),
        Set("/Permission/Properties/SourceArn", "\"*\""),
        Set("/Permission/Properties/FunctionName", "\"other\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from permission in template.OfType("AWS::Lambda::Permission")
        let source = permission.Text("SourceArn")
        where permission.Text("Action") != "lambda:InvokeFunction"
            || !permission.Text("Principal").EndsWith(".amazonaws.com", StringComparison.Ordinal)
            || template.Find(permission.Text("FunctionName")) is null
            || !source.Contains("${", StringComparison.Ordinal) || source.EndsWith(":*", StringComparison.Ordinal)
        select $"{permission.Construct} lets {permission.Text("Principal")} call {permission.Text("FunctionName")} for '{source}'";
}
