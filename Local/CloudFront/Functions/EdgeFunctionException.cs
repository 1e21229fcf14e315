namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// A function of the edge failed
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/troubleshooting-response-errors.html): 503 when it could not run to
/// its end, 502 when what it returned is not valid.
/// </summary>
internal sealed class EdgeFunctionException(int status, string sentence, string reason) : Exception(reason)
{
    /// <summary>The status that the viewer gets.</summary>
    public int Status => status;

    /// <summary>The sentence of CloudFront's page.</summary>
    public string Sentence => sentence;

    /// <summary>It threw, or used up its time, memory or stack.</summary>
    public static EdgeFunctionException NotRun(string reason) => new(
        503, "The CloudFront function associated with the CloudFront distribution is invalid or could not run.", reason);

    /// <summary>What it returned is not valid.</summary>
    public static EdgeFunctionException Invalid(string what) =>
        new(502, $"The CloudFront function returned an invalid value: {what}.", what);
}
