using Lexicon.Local.Aws;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// ARNs match component by component: a wildcard stays within its colon-delimited component, but in the last one it reaches beyond colons
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
/// </summary>
internal static class Arns
{
    private const int Components = 6;

    /// <summary>Matches a resolved pattern against an ARN.</summary>
    public static bool IsMatch(string resolvedPattern, string arn)
    {
        var patterns = resolvedPattern.Split(':', Components);
        var values = arn.Split(':', patterns.Length);
        if (values.Length != patterns.Length)
        {
            return false;
        }

        for (var i = 0; i < patterns.Length; i++)
        {
            if (!Wildcard.IsMatchResolved(patterns[i], values[i]))
            {
                return false;
            }
        }

        return true;
    }
}
