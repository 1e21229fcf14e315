namespace Lexicon.Infra.Tests.Exact;

/// <summary>Holds a stack, in all stages, to lines that are written down.</summary>
internal static class Exactly
{
    /// <summary>All resources of one type of a stack say these lines and no others.</summary>
    public static void This(string stack, string type, string lines) => Same($"{stack} {type}", Facets.Of(stack, type), lines);

    /// <summary>Beside its resources, a stack's template says these lines and no others.</summary>
    public static void Around(string stack, string lines) => Same(stack, Facets.Around(stack), lines);

    /// <summary>What is said is what is written, line by line; where it is not, the failure prints the lines to write.</summary>
    public static void Same(string what, IReadOnlyList<string> said, string lines)
    {
        var written = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(
            said.SequenceEqual(written),
            $"""
            {what}
            is written, but no longer said:
            {string.Join('\n', written.Except(said))}
            is said, but not written:
            {string.Join('\n', said.Except(written))}
            """);
    }
}
