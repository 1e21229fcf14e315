using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.S3;

/// <summary>The form of a browser-based upload: the fields before the file, and the file, which is read last.</summary>
/// <param name="Fields">By name, without case; what stands behind the file is ignored.</param>
/// <param name="FileName">As the browser names it.</param>
/// <param name="File">The file's content.</param>
internal sealed record PostForm(IReadOnlyDictionary<string, string> Fields, string FileName, Stream File)
{
    private const int LargestFields = 20 * 1024;
    private const int LongestBoundary = 200;

    /// <summary>The key, with <c>${filename}</c> filled in.</summary>
    public string Key => this["key"]!.Replace("${filename}", FileName, StringComparison.Ordinal);

    /// <summary>A field; null when it is absent.</summary>
    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>Reads the fields and stops where the file begins.</summary>
    /// <exception cref="S3Exception">It is no such form, or something is missing.</exception>
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
                    return Complete(new(fields, HeaderUtilities.RemoveQuotes(disposition!.FileName).ToString(), section.Body));
                }

                var value = await LimitedTextAsync(section.Body, LargestFields - size, request.Cancellation);
                size += value.Length + name.Length;
                fields[name] = value;
            }
        }
        catch (InvalidDataException)
        {
            throw Malformed();
        }
        catch (IOException) when (!request.Cancellation.IsCancellationRequested)
        {
            throw Malformed();
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
        return boundary.Length is > 0 and <= LongestBoundary ? boundary : throw Malformed();
    }

    private static PostForm Complete(PostForm form) => form["key"] is null ? throw Lacks("key") : form;

    private static async Task<string> LimitedTextAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        await using var bounded = new BoundedStream(body, limit + 1);
        await bounded.CopyToAsync(text, cancellation);
        return text.Length <= limit ? Encoding.UTF8.GetString(text.ToArray()) : throw new S3Exception(
            400, "MaxPostPreDataLengthExceeded", "Your POST request fields preceding the upload file were too large.");
    }

    private static S3Exception Malformed() => new(
        400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
}
