using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Lambda.Definitions;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>ListFunctions (https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html).</summary>
internal static class ListFunctions
{
    /// <summary>Lambda returns no more than this at once, whatever the caller asks for.</summary>
    private const int LargestPage = 50;

    /// <summary>One page of the functions, or of all their versions.</summary>
    public static JsonObject Page(Functions functions, IQueryCollection query)
    {
        if (query.ContainsKey("MasterRegion"))
        {
            throw new LambdaServiceException(
                "InvalidParameterValueException", 400, "MasterRegion: the local runner has no functions of Lambda@Edge");
        }

        var listed = Listed(functions, One(query, "FunctionVersion"));
        var (page, next) = ListPage.Of(listed, One(query, "Marker"), One(query, "MaxItems"), LargestPage, item => item.Arn);
        return new JsonObject
        {
            ["Functions"] = new JsonArray([.. page.Select(item => FunctionDocuments.Listed(item.Version, item.Arn))]),
            ["NextMarker"] = next,
        };
    }

    private static List<(FunctionVersion Version, string Arn)> Listed(Functions functions, string? versions) => versions switch
    {
        null => [.. functions.All.Select(function => (function.Find(null)!, function.Configuration.Arn))],
        "ALL" => [.. functions.All.SelectMany(function => function.Versions.OrderBy(Order)).Select(
            version => (version, version.QualifiedArn))],
        _ => throw ApiValidation.Broken(ApiValidation.NotOf("functionVersion", versions, "ALL")),
    };

    private static int Order(FunctionVersion version) =>
        version.Version == FunctionVersion.Latest ? 0 : int.Parse(version.Version, CultureInfo.InvariantCulture);

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
