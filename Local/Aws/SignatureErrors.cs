using Lexicon.Local.Aws.Signatures;

namespace Lexicon.Local.Aws;

/// <summary>
/// The names and words that the protocols have for what is wrong with a signature
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html,
/// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html and
/// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html).
/// </summary>
internal static class SignatureErrors
{
    private const string DoesNotMatch =
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method.";

    private const string DoesNotMatchS3 =
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

    private const string Expired = "The security token included in the request is expired";
    private const string InvalidToken = "The security token included in the request is invalid.";

    /// <summary>The error to return.</summary>
    public static AwsError ErrorFor(SignatureException problem, ErrorProtocol protocol) => protocol switch
    {
        ErrorProtocol.S3 => ForS3(problem),
        ErrorProtocol.Query or ErrorProtocol.RestXml => ForQuery(problem),
        ErrorProtocol.Json => ForJson(problem, 400),
        _ => ForJson(problem, 403),
    };

    private static AwsError ForJson(SignatureException problem, int status) => problem.Fault switch
    {
        SignatureFault.Missing => new(status, "MissingAuthenticationTokenException", "Request is missing Authentication Token"),
        SignatureFault.Incomplete or SignatureFault.IncompleteQuery => new(status, "IncompleteSignatureException", problem.Detail),
        SignatureFault.UnknownKey or SignatureFault.WrongToken => new(status, "UnrecognizedClientException", InvalidToken),
        SignatureFault.ExpiredToken => new(status, "ExpiredTokenException", Expired),
        SignatureFault.Skewed or SignatureFault.ExpiredUrl => new(status, "InvalidSignatureException", problem.Detail),
        _ when problem.Detail.Length > 0 => new(status, "InvalidSignatureException", problem.Detail),
        _ => new(status, "InvalidSignatureException", $"{DoesNotMatch} Consult the service documentation for details."),
    };

    private static AwsError ForQuery(SignatureException problem) => problem.Fault switch
    {
        SignatureFault.Missing => new(403, "MissingAuthenticationToken", "Request is missing Authentication Token"),
        SignatureFault.Incomplete or SignatureFault.IncompleteQuery => new(400, "IncompleteSignature", problem.Detail),
        SignatureFault.UnknownKey or SignatureFault.WrongToken => new(403, "InvalidClientTokenId", InvalidToken),
        SignatureFault.ExpiredToken => new(403, "ExpiredToken", Expired),
        SignatureFault.Skewed or SignatureFault.ExpiredUrl => new(403, "SignatureDoesNotMatch", problem.Detail),
        _ => new(403, "SignatureDoesNotMatch", $"{DoesNotMatch} Consult the service documentation for details."),
    };

    private static AwsError ForS3(SignatureException problem) => problem.Fault switch
    {
        SignatureFault.Missing => new(403, "AccessDenied", "Access Denied"),
        SignatureFault.Incomplete => new(400, "AuthorizationHeaderMalformed", problem.Detail),
        SignatureFault.IncompleteQuery => new(400, "AuthorizationQueryParametersError", problem.Detail),
        SignatureFault.WrongRegion => new(400, "AuthorizationHeaderMalformed", problem.Detail) { Details = [("Region", Account.Region)] },
        SignatureFault.Two => new(
            400,
            "InvalidArgument",
            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the "
            + "Authorization header should be specified"),
        SignatureFault.Outdated => new(
            400, "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."),
        SignatureFault.MissingContentHash => new(400, "InvalidRequest", problem.Detail),
        SignatureFault.InvalidContentHash => new(
            400,
            "InvalidArgument",
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
            + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.")
        {
            Details = [("ArgumentName", "x-amz-content-sha256"), ("ArgumentValue", problem.Detail)],
        },
        SignatureFault.UnknownKey => new(
            403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")
        {
            Details = [("AWSAccessKeyId", problem.Detail)],
        },
        SignatureFault.WrongToken => new(400, "InvalidToken", "The provided token is malformed or otherwise invalid."),
        SignatureFault.ExpiredToken => new(400, "ExpiredToken", "The provided token has expired."),
        SignatureFault.Skewed => new(
            403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large."),
        SignatureFault.ExpiredUrl => new(403, "AccessDenied", "Request has expired"),
        SignatureFault.UnsignedHeader => new(
            403, "AccessDenied", "There were headers present in the request which were not signed")
        {
            Details = [("HeadersNotSigned", problem.Detail)],
        },
        SignatureFault.PayloadMismatch => new(
            400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed."),
        SignatureFault.MalformedPayload => new(400, "IncompleteBody", "The request body terminated unexpectedly"),
        _ => new(403, "SignatureDoesNotMatch", DoesNotMatchS3)
        {
            Details = problem.Expected is { } expected
                ?
                [
                    ("AWSAccessKeyId", expected.AccessKeyId), ("StringToSign", expected.StringToSign),
                    ("SignatureProvided", expected.Provided), ("CanonicalRequest", expected.CanonicalRequest),
                ]
                : [],
        },
    };
}
