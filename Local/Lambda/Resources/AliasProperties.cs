namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honoured of <c>AWS::Lambda::Alias</c>.</summary>
internal sealed record AliasProperties
{
    public required string FunctionName { get; init; }

    public required string FunctionVersion { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }
}
