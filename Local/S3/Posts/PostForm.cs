using System.Globalization;
using System.Text;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.S3.Posts;

/// <summary>
/// The form of a browser-based upload: the fields before the file, and the file, which is read last
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html).
/// </summary>
/// <param name="Fields">By name, without case, <c>${filename}</c> filled in; what stands behind the file is ignored.</param>
/// <param name="File">The file's content.</param>
internal sealed record PostForm(IReadOnlyDictionary<string, string> Fields, Stream File)
{
    private const int LargestFields = 20 * 1024;
    private const int LongestBoundary = 200;

    /// <summary>The error for a body that is not a form.</summary>
    public static S3Exception Malformed => new(
        400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");

    /// <summary>The key.</summary>
    public string Key => this["key"]!;

    /// <summary>A field; null when it is absent.</summary>
    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>Reads the fields and stops where the file begins.</summary>
    /// <exception cref="S3Exception">It is not such a form, or something is missing.</exception>
    public static async Task<PostForm> ReadAsync(S3Request request)
    {
        var reader = new MultipartReader(Boundary(request), request.Body);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var size = 0;
        try
        {
            while (await reader.ReadNextSectionAsync(request.Cancellation) is { } section)
            {
                var disposition = section.GetContentDispositionHeader();
                var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
                if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
                {
                    var file = new PostedFile(section.Body, request.Cancellation);
                    return Complete(new(Expand(fields, HeaderUtilities.RemoveQuotes(disposition!.FileName).Value), file));
                }

                var value = await LimitedTextAsync(section.Body, LargestFields - size, request.Cancellation);
                size += value.Length + name.Length;

                // Several fields of one name are one, with commas between the values.
                fields[name] = fields.TryGetValue(name, out var before) ? $"{before},{value}" : value;
            }
        }
        catch (InvalidDataException)
        {
            throw Malformed;
        }
        catch (IOException) when (!request.Cancellation.IsCancellationRequested)
        {
            throw Malformed;
        }

        throw S3Exception.InvalidArgument("POST requires exactly one file upload per request.", "file", "0");
    }

    /// <summary>The error for a field that must be there.</summary>
    public static S3Exception Lacks(string name) => S3Exception.InvalidArgument(
        $"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.", name, "");

    private static string Boundary(S3Request request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw S3Exception.PreconditionFailed("Bucket POST must be of the enclosure-type multipart/form-data");
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary ? boundary : throw Malformed;
    }

    private static PostForm Complete(PostForm form) => form["key"] switch
    {
        null => throw Lacks("key"),
        "" => throw S3Exception.InvalidArgument("User key must have a length greater than 0.", "key", ""),
        _ => form,
    };

    // Some browsers send the whole path. S3 was seen to leave the variable as it is when the file has no name at all.
    private static Dictionary<string, string> Expand(Dictionary<string, string> fields, string? path) => path is null
        ? fields
        : fields.ToDictionary(
            field => field.Key,
            field => field.Value.Replace("${filename}", path[(path.LastIndexOfAny(['/', '\\']) + 1)..], StringComparison.Ordinal),
            fields.Comparer);

    private static async Task<string> LimitedTextAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        await using var bounded = new BoundedStream(body, limit + 1);
        await bounded.CopyToAsync(text, cancellation);
        return text.Length <= limit ? Encoding.UTF8.GetString(text.ToArray()) : throw new S3Exception(
            400, "MaxPostPreDataLengthExceeded", "Your POST request fields preceding the upload file were too large.")
        {
            Details = [("MaxPostPreDataLengthBytes", LargestFields.ToString(CultureInfo.InvariantCulture))],
        };
    }
}
