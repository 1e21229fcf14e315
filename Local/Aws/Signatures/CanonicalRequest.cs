using System.Text;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// The form of a request that is signed (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal static class CanonicalRequest
{
    /// <summary>Builds it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signature">Its signature.</param>
    /// <param name="payloadHash">The hash of the body, or the word that stands in its place.</param>
    public static string Build(HttpRequest request, Signature signature, string payloadHash)
    {
        var (path, query) = RawTarget.From(request.HttpContext);
        var canonical = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(signature.Scope.Service == "s3" ? UriEncoding.PathOnce(path) : UriEncoding.PathTwice(path)).Append('\n')
            .Append(UriEncoding.Query(query)).Append('\n');
        foreach (var name in signature.SignedHeaders)
        {
            canonical.Append(name).Append(':');
            canonical.AppendJoin(',', request.Headers[name].Select(static value => Trimmed(HeaderBytes.Text(value ?? "")))).Append('\n');
        }

        return canonical.Append('\n').AppendJoin(';', signature.SignedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    // Outer spaces go, inner ones are folded into one.
    private static string Trimmed(string value) => value.Contains("  ", StringComparison.Ordinal)
        ? string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        : value.Trim(' ');
}
