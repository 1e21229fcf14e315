using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws.Signatures;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// What API Gateway says of signatures
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
/// </summary>
internal static class SignatureFailures
{
    private const string DoesNotMatch =
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    /// <summary>There is no signature: no header at all, or one that is none.</summary>
    public static GatewayFailure Missing(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return GatewayFailure.NoRoute;
        }

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(authorization)));
        return Incomplete(authorization.Contains(' ', StringComparison.Ordinal)
            ? "Invalid key=value pair (missing equal-sign) in Authorization header "
                + $"(hashed with SHA-256 and encoded with Base64): '{hash}'."
            : "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. "
                + "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a "
                + $"'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization={hash}");
    }

    /// <summary>A signature is not what it has to be.</summary>
    public static GatewayFailure For(SignatureException problem) => problem.Fault switch
    {
        SignatureFault.Missing => GatewayFailure.NoRoute,
        SignatureFault.Incomplete or SignatureFault.Outdated => Incomplete(problem.Detail),
        SignatureFault.UnknownKey or SignatureFault.WrongToken =>
            new(ResponseType.Default4xx, "The security token included in the request is invalid.")
            {
                Status = 403,
                ErrorType = "UnrecognizedClientException",
            },
        SignatureFault.ExpiredToken => new(ResponseType.ExpiredToken, "The security token included in the request is expired"),
        _ => new(ResponseType.InvalidSignature, problem.Expected is { } expected ? $"{DoesNotMatch}{Describe(expected)}"
            : problem.Detail.Length > 0 ? problem.Detail
            : DoesNotMatch),
    };

    private static GatewayFailure Incomplete(string message) =>
        GatewayFailure.NoRoute with { Message = message, ErrorType = "IncompleteSignatureException" };

    private static string Describe(Expectation expected) =>
        $"\n\nThe Canonical String for this request should have been\n'{expected.CanonicalRequest}'"
        + $"\n\nThe String-to-Sign should have been\n'{expected.StringToSign}'\n";
}
