using Lexicon.Local.ApiGateway.Authorizers;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Cognito;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Waf;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway;

/// <summary>
/// API Gateway's REST APIs: <c>http://localhost:PORT/STAGE/...</c>, or <c>http://ID.execute-api.localhost:PORT/STAGE/...</c>
/// where there is more than one. It talks HTTP/1.1, as REST APIs do to functions.
/// </summary>
internal sealed class ApiGatewayService : IService, IHttpEndpoint
{
    private readonly RestApis _apis = new();
    private readonly UsagePlans _plans = new();
    private readonly HttpCaller _http;
    private readonly RequestPipeline _pipeline;

    /// <summary>Wires the room.</summary>
    public ApiGatewayService(
        IFunctions functions,
        IUserPools pools,
        IIdentities identities,
        IAccessKeys keys,
        AwsServices services,
        IFirewall firewall,
        ILogs logs,
        TimeProvider time,
        IHolds? holds = null)
    {
        _http = new HttpCaller(time);
        _pipeline = new RequestPipeline(_apis, _plans, firewall, identities, logs, time, holds);
        holds?.Declare(ApiHold.Service, _pipeline.StepNames);
        var sources = new BackendSources(functions, new AwsServiceCaller(services, identities, _http, time), _http, time);
        ResourceTypes =
        [
            new RestApiType(_apis, identities),
            new ApiResourceType(_apis),
            new MethodType(_apis, sources, new IamAuthorizer(keys, identities, time)),
            new AuthorizerType(_apis, pools, functions, identities, time),
            new RequestValidatorType(_apis),
            new ModelType(_apis),
            new GatewayResponseType(_apis),
            new DeploymentType(_apis),
            new StageType(_apis),
            new ApiKeyType(_plans),
            new UsagePlanType(_plans),
            new UsagePlanKeyType(_plans),
            new AccountType(),
        ];
    }

    public string Name => "API Gateway";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public IEnumerable<(string Name, string Value)> ReadyRows =>
        _plans.Keys.Values.Where(key => key.Enabled).Select(key => ("API key", key.Value));

    public Task StartAsync(CancellationToken cancellation)
    {
        foreach (var api in _apis.All)
        {
            api.Models.Check();
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(HttpContext context) => _pipeline.HandleAsync(context);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
