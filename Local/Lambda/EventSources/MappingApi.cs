using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Api;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// The operations on mappings over HTTP: CreateEventSourceMapping, GetEventSourceMapping, ListEventSourceMappings,
/// UpdateEventSourceMapping and DeleteEventSourceMapping (https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html).
/// </summary>
internal sealed class MappingApi(EventSourceMappings mappings, IIdentities identities)
{
    /// <summary>Where they are.</summary>
    public const string Root = "/2015-03-31/event-source-mappings";

    /// <summary>The operations.</summary>
    public static IReadOnlyList<string> Operations { get; } =
    [
        "CreateEventSourceMapping", "ListEventSourceMappings", "GetEventSourceMapping", "UpdateEventSourceMapping",
        "DeleteEventSourceMapping",
    ];

    /// <summary>Handles one request.</summary>
    /// <exception cref="LambdaServiceException">It is refused.</exception>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        var request = context.Request;
        var parts = request.Path.Value![Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var document = (request.Method, parts) switch
        {
            ("POST", []) => await CreateAsync(context, caller),
            ("GET", []) => List(request.Query, caller),
            ("GET", [var uuid]) => MappingDocuments.Of(Find(caller, "lambda:GetEventSourceMapping", uuid)),
            ("PUT", [var uuid]) => await UpdateAsync(context, Find(caller, "lambda:UpdateEventSourceMapping", uuid)),
            ("DELETE", [var uuid]) => Delete(context, Find(caller, "lambda:DeleteEventSourceMapping", uuid)),
            _ => throw new LambdaServiceException(
                "UnknownOperationException", 404, $"{request.Method} {request.Path} is not an operation on event source mappings"),
        };
        await FunctionDocuments.WriteAsync(context.Response, document);
    }

    private async Task<JsonObject> CreateAsync(HttpContext context, Caller caller)
    {
        Authorize(caller, "lambda:CreateEventSourceMapping", "*");
        var mapping = await mappings.CreateAsync(await ReadAsync(context), context.RequestAborted);
        context.Response.StatusCode = 202;
        return MappingDocuments.Of(mapping, "Creating");
    }

    private JsonObject List(IQueryCollection query, Caller caller)
    {
        Authorize(caller, "lambda:ListEventSourceMappings", "*");
        return ListMappings.Page(mappings, query);
    }

    private async Task<JsonObject> UpdateAsync(HttpContext context, EventSourceMapping mapping)
    {
        var was = mapping.Settings.IsEnabled;
        await mappings.UpdateAsync(mapping, await ReadAsync(context), context.RequestAborted);
        context.Response.StatusCode = 202;
        return MappingDocuments.Of(mapping, (was, mapping.Settings.IsEnabled) switch
        {
            (true, false) => "Disabling",
            (false, true) => "Enabling",
            _ => "Updating",
        });
    }

    private JsonObject Delete(HttpContext context, EventSourceMapping mapping)
    {
        mappings.Delete(mapping);
        context.Response.StatusCode = 202;
        return MappingDocuments.Of(mapping, "Deleting");
    }

    private EventSourceMapping Find(Caller caller, string action, string uuid)
    {
        Authorize(caller, action, MappingSettings.ArnOf(uuid));
        return mappings.Find(uuid)
            ?? throw new LambdaServiceException("ResourceNotFoundException", 404, "The resource you requested does not exist.");
    }

    private void Authorize(Caller caller, string action, string resource)
    {
        var decision = identities.Authorize(new AccessRequest(caller, action, resource));
        if (!decision.Allowed)
        {
            throw new LambdaServiceException("AccessDeniedException", 403, decision.Message);
        }
    }

    // A template cannot say it; the API has it, and mappings do not: https://docs.aws.amazon.com/lambda/latest/api/API_OnSuccess.html.
    private static void RefuseSuccess(JsonNode? document)
    {
        if (document is JsonObject request
            && request[nameof(MappingRequest.DestinationConfig)] is JsonObject destinations
            && destinations["OnSuccess"] is not null)
        {
            throw MappingRules.Unsupported(nameof(MappingRequest.DestinationConfig));
        }
    }

    private static async Task<MappingRequest> ReadAsync(HttpContext context)
    {
        try
        {
            var document = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            RefuseSuccess(document);
            return document.Deserialize<MappingRequest>(PropertyReader.Options) ?? new MappingRequest();
        }
        catch (JsonException flaw)
        {
            throw new LambdaServiceException(
                "InvalidRequestContentException", 400, $"Could not parse request body into json: {flaw.Message}");
        }
    }
}
