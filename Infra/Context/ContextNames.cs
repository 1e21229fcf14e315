using System.Text.Json;

namespace Lexicon.Infra.Context;

/// <summary>
/// The names of the context: one that no option has is a typing error, and would change nothing. What a stage has whoever deploys it is
/// in <c>cdk.json</c>, under <c>stage:dev</c> or <c>stage:prod</c>.
/// </summary>
internal static class ContextNames
{
    /// <summary>Looks at the names that the command line gives the app. Those with more than letters are the CDK's own.</summary>
    /// <param name="context">The context as the command line hands it over: an object in JSON, or nothing.</param>
    /// <exception cref="RefusedContextException">There is no option of a name.</exception>
    public static void Check(string? context)
    {
        using var given = JsonDocument.Parse(string.IsNullOrEmpty(context) ? "{}" : context);
        var names = ContextOption.All.Select(option => option.Name).ToList();
        if (given.RootElement.EnumerateObject().SelectMany(NamesIn)
            .FirstOrDefault(name => name.All(char.IsAsciiLetter) && !names.Contains(name)) is { } unknown)
        {
            throw new RefusedContextException(
                $"There is no context option '{unknown}'. The options are {string.Join(", ", names.Order(StringComparer.Ordinal))}.");
        }
    }

    /// <summary>Where the options of a stage are in the context: an object of names and values.</summary>
    public static string OfStage(string stage) => $"stage:{stage}";

    private static IEnumerable<string> NamesIn(JsonProperty member) =>
        member.Name.StartsWith(OfStage(""), StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.Object
            ? member.Value.EnumerateObject().Select(option => option.Name)
            : [member.Name];
}
