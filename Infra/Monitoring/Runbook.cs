using System.Text.RegularExpressions;

namespace Lexicon.Infra.Monitoring;

/// <summary>The page that says what to do, with a heading for each kind of alarm.</summary>
/// <param name="repository">The repository on GitHub, <c>owner/name</c> or <c>owner@ID/name@ID</c>; null if it is not known.</param>
internal sealed partial class Runbook(string? repository)
{
    private const string Page = "docs/operations.md";

    /// <summary>Where an entry is: an address, or the place in the repository where its address is not known.</summary>
    public string LinkTo(string entry) =>
        (repository is null ? Page : $"https://github.com/{Id().Replace(repository, "")}/blob/HEAD/{Page}") + $"#{Anchor(entry)}";

    /// <summary>The anchor that GitHub gives to a heading.</summary>
    public static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    [GeneratedRegex("@[0-9]+")]
    private static partial Regex Id();
}
