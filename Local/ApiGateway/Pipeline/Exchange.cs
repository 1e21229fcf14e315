using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates.Variables;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>One request on its way through the steps, with what they have found out.</summary>
/// <param name="context">The server's own view of it, for the first and the last step alone.</param>
/// <param name="time">When the request came.</param>
/// <param name="begun">The same as a timestamp, from which durations are measured.</param>
internal sealed class Exchange(HttpContext context, DateTimeOffset time, long begun) : IIntegrationCall
{
    /// <summary>The server's own view of the request, for the first and the last step alone.</summary>
    public HttpContext Context => context;

    /// <summary>What the client sent.</summary>
    public ApiRequest Request { get; } = ApiRequest.From(context);

    /// <summary>The ids that the response, the event and the logs carry.</summary>
    public RequestIds Ids { get; } = RequestIds.Create(time);

    /// <summary>When the request came.</summary>
    public DateTimeOffset Time => time;

    /// <summary>The same as a timestamp, from which durations are measured.</summary>
    public long Begun => begun;

    /// <summary>The API, once it is resolved.</summary>
    public RestApi? Api { get; set; }

    /// <summary>The stage, once it is resolved.</summary>
    public Stage? Stage { get; set; }

    /// <summary>The path after the stage, as sent: <c>$context.path</c> without its first segment; may be empty.</summary>
    public string RawPath { get; set; } = "";

    /// <summary>The path that is routed: <see cref="RawPath"/> with exactly one slash in front.</summary>
    public string Path => "/" + RawPath.TrimStart('/');

    /// <summary>The resource, once it is routed.</summary>
    public ApiResource? Resource { get; set; }

    /// <summary>The method, once it is routed.</summary>
    public ApiMethod? Method { get; set; }

    /// <summary>The values of the path parameters, as sent.</summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; set; } = new Dictionary<string, string>();

    /// <summary>The API key, where the method requires one.</summary>
    public ApiKey? ApiKey { get; set; }

    /// <summary>Who signed the request, where the method asks for a signature.</summary>
    public RequestSigner? Signer { get; set; }

    /// <summary>What the authorizer found out: <c>requestContext.authorizer</c>.</summary>
    public JsonObject? Authorizer { get; set; }

    /// <summary>What the templates of the integration override.</summary>
    public Overrides Overrides { get; } = new();

    /// <summary>What the client gets: the integration's response, or a gateway response.</summary>
    public ApiResponse? Response { get; set; }

    /// <summary>Why a step has ended the request; null: none has.</summary>
    public GatewayFailure? Failure { get; set; }

    /// <summary>How long the integration took; null: it was not asked.</summary>
    public TimeSpan? IntegrationLatency { get; set; }

    /// <summary>The id of the function's invocation, when there was one.</summary>
    public string? IntegrationRequestId { get; set; }

    /// <summary>The status that the integration gave; of a proxy, the function's own and not that of its invocation.</summary>
    public int? IntegrationStatus { get; set; }

    /// <summary>The status that Lambda itself gave to the invocation of a proxy; null: the integration is another one.</summary>
    public int? InvocationStatus { get; set; }

    /// <summary>Why the integration failed.</summary>
    public string? IntegrationError { get; set; }

    /// <summary>The status that the authorizer ended with; null: it was not asked.</summary>
    public int? AuthorizerStatus { get; set; }

    /// <summary>How long the authorizer took; null: it was not asked.</summary>
    public TimeSpan? AuthorizerLatency { get; set; }

    /// <summary>Why the authorizer did not let the request pass.</summary>
    public string? AuthorizerError { get; set; }

    /// <summary>What the web ACL decided, <c>WAF_ALLOW</c> or <c>WAF_BLOCK</c>; null: there is none.</summary>
    public string? WafResponse { get; set; }

    /// <summary>How long the client waited, for the log.</summary>
    public TimeSpan? ResponseLatency { get; set; }

    /// <summary>The ARN of the method as Lambda's permissions name it, path parameters in braces.</summary>
    public string SourceArn => Account.Arn("execute-api", $"{Api!.Id}/{Stage!.Name}/{Request.Method}{Resource!.Path}");

    /// <summary>The ARN of the request as policies of authorizers name it, with the path that was sent.</summary>
    public string MethodArn => Account.Arn("execute-api", $"{Api!.Id}/{Stage!.Name}/{Request.Method}{Path}");

    string IIntegrationCall.ApiId => Api!.Id;

    IReadOnlyDictionary<string, string> IIntegrationCall.StageVariables => Stage!.Variables;

    string IIntegrationCall.HttpMethod => Request.Method;

    string IIntegrationCall.Trace => TraceContext.ForEvent(this);

    string? IIntegrationCall.FunctionTrace => TraceContext.ForFunction(this).ToString();

    string IIntegrationCall.TraceRoot => Ids.TraceRoot;

    /// <summary>The same as denials name it: of the account, the last digits alone.</summary>
    public string MaskedMethodArn => MethodArn.Replace(Account.Id, $"********{Account.Id[^4..]}", StringComparison.Ordinal);
}
