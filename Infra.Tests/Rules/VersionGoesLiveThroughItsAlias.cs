namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each function that has versions has one alias, of its newest version, to which all requests go; in prod CodeDeploy moves it.
/// </summary>
public sealed class VersionGoesLiveThroughItsAlias : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Live/Properties/FunctionVersion", "\"$LATEST\""),
        Set("/Live/Properties/RoutingConfig", """{"AdditionalVersionWeights":[{"FunctionVersion":"1","FunctionWeight":0.5}]}"""),
        Remove("/Live/UpdatePolicy"),
        Set("/Live/UpdatePolicy/CodeDeployLambdaAliasUpdate/BeforeAllowTrafficHook", "\"other\""),
        Set("/Other", """{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"Function"}}}"""),
        Remove("/Live"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from version in template.OfType("AWS::Lambda::Version")
        let aliases = template.OfType("AWS::Lambda::Alias")
            .Where(alias => alias.Text("FunctionVersion") == $"${{{version.LogicalId}.Version}}"
                && alias.Text("FunctionName") == version.Text("FunctionName"))
            .ToList()
        where aliases is not [var alias]
            || template.OfType("AWS::Lambda::Alias").Count(other => other.Text("FunctionName") == version.Text("FunctionName")) != 1
            || !Said(alias).SequenceEqual(["FunctionName", "FunctionVersion", "Name"])
            || !Said(alias, template).SequenceEqual(template.Stage == "prod" ? ["ApplicationName", "DeploymentGroupName"] : [])
        select $"{version.Construct} is live by {aliases.Count} aliases, or by a bent one";

    private static IEnumerable<string> Said(Resource alias) => alias.Json["Properties"]!.AsObject().Select(member => member.Key).Order();

    private static IEnumerable<string> Said(Resource alias, Template template) =>
        from member in alias.Json["UpdatePolicy"]?["CodeDeployLambdaAliasUpdate"]?.AsObject() ?? []
        where template.Stage.Length > 0
        orderby member.Key
        select member.Key;
}
