using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>
/// A service behind the <c>aws</c> endpoint. The endpoint finds it by the service name in the request's signature scope
/// (or, for unsigned requests, by <see cref="Claims"/>) and has checked the signature before the service sees the request.
/// </summary>
internal interface IAwsService
{
    /// <summary>
    /// The name in the credential scope, such as <c>dynamodb</c>, <c>s3</c>, <c>cognito-idp</c>, <c>lambda</c>.
    /// </summary>
    string SigningName { get; }

    /// <summary>The operations that are served, by AWS's names; others are refused by name.</summary>
    IEnumerable<string> Operations => [];

    /// <summary>Whether an unsigned request is for this service (a presigned URL counts as signed).</summary>
    bool Claims(HttpRequest request) => false;

    /// <summary>The error when something goes wrong that is not the caller's mistake.</summary>
    AwsError InternalError => AwsError.Unknown;

    /// <summary>Handles a request in the service's own protocol, denials and errors included.</summary>
    Task HandleAsync(HttpContext context, Caller caller);
}
