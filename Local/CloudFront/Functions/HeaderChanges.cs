using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront.Cache;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>Takes over what a function made of headers.</summary>
internal static class HeaderChanges
{
    /// <summary>Changes the headers as the function did.</summary>
    /// <param name="headers">The headers of the request or the response.</param>
    /// <param name="before">The fields that the function got.</param>
    /// <param name="after">The fields that it returned; null: it left them out.</param>
    /// <param name="readOnly">What it may not change.</param>
    /// <param name="place">How a message names them.</param>
    /// <exception cref="EdgeFunctionException">It changed what it may not, or a field is not valid.</exception>
    public static void Apply(
        IHeaderDictionary headers, JsonObject before, JsonNode? after, IReadOnlyList<string> readOnly, string place)
    {
        if (after is not JsonObject returned)
        {
            throw EdgeFunctionException.Invalid($"{place} is missing or not an object");
        }

        foreach (var (name, field) in returned)
        {
            if (!JsonNode.DeepEquals(field, before[name]))
            {
                Check(name, readOnly, place);
                var values = Fields.ValuesOf(field, before[name], $"{place}[\"{name}\"]");
                headers[Capitalized(name)] = Fields.Lines(values);
            }
        }

        foreach (var name in before.Select(field => field.Key).Where(name => !returned.ContainsKey(name)).ToArray())
        {
            Check(name, readOnly, place);
            headers.Remove(name);
        }
    }

    private static void Check(string name, IReadOnlyList<string> readOnly, string place)
    {
        if (name.Any(char.IsAsciiLetterUpper) || name.Length == 0 || !name.All(CacheDirectives.IsOfToken))
        {
            throw EdgeFunctionException.Invalid($"{place}[\"{name}\"] is not a valid name in lower case");
        }

        if (HeaderRules.IsHidden(name) || readOnly.Contains(name))
        {
            throw EdgeFunctionException.Invalid($"{place}[\"{name}\"] is {(HeaderRules.IsHidden(name) ? "not allowed" : "read-only")}");
        }
    }

    private static string Capitalized(string name) =>
        string.Join('-', name.Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));
}
