namespace Lexicon.Infra.Monitoring;

/// <summary>What a metric is about: <c>FunctionName</c> is <c>Lexicon-dev-Api-GetTerm</c>.</summary>
internal sealed record Dimension(string Name, string Value);
