using System.Globalization;
using System.Text;

namespace Lexicon.Local.Lambda.Api;

/// <summary>
/// What <c>Marker</c> and <c>MaxItems</c> of a list operation ask for
/// (https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html).
/// </summary>
internal static class ListPage
{
    private const int MostItems = 10_000;

    /// <summary>The page that is asked for, and the marker of the one after it; null: there is none.</summary>
    /// <param name="listed">Everything, in its order.</param>
    /// <param name="marker">The marker; null: the first page.</param>
    /// <param name="maxItems">How many at most; null: the largest page.</param>
    /// <param name="largest">Lambda returns no more than this at once, whatever the caller asks for.</param>
    /// <param name="nameOf">What names an item: a marker holds the name of the last of its page.</param>
    public static (IReadOnlyList<T> Items, string? NextMarker) Of<T>(
        List<T> listed, string? marker, string? maxItems, int largest, Func<T, string> nameOf)
    {
        var last = marker is null ? -1 : listed.FindIndex(item => Marker(nameOf(item)) == marker);
        if (marker is not null && last < 0)
        {
            throw new LambdaServiceException("InvalidParameterValueException", 400, "The pagination marker is invalid.");
        }

        List<T> page = [.. listed.Skip(last + 1).Take(SizeOf(maxItems, largest))];
        return (page, last + 1 + page.Count < listed.Count ? Marker(nameOf(page[^1])) : null);
    }

    private static int SizeOf(string? text, int largest)
    {
        if (text is null)
        {
            return largest;
        }

        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var items))
        {
            throw new LambdaServiceException("SerializationException", 400, "STRING_VALUE can not be converted to an Integer");
        }

        ApiValidation.Check(
            items < 1 ? [ApiValidation.TooSmall("maxItems", text, 1)]
            : items > MostItems ? [ApiValidation.TooLarge("maxItems", text, MostItems)]
            : []);
        return Math.Min(items, largest);
    }

    private static string Marker(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));
}
