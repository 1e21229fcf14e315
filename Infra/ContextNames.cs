using System.Text.Json;

namespace Lexicon.Infra;

/// <summary>The names of the context: one that options.json does not declare is a slip of the pen, and would change nothing.</summary>
internal static class ContextNames
{
    /// <summary>Looks at the names that the command line gives the app. Those with more than letters are the CDK's own.</summary>
    /// <param name="context">The context as the command line hands it over: an object in JSON, or nothing.</param>
    /// <exception cref="RefusedContextException">A name is none that is read.</exception>
    public static void Check(string? context)
    {
        using var names = JsonDocument.Parse(string.IsNullOrEmpty(context) ? "{}" : context);
        foreach (var name in names.RootElement.EnumerateObject().Select(member => member.Name))
        {
            if (name.All(char.IsAsciiLetter) && !ContextOption.All.ContainsKey(name))
            {
                var all = ContextOption.All.Keys.Order(StringComparer.Ordinal);
                throw new RefusedContextException($"Context {name} is not read; there are {string.Join(", ", all)}.");
            }
        }
    }
}
