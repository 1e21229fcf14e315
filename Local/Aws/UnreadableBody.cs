using Lexicon.Local.Hosting;

namespace Lexicon.Local.Aws;

/// <summary>
/// The errors of a body that cannot be read: broken, cut short, too slow or too large
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html for S3's).
/// </summary>
internal static class UnreadableBody
{
    /// <summary>The error in the service's words.</summary>
    public static AwsError Error(RequestProblem problem, string? service) => (problem.Status, service) switch
    {
        (408, "s3") => new(
            400, "RequestTimeout", "Your socket connection to the server was not read from or written to within the timeout period."),
        (413, "s3") => new(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"),
        (_, "s3") => new(400, "IncompleteBody", "The request body terminated unexpectedly"),
        (408, _) => new(408, "RequestTimeoutException", "The request body did not arrive in time."),
        (413, _) => new(413, "RequestEntityTooLargeException", problem.Cause.Message),
        _ => new(400, "SerializationException", "The request body cannot be read: it is broken or ends early."),
    };
}
