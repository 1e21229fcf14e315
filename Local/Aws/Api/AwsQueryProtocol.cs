using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>What differs between the services that speak the AWS query protocol.</summary>
internal sealed record AwsQueryProtocol
{
    /// <summary>The XML namespace of the responses.</summary>
    public required XNamespace Namespace { get; init; }

    /// <summary>What precedes the document of a response, if anything does.</summary>
    public string Declaration { get; init; } = "";

    /// <summary>The service's error for a request without the parameter <c>Action</c>.</summary>
    public required Func<AwsException> NoAction { get; init; }

    /// <summary>The members of a request, from its parameters by name.</summary>
    public required Func<HttpRequest, Dictionary<string, string>, JsonObject> Read { get; init; }

    /// <summary>The result of an operation, by its name, from the members of the response; null where there is none.</summary>
    public required Func<string, JsonObject, XElement?> Write { get; init; }

    /// <summary>
    /// The result of an operation for callers that want JSON, by its name, from the members of the response; null where there is none.
    /// </summary>
    public Func<string, JsonObject, JsonObject?> WriteJson { get; init; } = static (_, response) => response;
}
