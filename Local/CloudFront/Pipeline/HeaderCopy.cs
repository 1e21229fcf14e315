using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Copies of headers, where one holder may change them and another must not notice.</summary>
internal static class HeaderCopy
{
    /// <summary>The same headers in a dictionary of their own.</summary>
    public static IHeaderDictionary Copy(this IHeaderDictionary headers) =>
        new HeaderDictionary(new Dictionary<string, StringValues>(headers, StringComparer.OrdinalIgnoreCase));
}
