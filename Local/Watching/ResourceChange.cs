using Lexicon.Local.Assembly;

namespace Lexicon.Local.Watching;

/// <summary>A resource that a newer assembly has otherwise.</summary>
/// <param name="Node">The resource, as it is now or, removed, as it was.</param>
/// <param name="What">What is different about it, in a few words.</param>
internal sealed record ResourceChange(ResourceNode Node, string What)
{
    private const int HashLength = 8;

    /// <summary>
    /// What people call it: the logical id without the eight digits that the CDK appends to make it unique
    /// (https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html).
    /// </summary>
    public string Name => Node.LogicalId is { Length: > HashLength } id && id[^HashLength..].All(char.IsAsciiHexDigitUpper)
        ? id[..^HashLength]
        : Node.LogicalId;
}
