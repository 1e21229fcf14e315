using System.Text.RegularExpressions;

namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// What a bucket may be called (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
/// </summary>
internal static partial class BucketName
{
    /// <summary>Whether it may be called so.</summary>
    public static bool IsValid(string name) => Form().IsMatch(name);

    [GeneratedRegex("^(?!.*[.]{2})[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex Form();
}
