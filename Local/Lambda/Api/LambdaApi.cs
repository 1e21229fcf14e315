using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Asynchronous;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>
/// Lambda's own API over HTTP (https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html): Invoke, GetFunction,
/// GetFunctionConfiguration and ListFunctions.
/// </summary>
internal sealed class LambdaApi(IFunctions invoker, EventInvoker events, FunctionCatalog functions, IIdentities identities)
{
    private const string Root = "/2015-03-31/functions";
    private readonly InvokeOperation invoke = new(invoker, events);

    /// <summary>Answers one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        try
        {
            await DispatchAsync(context, caller);
        }
        catch (LambdaServiceException error)
        {
            await ErrorResponse.WriteAsync(context.Response, error);
        }
    }

    private async Task DispatchAsync(HttpContext context, Caller caller)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal)
            ? path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries)
            : ["", "", ""];
        switch (request.Method, parts)
        {
            case ("POST", [var name, "invocations"]):
                await invoke.HandleAsync(context, Authorize(caller, "lambda:InvokeFunction", Reference(request, name)));
                break;
            case ("GET", []):
                Authorize(caller, "lambda:ListFunctions", "*", null);
                await FunctionDocuments.WriteAsync(context.Response, FunctionDocuments.List(functions));
                break;
            case ("GET", [var name]):
                var found = functions.Get(Authorize(caller, "lambda:GetFunction", Reference(request, name)));
                await FunctionDocuments.WriteAsync(context.Response, FunctionDocuments.Function(found));
                break;
            case ("GET", [var name, "configuration"]):
                var configured = functions.Get(Authorize(caller, "lambda:GetFunctionConfiguration", Reference(request, name)));
                await FunctionDocuments.WriteAsync(context.Response, FunctionDocuments.Configuration(configured));
                break;
            default:
                throw new LambdaServiceException(
                    "UnknownOperationException",
                    404,
                    $"{request.Method} {path}: of Lambda's API, the local runner serves Invoke, GetFunction, GetFunctionConfiguration and ListFunctions");
        }
    }

    private static FunctionReference Reference(HttpRequest request, string name)
    {
        var reference = FunctionReference.Parse(name) ?? throw new LambdaServiceException(
            "InvalidParameterValueException", 400, $"'{name}' is not the name or ARN of a function in this account and Region");
        var qualifier = request.Query["Qualifier"] is [{ Length: > 0 } asked] ? asked : null;
        return qualifier is not null && reference.Qualifier is not null && reference.Qualifier != qualifier
            ? throw new LambdaServiceException(
                "InvalidParameterValueException",
                400,
                "The derived qualifier from the function name does not match the specified qualifier.")
            : reference with { Qualifier = qualifier ?? reference.Qualifier };
    }

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
