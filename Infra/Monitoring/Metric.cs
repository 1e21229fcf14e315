namespace Lexicon.Infra.Monitoring;

/// <summary>One metric of CloudWatch, by the dimensions that its service publishes it with.</summary>
/// <param name="Namespace">Whose it is: <c>AWS/Lambda</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Statistic">How the values of a period become one: <c>Sum</c>, <c>Maximum</c>, <c>p99</c>.</param>
/// <param name="Dimensions">All of its dimensions: with one more or one less it would be another metric, without data.</param>
internal sealed record Metric(string Namespace, string Name, string Statistic, params IReadOnlyList<Dimension> Dimensions)
{
    /// <summary>Whether the statistic is a percentile, which CloudFormation keeps in a property of its own.</summary>
    public bool IsPercentile => Statistic.StartsWith('p');
}
