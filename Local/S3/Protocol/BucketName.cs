using System.Text.RegularExpressions;

namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// What a bucket may be called (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html): its letters, no address of a
/// machine, and none of the beginnings and ends that AWS keeps for itself.
/// </summary>
internal static partial class BucketName
{
    private static readonly string[] Beginnings = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] Ends = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Whether it may be called so.</summary>
    public static bool IsValid(string name) => Form().IsMatch(name) && !Address().IsMatch(name)
        && !Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal))
        && !Array.Exists(Ends, end => name.EndsWith(end, StringComparison.Ordinal));

    [GeneratedRegex("^(?!.*[.]{2})[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex Form();

    [GeneratedRegex("^[0-9]+(?:[.][0-9]+){3}$")]
    private static partial Regex Address();
}
