using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Lambda.Api;
using Lexicon.Local.Lambda.Definitions;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>ListEventSourceMappings (https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html).</summary>
internal static class ListMappings
{
    private const int LargestPage = 100;
    private const int MostItems = 10_000;

    /// <summary>A page of the mappings of a source, of a function, or of all.</summary>
    public static JsonObject Page(EventSourceMappings mappings, IQueryCollection query)
    {
        var listed = mappings.All.Where(mapping => IsAsked(mapping.Settings, query)).ToList();
        var begin = Begin(listed, query["Marker"]);
        var page = listed.Skip(begin).Take(SizeOf(query["MaxItems"])).ToList();
        return new JsonObject
        {
            ["EventSourceMappings"] = new JsonArray([.. page.Select(mapping => MappingDocuments.Of(mapping))]),
            ["NextMarker"] = begin + page.Count < listed.Count ? Marker(page[^1]) : null,
        };
    }

    private static bool IsAsked(MappingSettings mapping, IQueryCollection query) =>
        (One(query, "EventSourceArn") is not { } source || source == mapping.SourceArn)
        && (One(query, "FunctionName") is not { } function || FunctionReference.Parse(function) == mapping.Function);

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;

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

    private static LambdaServiceException Invalid(string flaw) => new("ValidationException", 400, $"1 validation error detected: {flaw}");

    private static string Marker(EventSourceMapping mapping) => Convert.ToBase64String(Encoding.UTF8.GetBytes(mapping.Settings.Uuid));

    private static int Begin(List<EventSourceMapping> listed, string? marker)
    {
        var last = marker is null ? -1 : listed.FindIndex(mapping => Marker(mapping) == marker);
        return marker is null || last >= 0 ? last + 1 : throw MappingRules.Invalid("The pagination marker is invalid.");
    }
}
