using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.WebConsole.Map.Settings;
using static Lexicon.Local.WebConsole.Map.Grants;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>
/// Who may do what with a place: what the policies of roles say of it, and its own policy. It is read from the templates, statement by
/// statement; the policies that AWS writes are not.
/// </summary>
internal sealed class Access(Place place, ArchitectureMap map, IReadOnlyList<ResourceNode> nodes)
{
    private const string ItItself = "it itself";

    private readonly string? _arn = ArnOf(place);

    /// <summary>As a table, an action a row; none where nothing names the place.</summary>
    public IEnumerable<SettingsTable> Tables()
    {
        var rows = OfRoles().Concat(OfItsOwnPolicy())
            .SelectMany(one => Actions(one.Statement).Select(action => (
                Action: $"{one.Statement["Effect"]}" == "Deny" ? $"{action}, denied" : action,
                On: one.On is [ItItself] ? "" : string.Join(", ", one.On),
                If: Condition(one.Statement["Condition"] as JsonObject),
                one.Who)))
            .GroupBy(one => (one.Action, one.On, one.If), one => one.Who)
            .OrderBy(group => group.Key.Action, StringComparer.Ordinal).ThenBy(group => group.Key.If, StringComparer.Ordinal)
            .Select(IReadOnlyList<string> (group) =>
                [group.Key.Action, string.Join(", ", group.Distinct().Order(StringComparer.Ordinal)), group.Key.On, group.Key.If])
            .ToList();
        return rows.Count > 0 ? [new("Who may do what with it", ["Action", "Who", "On", "If"], rows)] : [];
    }

    private IEnumerable<(string Who, JsonObject Statement, IReadOnlyList<string> On)> OfRoles() =>
        from role in nodes
        where role.TypeName == "AWS::IAM::Role"
        let arn = role.Provisioned?.Attributes.GetValueOrDefault("Arn")?.ToString()
        where arn is not null
        from statement in map.Grants.StatementsOf(arn)
        let within = On(statement).ToList()
        where within.Count > 0
        select (Names.OfRole(arn, nodes), statement, (IReadOnlyList<string>)within);

    // What is within it by its own name; what reaches further as the statement has it. "*" counts where an action is of its service.
    private IEnumerable<string> On(JsonObject statement) => _arn is null ? [] : Many(statement["Resource"])
        .Select(one => $"{one}")
        .Where(one => one == "*" ? IsOfItsService(statement)
            : one == _arn || Wildcard.IsMatch(one, _arn)
                || one.StartsWith($"{_arn}/", StringComparison.Ordinal) || one.StartsWith($"{_arn}:", StringComparison.Ordinal))
        .Select(one => one == _arn ? ItItself : one.StartsWith(_arn, StringComparison.Ordinal) ? one[(_arn.Length + 1)..] : one);

    private bool IsOfItsService(JsonObject statement) => Actions(statement).Any(action =>
        action == "*" || action.Split(':')[0].Equals(_arn!.Split(':')[2], StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Actions(JsonObject statement) => statement["NotAction"] is { } not
        ? [$"anything but {string.Join(", ", Many(not))}"]
        : Many(statement["Action"]).Select(action => $"{action}");

    private IEnumerable<(string Who, JsonObject Statement, IReadOnlyList<string> On)> OfItsOwnPolicy() =>
        from statement in nodes.Where(static node => node.Resource is not null).SelectMany(StatementsAbout)
        from who in Principals(statement)
        select (who, statement, (IReadOnlyList<string>)[.. On(statement).DefaultIfEmpty(ItItself)]);

    private IEnumerable<JsonObject> StatementsAbout(ResourceNode node)
    {
        var properties = node.Resource!.Properties;
        return node.TypeName switch
        {
            "AWS::S3::BucketPolicy" when Refers(properties["Bucket"]) => In(properties["PolicyDocument"]),
            "AWS::SQS::QueuePolicy" when Refers(properties["Queues"]) => In(properties["PolicyDocument"]),
            "AWS::SNS::TopicPolicy" when Refers(properties["Topics"]) => In(properties["PolicyDocument"]),
            "AWS::Lambda::Permission" when Refers(properties["FunctionName"]) => [OfPermission(properties)],
            "AWS::ApiGateway::RestApi" when node == place.Node => In(properties["Policy"]),
            "AWS::DynamoDB::Table" when node == place.Node => In(properties["ResourcePolicy"]?["PolicyDocument"]),
            "AWS::DynamoDB::GlobalTable" when node == place.Node => Many(properties["Replicas"])
                .Where(static replica => $"{replica?["Region"]}" == Account.Region)
                .SelectMany(static replica => In(replica?["ResourcePolicy"]?["PolicyDocument"])),
            _ => [],
        };
    }

    private bool Refers(JsonNode? names) => Many(names).Any(name =>
        $"{name}" == place.Node.Provisioned?.Ref || $"{name}" == _arn || $"{name}".StartsWith($"{_arn}:", StringComparison.Ordinal));

    private static IEnumerable<JsonObject> In(JsonNode? document) => Many(document?["Statement"]).OfType<JsonObject>();

    // https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
    private static JsonObject OfPermission(JsonObject permission)
    {
        JsonObject conditions = [];
        if (permission["SourceArn"] is { } source)
        {
            conditions["ArnLike"] = new JsonObject { ["aws:SourceArn"] = source.DeepClone() };
        }

        if (permission["SourceAccount"] is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = account.DeepClone() };
        }

        return new()
        {
            ["Effect"] = "Allow",
            ["Principal"] = permission["Principal"]?.DeepClone(),
            ["Action"] = permission["Action"]?.DeepClone(),
            ["Condition"] = conditions,
        };
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    private IEnumerable<string> Principals(JsonObject statement) => (statement["Principal"] ?? statement["NotPrincipal"]) switch
    {
        JsonObject kinds => kinds.SelectMany(kind => Many(kind.Value)).Select(one => NameOf($"{one}")),
        { } one => [NameOf($"{one}")],
        null => [],
    };

    private string NameOf(string principal) => principal == "*" ? "anyone"
        : principal.Contains(":role/", StringComparison.Ordinal) ? Names.OfRole(principal, nodes)
        : principal.EndsWith(":root", StringComparison.Ordinal) ? "this account"
        : principal;

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
    private static string Condition(JsonObject? conditions) => string.Join(
        " and ",
        (conditions ?? []).SelectMany(test => test.Value is JsonObject keys
            ? keys.Select(key => Words(test.Key, key.Key, string.Join(" or ", Many(key.Value))))
            : []));

    private static string Words(string test, string key, string values)
    {
        var subject = test.StartsWith("ForAllValues:", StringComparison.Ordinal) ? $"each {key}"
            : test.StartsWith("ForAnyValue:", StringComparison.Ordinal) ? $"one {key}"
            : key;
        var plain = test.Split(':')[^1].Replace("IfExists", "", StringComparison.Ordinal);
        var verb = plain switch
        {
            "StringEquals" or "ArnEquals" or "Bool" or "NumericEquals" => "is",
            "StringLike" or "ArnLike" => "is like",
            "StringNotEquals" or "ArnNotEquals" or "NumericNotEquals" => "is not",
            "StringNotLike" or "ArnNotLike" => "is not like",
            _ => plain,
        };
        return $"{subject} {verb} {values}";
    }
}
