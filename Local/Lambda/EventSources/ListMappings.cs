using System.Text.Json.Nodes;
using Lexicon.Local.Lambda.Api;
using Lexicon.Local.Lambda.Definitions;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>ListEventSourceMappings (https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html).</summary>
internal static class ListMappings
{
    private const int LargestPage = 100;

    /// <summary>A page of the mappings of a source, of a function, or of all.</summary>
    public static JsonObject Page(EventSourceMappings mappings, IQueryCollection query)
    {
        var listed = mappings.All.Where(mapping => IsAsked(mapping.Settings, query)).ToList();
        var (page, next) = ListPage.Of(
            listed, query["Marker"], query["MaxItems"], LargestPage, mapping => mapping.Settings.Uuid);
        return new JsonObject
        {
            ["EventSourceMappings"] = new JsonArray([.. page.Select(mapping => MappingDocuments.Of(mapping))]),
            ["NextMarker"] = next,
        };
    }

    private static bool IsAsked(MappingSettings mapping, IQueryCollection query) =>
        (One(query, "EventSourceArn") is not { } source || source == mapping.SourceArn)
        && (One(query, "FunctionName") is not { } function || FunctionReference.Parse(function) == mapping.Function);

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
