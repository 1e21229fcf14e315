using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.ResourceTypes;
using Lexicon.Local.Assembly;
using Lexicon.Local.Cognito;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda;
using Lexicon.Local.Operations;
using Lexicon.Local.Waf;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway;

/// <summary>
/// API Gateway's REST APIs: <c>http://localhost:PORT/STAGE/...</c>, or <c>http://ID.execute-api.localhost:PORT/STAGE/...</c>
/// where there is more than one. It talks HTTP/1.1, as REST APIs do to functions.
/// </summary>
internal sealed class ApiGatewayService(IFunctions functions, IUserPools pools, IFirewall firewall, ILogs logs, TimeProvider clock)
    : IService, IHttpEndpoint
{
    private readonly RestApis apis = new();
    private readonly UsagePlans plans = new();
    private RequestPipeline? pipeline;

    /// <inheritdoc/>
    public string Name => "API Gateway";

    /// <inheritdoc/>
    public IEnumerable<IResourceType> ResourceTypes =>
    [
        new RestApiType(apis),
        new ResourceResourceType(apis),
        new MethodType(apis, functions, clock),
        new AuthorizerType(apis, pools, functions, clock),
        new RequestValidatorType(apis),
        new ModelType(apis),
        new GatewayResponseResourceType(apis),
        new DeploymentType(apis),
        new StageType(apis),
        new ApiKeyType(plans),
        new UsagePlanType(plans),
        new UsagePlanKeyType(plans),
        new AccountType(),
    ];

    /// <inheritdoc/>
    public IEnumerable<(string Name, string Value)> ReadyRows =>
        plans.Keys.Values.Where(key => key.Enabled).Select(key => ("API key", key.Value));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellation)
    {
        foreach (var api in apis.All)
        {
            api.Models.Check();
        }

        pipeline = new RequestPipeline(apis, plans, firewall, logs, clock);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(HttpContext context) => pipeline!.AnswerAsync(context);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
