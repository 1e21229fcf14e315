using Lexicon.Local.Aws;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// ARNs match component by component: a wildcard stays within its colon-delimited component, but in the last one it reaches beyond colons
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN). Those of the
/// element <c>Resource</c> are less strict.
/// </summary>
internal static class Arns
{
    private const int Components = 6;

    /// <summary>Matches a resolved pattern of a condition against an ARN.</summary>
    public static bool IsMatch(string resolvedPattern, string arn)
    {
        var patterns = resolvedPattern.Split(':', Components);
        var values = arn.Split(':', patterns.Length);
        return values.Length == patterns.Length && patterns.Zip(values).All(pair => Wildcard.IsMatchResolved(pair.First, pair.Second));
    }

    /// <summary>
    /// Matches a resolved pattern of <c>Resource</c> against an ARN: a star that ends a component can also reach beyond its colon, and the
    /// components that an ARN lacks at its end are stars
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
    /// </summary>
    public static bool IsResource(string resolvedPattern, string arn)
    {
        var patterns = resolvedPattern.Split(':', Components);
        var lacks = patterns[0] == "arn" ? Components - patterns.Length : 0;
        return IsResource(patterns, arn)
            || (lacks > 0 && IsResource([.. patterns, .. Enumerable.Repeat($"{Wildcard.Many}", lacks)], arn));
    }

    private static bool IsResource(ReadOnlySpan<string> patterns, string arn)
    {
        if (patterns.Length == 1)
        {
            return Wildcard.IsMatchResolved(patterns[0], arn);
        }

        // Every end of the component that the pattern allows; without a star at its end that is the next colon.
        var reaches = patterns[0].EndsWith(Wildcard.Many);
        for (var end = arn.IndexOf(':'); end >= 0; end = reaches ? arn.IndexOf(':', end + 1) : -1)
        {
            if (Wildcard.IsMatchResolved(patterns[0], arn.AsSpan(0, end)) && IsResource(patterns[1..], arn[(end + 1)..]))
            {
                return true;
            }
        }

        return false;
    }
}
