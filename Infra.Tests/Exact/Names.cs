using System.Text.RegularExpressions;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Exact;

/// <summary>
/// Writes what a resource refers to by where that stands, seen from the resource: <c>${./Role.Arn}</c> is the role beside it,
/// <c>${/Readers/Pool}</c> one elsewhere in the stack. So a hundred resources that are wired alike read alike.
/// </summary>
internal sealed partial class Names
{
    private readonly Dictionary<string, string> _standing;
    private readonly string _own;
    private readonly string _stage;
    private readonly string? _operation;

    public Names(Template template, Resource? resource, string stage)
    {
        _standing = template.Resources.ToDictionary(other => other.LogicalId, other => Standing(template, other));
        _own = resource is null ? "" : _standing[resource.LogicalId];
        _stage = stage;
        _operation = OperationOf(_own);
    }

    /// <summary>The text with the names of resources, of the stage, of the operation and of assets made general.</summary>
    public string Shorten(string text)
    {
        var placed = Reference().Replace(text, match => _standing.TryGetValue(match.Groups[1].Value, out var standing)
            ? $"${{{Seen(standing)}{match.Groups[2].Value}}}"
            : match.Value);
        var named = placed.Replace($"Lexicon-{_stage}", "Lexicon-{stage}", StringComparison.Ordinal);
        var general = _operation is null ? named : named.Replace(_operation, "{operation}", StringComparison.Ordinal);
        return Asset().Replace(general, "{asset}");
    }

    // Its own construct has the operation's name, or one that begins with it: Rollout/GetTermErrors.
    private static string? OperationOf(string standing) => Routes.All
        .Select(route => route.Operation)
        .Where(operation => standing.Split('/').Any(name => name.StartsWith(operation, StringComparison.Ordinal)))
        .MaxBy(operation => operation.Length);

    private string Seen(string standing)
    {
        var (own, other) = (_own.Split('/'), standing.Split('/'));
        return own[0] == other[0] && own.Length > 1 ? $"./{string.Join('/', other[1..])}" : $"/{standing}";
    }

    private static string Standing(Template template, Resource resource)
    {
        var place = template.PlaceOf(resource);
        return place.EndsWith("/Resource", StringComparison.Ordinal) ? place[..^"/Resource".Length] : place;
    }

    [GeneratedRegex(@"\$\{(\w+)((?:\.\w+)*)\}")]
    private static partial Regex Reference();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Asset();
}
