using System.Collections.Frozen;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>What a service knows of event patterns.</summary>
internal sealed record PatternDialect
{
    /// <summary>
    /// EventBridge
    /// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
    /// </summary>
    public static PatternDialect EventBridge { get; } = new()
    {
        Operators = Set("exactly", "prefix", "suffix", "anything-but", "numeric", "exists", "equals-ignore-case", "wildcard", "cidr"),
        InPrefixAndSuffix = Set("equals-ignore-case"),
        InAnythingBut = Set("prefix", "suffix", "wildcard", "equals-ignore-case"),
        LargestNumber = 5e9,
    };

    /// <summary>
    /// Filter policies of SNS
    /// (https://docs.aws.amazon.com/sns/latest/dg/string-value-matching.html,
    /// https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html).
    /// </summary>
    public static PatternDialect Sns { get; } = new()
    {
        Operators = Set("prefix", "suffix", "anything-but", "numeric", "exists", "equals-ignore-case", "wildcard", "cidr"),
        InPrefixAndSuffix = [],
        InAnythingBut = Set("prefix", "suffix", "wildcard"),
        LargestNumber = 1e9,
    };

    /// <summary>
    /// Filters of event source mappings of Lambda
    /// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax).
    /// </summary>
    public static PatternDialect Lambda { get; } = new()
    {
        Operators = Set("prefix", "suffix", "anything-but", "numeric", "exists", "equals-ignore-case"),
        InPrefixAndSuffix = Set("equals-ignore-case"),
        InAnythingBut = [],
        LargestNumber = 5e9,
    };

    /// <summary>The operators of a value.</summary>
    public required FrozenSet<string> Operators { get; init; }

    /// <summary>The operators in place of the text of <c>prefix</c> and <c>suffix</c>.</summary>
    public required FrozenSet<string> InPrefixAndSuffix { get; init; }

    /// <summary>The operators that <c>anything-but</c> turns round.</summary>
    public required FrozenSet<string> InAnythingBut { get; init; }

    /// <summary>The largest number that <c>numeric</c> compares with, and with a minus the smallest.</summary>
    public required double LargestNumber { get; init; }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet();
}
