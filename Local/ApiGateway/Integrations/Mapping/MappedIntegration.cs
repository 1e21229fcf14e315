using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Templates;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// An integration that is not a proxy: request mapping, backend, response mapping
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-data-transformations.html).
/// </summary>
internal sealed class MappedIntegration(RequestMapping requests, IBackend backend, ResponseMapping responses) : IIntegration
{
    public async Task<GatewayFailure?> RespondAsync(Exchange exchange, CancellationToken cancellation)
    {
        try
        {
            var request = Map(exchange);
            var response = await backend.SendAsync(exchange, request, cancellation);
            exchange.IntegrationStatus = response.Status;
            exchange.Response = Map(exchange, response);
            return null;
        }
        catch (IntegrationFailedException failed)
        {
            return failed.Failure;
        }
    }

    private IntegrationRequest Map(Exchange exchange)
    {
        try
        {
            return requests.Map(exchange);
        }
        catch (TemplateException mistake)
        {
            throw IntegrationFailedException.Misconfigured($"Unable to transform request: {mistake.Message}");
        }
    }

    private ApiResponse Map(Exchange exchange, BackendResponse response)
    {
        try
        {
            return responses.Map(exchange, response);
        }
        catch (TemplateException mistake)
        {
            throw IntegrationFailedException.Misconfigured($"Unable to transform response: {mistake.Message}");
        }
    }
}
