using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>One grant of a role of the templates.</summary>
/// <param name="Role">The role's logical id, without its hash.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">What its resource ends with, where the statement names several; else nothing.</param>
internal sealed record Grant(string Role, string Action, string Resource)
{
    private const int HashLength = 8;

    // These are asked by AWS's own services, which are not here.
    private static readonly string[] OnAwsAlone = ["logs:", "xray:", "kms:"];

    // What a function needs of its queues and streams, Lambda looks at when it is deployed.
    private static readonly string[] OfSources = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];

    /// <summary>Whether the deployment is refused without it.</summary>
    public bool IsCheckedAtDeployment => OfSources.Any(one => Action == $"dynamodb:{one}")
        || (Action.StartsWith("sqs:", StringComparison.Ordinal) && !IsOfDestination);

    /// <summary>Whether it is for what a function failed at for good, which goes to a queue of its own.</summary>
    public bool IsOfDestination => Resource.StartsWith("Unpublished", StringComparison.Ordinal);

    /// <summary>The grants of the roles in the stack, or with these names.</summary>
    public static IReadOnlyList<Grant> Of(string stack, params string[] roles) =>
    [
        .. from file in Directory.EnumerateFiles(BuildOutput.CloudAssembly, "*.template.json", SearchOption.AllDirectories).Order()
           from resource in JsonNode.Parse(File.ReadAllText(file))!["Resources"]!.AsObject()
           where (string?)resource.Value!["Type"] is "AWS::IAM::Role"
           let name = resource.Key[..^HashLength]
           where roles.Contains(name) || Path.GetFileName(file).StartsWith(stack, StringComparison.Ordinal)
           from policy in resource.Value["Properties"]!["Policies"]?.AsArray() ?? []
           from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
           from action in All(statement![nameof(Action)])
           where !OnAwsAlone.Any(prefix => ((string)action!).StartsWith(prefix, StringComparison.Ordinal))
           let all = All(statement![nameof(Resource)])
           from one in all
           select new Grant(name, (string)action!, all.Count > 1 ? EndOf(one!) : ""),
    ];

    public override string ToString() => $"{Role}: {Action} {Resource}".TrimEnd();

    private static List<JsonNode?> All(JsonNode? node) => node is JsonArray list ? [.. list] : [node];

    // What an ARN is joined of ends with a path; what it is taken from is a resource.
    private static string EndOf(JsonNode resource) => resource switch
    {
        JsonObject one when one["Fn::GetAtt"] is JsonArray of => (string)of[0]!,
        JsonObject one when one["Fn::Join"] is JsonArray parts => (string)parts[1]!.AsArray()[^1]!,
        _ => resource.ToJsonString(),
    };
}
