using System.Security.Cryptography;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The names that CloudFront writes into what passes through it.</summary>
internal static class EdgeIdentity
{
    // As on AWS the name is that of one server; here there is one.
    private static readonly string Server = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The value of <c>Via</c>.</summary>
    public static string Via(string httpVersion) => $"{httpVersion} {Server}.cloudfront.net (CloudFront)";

    /// <summary>A new value of <c>X-Amz-Cf-Id</c>.</summary>
    public static string NewRequestId() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(40)).Replace('+', '-').Replace('/', '_');
}
