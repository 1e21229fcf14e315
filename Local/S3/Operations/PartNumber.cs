using System.Globalization;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// The query parameter <c>partNumber</c>: of an upload the part that is sent, of a read the part that is wanted
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html).
/// </summary>
internal static class PartNumber
{
    private const int Last = 10_000;

    /// <summary>The number that the request names.</summary>
    /// <exception cref="S3Exception">It is not a part's number.</exception>
    public static int Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Last
            ? number
            : throw S3Exception.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text ?? "");

    /// <summary>
    /// First byte and length of the part that a read asks for, counted in order whatever the numbers were; an object that was not
    /// uploaded in parts has one.
    /// </summary>
    /// <exception cref="S3Exception">There is no such part.</exception>
    public static (long Start, long Length) RangeOf(int number, StoredObject stored)
    {
        var count = Math.Max(1, stored.Parts.Count);
        if (number > count)
        {
            throw new S3Exception(416, "InvalidPartNumber", "The requested partnumber is not satisfiable")
            {
                Details =
                [
                    ("PartNumberRequested", number.ToString(CultureInfo.InvariantCulture)),
                    ("ActualPartCount", count.ToString(CultureInfo.InvariantCulture)),
                ],
            };
        }

        return stored.Parts.Count == 0
            ? (0, stored.Size)
            : (stored.Parts.Take(number - 1).Sum(static part => part.Size), stored.Parts[number - 1].Size);
    }
}
