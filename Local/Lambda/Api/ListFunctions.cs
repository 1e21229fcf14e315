using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Lambda.Definitions;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>ListFunctions (https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html).</summary>
internal static class ListFunctions
{
    /// <summary>Lambda returns no more than this at once, whatever the caller asks for.</summary>
    private const int LargestPage = 50;
    private const int MostItems = 10_000;

    /// <summary>One page of the functions, or of all their versions.</summary>
    public static JsonObject Page(Functions functions, IQueryCollection query)
    {
        if (query.ContainsKey("MasterRegion"))
        {
            throw new LambdaServiceException(
                "InvalidParameterValueException", 400, "MasterRegion: the local runner has no functions of Lambda@Edge");
        }

        var listed = Listed(functions, One(query, "FunctionVersion"));
        var begin = Begin(listed, One(query, "Marker"));
        var page = listed.Skip(begin).Take(SizeOf(One(query, "MaxItems"))).ToList();
        return new JsonObject
        {
            ["Functions"] = new JsonArray([.. page.Select(item => FunctionDocuments.Listed(item.Version, item.Arn))]),
            ["NextMarker"] = begin + page.Count < listed.Count ? Marker(page[^1].Arn) : null,
        };
    }

    private static List<(FunctionVersion Version, string Arn)> Listed(Functions functions, string? versions) => versions switch
    {
        null => [.. functions.All.Select(function => (function.Find(null)!, function.Configuration.Arn))],
        "ALL" => [.. functions.All.SelectMany(function => function.Versions.OrderBy(Order)).Select(
            version => (version, version.QualifiedArn))],
        _ => throw Invalid(ApiValidation.NotOf("functionVersion", versions, "ALL")),
    };

    private static int Order(FunctionVersion version) =>
        version.Version == FunctionVersion.Latest ? 0 : int.Parse(version.Version, CultureInfo.InvariantCulture);

    private static int SizeOf(string? text)
    {
        if (text is null)
        {
            return LargestPage;
        }

        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var items))
        {
            throw new LambdaServiceException("SerializationException", 400, "STRING_VALUE can not be converted to an Integer");
        }

        return items < 1 ? throw Invalid(ApiValidation.TooSmall("maxItems", text, 1))
            : items > MostItems ? throw Invalid(ApiValidation.TooLarge("maxItems", text, MostItems))
            : Math.Min(items, LargestPage);
    }

    /// <summary>A marker holds the ARN of the last function of its page.</summary>
    private static string Marker(string arn) => Convert.ToBase64String(Encoding.UTF8.GetBytes(arn));

    private static int Begin(List<(FunctionVersion Version, string Arn)> listed, string? marker)
    {
        var last = marker is null ? -1 : listed.FindIndex(item => Marker(item.Arn) == marker);
        return marker is null || last >= 0
            ? last + 1
            : throw new LambdaServiceException("InvalidParameterValueException", 400, "The pagination marker is invalid.");
    }

    private static LambdaServiceException Invalid(string flaw) =>
        new("ValidationException", 400, $"1 validation error detected: {flaw}");

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
