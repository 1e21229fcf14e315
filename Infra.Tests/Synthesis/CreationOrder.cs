namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>
/// What CloudFormation makes before what: see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-ug-dependson.html.
/// </summary>
internal sealed partial class CreationOrder
{
    private readonly Dictionary<string, HashSet<string>> _before;

    public CreationOrder(Template template)
    {
        var resources = template.Resources.Select(resource => resource.LogicalId).ToHashSet();
        Missing =
        [
            .. ReferencesIn(template.Json).Except([.. resources, .. NamesIn(template, "Parameters")])
                .Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal)),
            .. ConditionsIn(template).Except(NamesIn(template, "Conditions")),
        ];
        _before = template.Resources.ToDictionary(
            resource => resource.LogicalId,
            resource => ReferencesIn(resource.Json).Intersect(resources).ToHashSet());
        Stuck = StuckIn(_before);
    }

    /// <summary>What something refers to and the template does not have.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The resources that wait for each other, or for those that do.</summary>
    public IReadOnlyList<string> Stuck { get; }

    /// <summary>All that is there before the resource is made.</summary>
    public IReadOnlySet<string> Before(string logicalId)
    {
        var before = new HashSet<string>();
        var next = new Queue<string>([logicalId]);
        while (next.TryDequeue(out var id))
        {
            foreach (var other in _before[id].Where(before.Add))
            {
                next.Enqueue(other);
            }
        }

        return before;
    }

    /// <summary>The values of every member of that name, however deep.</summary>
    public static IEnumerable<JsonNode> ValuesOf(string key, JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => member.Key == key ? [member.Value!] : ValuesOf(key, member.Value)),
        JsonArray list => list.SelectMany(item => ValuesOf(key, item)),
        _ => [],
    };

    // What waits for nothing is made; then what waited for that, until nothing is left, or nothing can be made.
    private static IReadOnlyList<string> StuckIn(Dictionary<string, HashSet<string>> before)
    {
        var waiting = before.ToDictionary(resource => resource.Key, resource => resource.Value.ToHashSet());
        while (waiting.Where(resource => resource.Value.Count == 0).Select(resource => resource.Key).ToList() is [_, ..] ready)
        {
            ready.ForEach(id => waiting.Remove(id));
            waiting.Values.ToList().ForEach(ids => ids.ExceptWith(ready));
        }

        return [.. waiting.Keys];
    }

    private static IEnumerable<string> NamesIn(Template template, string section) =>
        template.Json[section]?.AsObject().Select(entry => entry.Key) ?? [];

    private static IEnumerable<string> ConditionsIn(Template template) =>
    [
        .. template.Resources.Select(resource => (string?)resource.Json["Condition"]).OfType<string>(),
        .. ValuesOf("Fn::If", template.Json).Select(choice => $"{choice[0]}"),
    ];

    private static IEnumerable<string> ReferencesIn(JsonNode node) =>
    [
        .. ValuesOf("Ref", node).Select(reference => $"{reference}"),
        .. ValuesOf("Fn::GetAtt", node).Select(attribute => $"{attribute[0]}"),
        .. ValuesOf("Fn::Sub", node).SelectMany(text => Substituted().Matches($"{text}")).Select(match => match.Groups[1].Value),
        .. ValuesOf("DependsOn", node).SelectMany(ids => ids is JsonArray list ? list.Select(id => $"{id}") : [$"{ids}"]),
    ];

    // ${Table.Arn} is an attribute, ${!Literal} is nothing of the template's.
    [GeneratedRegex(@"\$\{([^!}.]+)[^}]*\}")]
    private static partial Regex Substituted();
}
