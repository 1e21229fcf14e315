using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.EventSources;
using Lexicon.Local.Lambda.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>
/// Lambda's own API over HTTP (https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html): Invoke, GetFunction,
/// GetFunctionConfiguration, ListFunctions, and the operations on event source mappings.
/// </summary>
internal sealed class LambdaApi(Functions functions, IIdentities identities, InvokePipeline pipeline, MappingApi mappings)
{
    private const string Root = "/2015-03-31/functions";

    /// <summary>The operations on functions.</summary>
    public static IReadOnlyList<string> Operations { get; } = ["Invoke", "GetFunction", "GetFunctionConfiguration", "ListFunctions"];

    private readonly InvokeOperation _invoke = new(pipeline);

    /// <summary>Handles one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        try
        {
            await (context.Request.Path.StartsWithSegments(MappingApi.Root, StringComparison.Ordinal)
                ? mappings.HandleAsync(context, caller)
                : DispatchAsync(context, caller, requestId));
        }
        catch (LambdaServiceException error)
        {
            await ErrorResponse.WriteAsync(context.Response, error);
        }
    }

    private async Task DispatchAsync(HttpContext context, Caller caller, string requestId)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var parts = request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
            ? path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries)
            : ["", "", ""];
        switch (request.Method, parts)
        {
            case ("POST", [var name, "invocations"]):
                var invoked = Authorize(caller, "lambda:InvokeFunction", Reference(request, name));

                // A function that is missing is reported before anything is said of the payload, which is not read yet.
                functions.Route(invoked, draw: 0);
                await _invoke.HandleAsync(context, invoked, requestId);
                break;
            case ("GET", []):
                Authorize(caller, "lambda:ListFunctions", "*", null);
                await FunctionDocuments.WriteAsync(context.Response, ListFunctions.Page(functions, request.Query));
                break;
            case ("GET", [var name]):
                var asked = Authorize(caller, "lambda:GetFunction", Reference(request, name));
                await FunctionDocuments.WriteAsync(context.Response, FunctionDocuments.Function(functions.Get(asked), asked.Arn));
                break;
            case ("GET", [var name, "configuration"]):
                var named = Authorize(caller, "lambda:GetFunctionConfiguration", Reference(request, name));
                await FunctionDocuments.WriteAsync(context.Response, FunctionDocuments.Configuration(functions.Get(named), named.Arn));
                break;
            default:
                throw new LambdaServiceException(
                    "UnknownOperationException",
                    404,
                    $"{request.Method} {path}: of Lambda's API, the local runner serves Invoke, GetFunction, GetFunctionConfiguration, "
                        + "ListFunctions and event source mappings");
        }
    }

    private static FunctionReference Reference(HttpRequest request, string name) =>
        NameRules.Read(name, request.Query["Qualifier"] is [{ Length: > 0 } qualifier] ? qualifier : null);

    private FunctionReference Authorize(Caller caller, string action, FunctionReference reference)
    {
        Authorize(caller, action, reference.Arn, functions.Find(reference.Name)?.Policy(reference.Qualifier));
        return reference;
    }

    private void Authorize(Caller caller, string action, string resource, FunctionPolicy? policy)
    {
        var decision = identities.Authorize(new AccessRequest(caller, action, resource), policy?.Document);
        if (!decision.Allowed)
        {
            throw new LambdaServiceException("AccessDeniedException", 403, decision.Message);
        }
    }
}
