using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Support;

/// <summary>What a service returns in an AWS JSON protocol.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Text">The body.</param>
internal sealed record AwsJsonResponse(int Status, IHeaderDictionary Headers, string Text)
{
    /// <summary>The body, read.</summary>
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The error's name; null when it is none.</summary>
    public string? ErrorType => (string?)Body["__type"];

    /// <summary>The error's message, which some services write with a capital.</summary>
    public string? ErrorMessage => (string?)(Body["message"] ?? Body["Message"]);
}
