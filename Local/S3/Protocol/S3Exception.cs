namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// A request that S3 refuses, worded as S3 words it (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
/// </summary>
/// <param name="status">The HTTP status code.</param>
/// <param name="code">S3's error code.</param>
/// <param name="message">S3's message.</param>
internal sealed class S3Exception(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status code.</summary>
    public int Status => status;

    /// <summary>S3's error code.</summary>
    public string Code => code;

    /// <summary>Further elements of the error document, such as the key, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>Further headers of the response.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static S3Exception NoSuchKey(string key) =>
        new(404, "NoSuchKey", "The specified key does not exist.") { Details = [("Key", key)] };

    public static S3Exception NoSuchVersion(string version) =>
        new(404, "NoSuchVersion", "The specified version does not exist.") { Details = [("VersionId", version)] };

    public static S3Exception NoSuchBucket(string bucket) =>
        new(404, "NoSuchBucket", "The specified bucket does not exist") { Details = [("BucketName", bucket)] };

    public static S3Exception NoSuchUpload(string uploadId) =>
        new(404, "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been "
            + "aborted or completed.")
        { Details = [("UploadId", uploadId)] };

    public static S3Exception AccessDenied(string message = "Access Denied") => new(403, "AccessDenied", message);

    public static S3Exception InvalidArgument(string message, string name, string value) =>
        new(400, "InvalidArgument", message) { Details = [("ArgumentName", name), ("ArgumentValue", value)] };

    public static S3Exception InvalidRequest(string message) => new(400, "InvalidRequest", message);

    public static S3Exception MalformedXml() => new(
        400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static S3Exception PreconditionFailed(string condition) =>
        new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
        {
            Details = [("Condition", condition)],
        };

    /// <summary>Refuses by name what this S3 does not do, with the error that S3 has for it.</summary>
    public static S3Exception NotOffered(string what) => new(
        501, "NotImplemented", $"A header or parameter you provided implies functionality that the local S3 does not offer: {what}");
}
