namespace Lexicon.Local.Lambda.Definitions;

/// <summary>
/// What an alias leads to: a version, and others with their share of the invocations
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html).
/// </summary>
/// <param name="Version">The alias's own version, which gets what the others leave.</param>
/// <param name="Shares">Other versions, each with its share from 0 to 1.</param>
internal sealed record FunctionAlias(string Version, IReadOnlyList<(string Version, double Weight)> Shares)
{
    /// <summary>The version that one invocation goes to.</summary>
    /// <param name="draw">At least 0 and less than 1, as evenly spread as the invocations should be.</param>
    public string Pick(double draw)
    {
        foreach (var (version, weight) in Shares)
        {
            if (draw < weight)
            {
                return version;
            }

            draw -= weight;
        }

        return Version;
    }
}
