using System.Text.RegularExpressions;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Api;

/// <summary>
/// How a request names a function: the rules that Lambda checks before it looks anything up
/// (https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html). They are the same for each operation that is served here.
/// </summary>
internal static partial class NameRules
{
    private const int LongestName = 64;
    private const int LongestReference = 170;
    private const int LongestQualifier = 128;

    // As AWS writes the patterns in its messages.
    private const string ReferencePattern =
        @"(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";
    private const string QualifierPattern = "(|[a-zA-Z0-9$_-]+)";

    /// <summary>Reads the name and the qualifier of a request.</summary>
    /// <param name="name">A name, a partial ARN or an ARN, each with or without a version or alias.</param>
    /// <param name="qualifier">The parameter <c>Qualifier</c>; null where there is none.</param>
    /// <exception cref="LambdaServiceException">A rule is broken, or it is a function of another Region or account.</exception>
    public static FunctionReference Read(string name, string? qualifier)
    {
        var parts = Parts().Match(name);
        if (parts.Groups["region"] is { Success: true, Value: not Account.Region and var region })
        {
            throw new LambdaServiceException(
                "ResourceNotFoundException", 404, $"Functions from '{region}' are not reachable in this region ('{Account.Region}')");
        }

        ApiValidation.Check([.. FlawsOfName(name, parts), .. FlawsOfQualifier(qualifier)]);
        if (parts.Groups["account"] is { Success: true, Value: not Account.Id })
        {
            throw new LambdaServiceException("AccessDeniedException", 403, $"'{name}' is a function of another account");
        }

        var own = parts.Groups["qualifier"] is { Success: true, Value: var value } ? value : null;
        return qualifier is null || own is null || own == qualifier
            ? new FunctionReference(parts.Groups["name"].Value, qualifier ?? own)
            : throw new LambdaServiceException(
                "InvalidParameterValueException",
                400,
                "The derived qualifier from the function name does not match the specified qualifier.");
    }

    private static IEnumerable<string> FlawsOfName(string name, Match parts)
    {
        // The longer limit is for ARNs; a name alone has the one of names.
        var longest = name.Contains(':', StringComparison.Ordinal) ? LongestReference : LongestName;
        if (name.Length > longest)
        {
            yield return ApiValidation.TooLong("functionName", name, longest);
        }

        if (!parts.Success)
        {
            yield return ApiValidation.WrongPattern("functionName", name, ReferencePattern);
        }
    }

    private static IEnumerable<string> FlawsOfQualifier(string? qualifier)
    {
        if (qualifier?.Length > LongestQualifier)
        {
            yield return ApiValidation.TooLong("qualifier", qualifier, LongestQualifier);
        }

        if (qualifier is not null && !Qualifiers().IsMatch(qualifier))
        {
            yield return ApiValidation.WrongPattern("qualifier", qualifier, QualifierPattern);
        }
    }

    [GeneratedRegex(
        @"^(arn:(aws[a-zA-Z-]*)?:lambda:)?((?<region>[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]):)?((?<account>[0-9]{12}):)?(function:)?(?<name>[a-zA-Z0-9_.-]+)(:(?<qualifier>\$LATEST|[a-zA-Z0-9_-]+))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[a-zA-Z0-9$_-]*\z")]
    private static partial Regex Qualifiers();
}
