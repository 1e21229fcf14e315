using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>One grant of a role of the templates.</summary>
/// <param name="Role">The role's logical id, without its hash.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">What its resource ends with, where the role has the action for several; else nothing.</param>
internal sealed record Grant(string Role, string Action, string Resource)
{
    private const int HashLength = 8;

    // Asked by AWS's own services, which are not here, or done by the runner in place of a function. Why, the runner's own report says
    // of each (`make permissions`), and a test holds these to it.
    private static readonly string[] NeverAsked = ["logs:", "xray:", "kms:"];
    private const string DoneByTheRunner = "DeploymentRole";

    // What a function needs of its queues and streams, Lambda looks at when it is deployed.
    private static readonly string[] OfSources = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];

    /// <summary>The grants of every role of the templates that a request can use on this machine.</summary>
    public static IReadOnlyList<Grant> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(BuildOutput.CloudAssembly, "*.template.json", SearchOption.AllDirectories).Order()
           from resource in JsonNode.Parse(File.ReadAllText(file))!["Resources"]!.AsObject()
           where (string?)resource.Value!["Type"] is "AWS::IAM::Role"
           from grant in Of(resource.Key[..^HashLength], resource.Value["Properties"]!)
           where grant.CanBeUsed
           select grant,
    ];

    /// <summary>Whether any request asks for it on this machine.</summary>
    public bool CanBeUsed =>
        Role is not DoneByTheRunner && !NeverAsked.Any(prefix => Action.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>What the role is of.</summary>
    public string Function => Role[..^nameof(Role).Length];

    /// <summary>Whether the deployment is refused without it.</summary>
    public bool IsCheckedAtDeployment => OfSources.Any(one => Action == $"dynamodb:{one}")
        || (Action.StartsWith("sqs:", StringComparison.Ordinal) && !IsOfDestination);

    /// <summary>Whether it is for what a function failed at for good, which goes to a queue of its own.</summary>
    public bool IsOfDestination => Resource.StartsWith("Unpublished", StringComparison.Ordinal);

    /// <summary>What the name of a resource in a template ends with.</summary>
    public static string EndOf(JsonNode? resource) => resource switch
    {
        JsonObject one when one["Fn::GetAtt"] is JsonArray of => (string)of[0]!,
        JsonObject one when one["Fn::Join"] is JsonArray parts =>
            (string)parts[1]!.AsArray().Last(part => part is JsonValue)!,
        _ => resource!.ToJsonString(),
    };

    /// <summary>Whether it is one of the role with this ARN.</summary>
    public bool IsOf(string role) => role.Contains($"-{Role}", StringComparison.Ordinal);

    /// <summary>Whether it is what this refusal missed. IAM and the services write prefixes in upper or lower case.</summary>
    public bool IsMissedIn(Refusal refusal) => IsOf(refusal.Role)
        && refusal.Action.Equals(Action, StringComparison.OrdinalIgnoreCase)
        && (Resource is not [':' or '/', ..] || Ending().IsMatch(refusal.Resource));

    public override string ToString() => $"{Role}: {Action} {Resource}".TrimEnd();

    /// <summary>One element of a statement, or the list of them.</summary>
    public static IReadOnlyList<JsonNode?> ListOf(JsonNode? node) => node is JsonArray list ? [.. list] : [node];

    private static IEnumerable<Grant> Of(string role, JsonNode properties)
    {
        var all =
            from policy in properties["Policies"]?.AsArray() ?? []
            from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
            from action in ListOf(statement![nameof(Action)])
            from one in ListOf(statement[nameof(Resource)])
            select new Grant(role, (string)action!, EndOf(one));
        return all.GroupBy(grant => grant.Action)
            .SelectMany(some => some.Count() > 1 ? some : some.Select(grant => grant with { Resource = "" }));
    }

    // Of a table's own ARN and its index's, the first is no beginning of the second here.
    private Regex Ending() => new($"{Regex.Escape(Resource).Replace(@"\*", ".*", StringComparison.Ordinal)}[^/]*$");
}
