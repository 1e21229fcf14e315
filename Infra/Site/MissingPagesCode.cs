using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lexicon.Infra.Site;

/// <summary>
/// The code of <see cref="MissingPages"/>, which knows the files that are deployed and the page for all other addresses.
/// </summary>
internal static class MissingPagesCode
{
    /// <summary>The page, which is not a file of its own where it is deployed.</summary>
    public const string Page = "not-found.html";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions.
    private const int Longest = 10 * 1024;

    // Written by the deployment, beside the files of the repository.
    private const string Config = "/config.json";

    // The code is not part of a page, where markup would have to be escaped.
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it for a folder of pages.</summary>
    /// <exception cref="InvalidOperationException">It is longer than CloudFront accepts.</exception>
    public static string Write(string pages)
    {
        var known = Directory.EnumerateFiles(pages)
            .Select(file => $"/{Path.GetFileName(file)}")
            .Where(path => path != $"/{Page}")
            .Append("/")
            .Append(Config)
            .Order(StringComparer.Ordinal);
        var code = $$"""
            const known = {{Json(known)}};
            const page = {{Json(File.ReadAllText(Path.Combine(pages, Page)))}};

            function handler(event) {
              const path = event.request.uri;
              if (path.startsWith('/problems/')) {
                event.request.uri = '/problems.html';
                return event.request;
              }

              if (known.includes(path) || path.startsWith('/{{HashedPages.Folder}}/')) {
                return event.request;
              }

              return {
                statusCode: 404,
                statusDescription: 'Not Found',
                headers: {
                  'content-type': { value: 'text/html; charset=utf-8' },
                  'cache-control': { value: 'no-cache' },
                },
                body: { encoding: 'text', data: page },
              };
            }
            """.ReplaceLineEndings("\n");
        var length = Encoding.UTF8.GetByteCount(code);
        return length <= Longest
            ? code
            : throw new InvalidOperationException(
                $"The function for missing pages has {length} bytes, and CloudFront accepts {Longest}: "
                + $"shorten {Page} or have fewer files.");
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, AsItIs);
}
