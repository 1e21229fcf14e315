namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::Permission</c>.</summary>
internal sealed record PermissionProperties
{
    public required string Action { get; init; }

    public required string FunctionName { get; init; }

    public required string Principal { get; init; }

    public string? SourceArn { get; init; }

    public string? SourceAccount { get; init; }
}
