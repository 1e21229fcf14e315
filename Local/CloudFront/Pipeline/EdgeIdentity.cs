using System.Security.Cryptography;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The names that CloudFront writes into what passes through it.</summary>
internal static class EdgeIdentity
{
    /// <summary>A new value of <c>X-Amz-Cf-Id</c>.</summary>
    public static string NewRequestId() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(40)).Replace('+', '-').Replace('/', '_');
}
