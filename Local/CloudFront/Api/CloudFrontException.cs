namespace Lexicon.Local.CloudFront.Api;

/// <summary>An error of CloudFront's API (https://docs.aws.amazon.com/cloudfront/latest/APIReference/CommonErrors.html).</summary>
internal sealed class CloudFrontException(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The code in the error document.</summary>
    public string Code => code;

    public static CloudFrontException NoSuchDistribution() => new(404, "NoSuchDistribution", "The specified distribution does not exist.");

    public static CloudFrontException NoSuchInvalidation() => new(404, "NoSuchInvalidation", "The specified invalidation does not exist.");

    public static CloudFrontException Malformed(string message) => new(400, "MalformedInput", message);
}
