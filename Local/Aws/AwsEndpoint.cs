using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>
/// The endpoint <c>aws</c>, for <c>AWS_ENDPOINT_URL</c>: proves who makes a request by its signature and hands it to the service
/// that the signature names; requests without one go to the service that claims them.
/// </summary>
internal sealed class AwsEndpoint : IHttpEndpoint
{
    private readonly IReadOnlyList<IAwsService> _services;
    private readonly Dictionary<string, IAwsService> _byName;
    private readonly SignatureVerifier _verifier;

    /// <summary>Builds the endpoint over its services.</summary>
    public AwsEndpoint(IAccessKeys keys, IEnumerable<IAwsService> services, TimeProvider time)
    {
        _services = [.. services];
        _byName = _services.ToDictionary(service => service.SigningName);
        _verifier = new SignatureVerifier(keys, time);
    }

    /// <summary>The services, by their names in signatures.</summary>
    public IEnumerable<string> ServiceNames => _byName.Keys;

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        string? service = null;
        if (RawTarget.From(context).Path is "*")
        {
            // It asks about the server as a whole (RFC 9110 section 9.3.7), which concerns no service.
            await context.WriteAsync(
                ErrorProtocols.Find(request, service),
                new AwsError(400, "BadRequestException", "The request names no resource: its target is '*'."));
            return;
        }

        try
        {
            var signature = SignatureReader.Read(request);
            service = signature?.Scope.Service;
            if (BrowserGuard.ReasonToRefuse(request, signed: signature is not null) is { } why)
            {
                await context.WriteAsync(ErrorProtocols.Find(request, service), new AwsError(403, "AccessDeniedException", why));
            }
            else if (signature is null)
            {
                await HandleUnsignedAsync(context);
            }
            else
            {
                var caller = await _verifier.VerifyAsync(request, signature);
                await AwsCallSpan.RunAsync(context, signature.Scope.Service, caller, () =>
                    _byName.TryGetValue(signature.Scope.Service, out var named)
                        ? named.HandleAsync(context, caller)
                        : context.WriteAsync(ErrorProtocols.Find(request, service), Unknown(signature.Scope.Service)));
            }
        }
        catch (SignatureException problem) when (!context.Response.HasStarted)
        {
            // A signature that could not be read does not say whose it is; S3 is known by its header, by
            // the old form of signatures and by URLs that are signed for no action.
            var headers = request.Headers;
            service ??= problem.Fault is SignatureFault.Outdated or SignatureFault.Two
                || (problem.Fault == SignatureFault.IncompleteQuery && !request.Query.ContainsKey("Action"))
                || (headers.ContainsKey("x-amz-content-sha256") && !headers.ContainsKey("x-amz-target")) ? "s3" : null;
            var protocol = ErrorProtocols.Find(request, service);
            await AwsCallSpan.RunAsync(context, service ?? "aws", Caller.Anonymous, () =>
                context.WriteAsync(protocol, SignatureErrors.ErrorFor(problem, protocol)));
        }
        catch (Exception unexpected) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await AnswerUnexpectedAsync(context, service ?? ClaimantOf(request)?.SigningName, unexpected);
        }
    }

    // The one place where what goes wrong in a service is answered in the service's own protocol.
    private Task AnswerUnexpectedAsync(HttpContext context, string? service, Exception unexpected)
    {
        var (id, problem) = (Guid.NewGuid().ToString(), RequestProblem.Of(context, unexpected));
        problem.Begin(context, id);
        var error = problem.IsTheCallers ? UnreadableBody.Error(problem, service)
            : service is not null && _byName.TryGetValue(service, out var known) ? known.InternalError
            : AwsError.Unknown;
        return context.WriteAsync(ErrorProtocols.Find(context.Request, service), error, id);
    }

    // The claim itself must not be what goes wrong.
    private IAwsService? ClaimantOf(HttpRequest request)
    {
        try
        {
            return _services.FirstOrDefault(service => service.Claims(request));
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            return null;
        }
    }

    private Task HandleUnsignedAsync(HttpContext context) =>
        _services.FirstOrDefault(service => service.Claims(context.Request)) is { } claimant
            ? AwsCallSpan.RunAsync(
                context, claimant.SigningName, Caller.Anonymous, () => claimant.HandleAsync(context, Caller.Anonymous))
            : throw new SignatureException(SignatureFault.Missing);

    private AwsError Unknown(string service) => new(
        501,
        "UnknownServiceException",
        $"The service '{service}' does not exist here. This endpoint answers for: {string.Join(", ", _byName.Keys.Order())}.");
}
