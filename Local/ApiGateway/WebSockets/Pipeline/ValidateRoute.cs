using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Integrations;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Holds an event against what its route asks for
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html): of <c>$connect</c> the
/// parameters, of a message the model that is selected; a message for which there is none is not valid.
/// </summary>
internal static class ValidateRoute
{
    /// <summary>Lets it pass (null), or refuses it.</summary>
    public static GatewayFailure? Check(SocketExchange exchange) => exchange.Kind switch
    {
        EventKind.Connect => Parameters(exchange),
        EventKind.Message => Body(exchange),
        _ => null,
    };

    private static GatewayFailure? Parameters(SocketExchange exchange)
    {
        var missing = (exchange.Route?.RequiredParameters ?? [])
            .Order(StringComparer.Ordinal)
            .Where(parameter => RouteExpression.EvaluateAll(parameter, exchange).All(string.IsNullOrWhiteSpace))
            .Select(parameter => parameter.Split('.', 4)[3])
            .ToList();
        return missing.Count == 0 ? null : ValidateRequest.MissingParameters(missing);
    }

    private static GatewayFailure? Body(SocketExchange exchange)
    {
        if (exchange.Route is not { ModelSelection: { } selection } route)
        {
            return null;
        }

        var key = selection.Evaluate(exchange);
        return SelectionExpression.Select(route.Models, key) is { } name && exchange.Api.Models.Find(name) is { } model
            ? ValidateRequest.Against(model, exchange.Body, key)
            : new(ResponseType.BadRequestBody, "Invalid request body") { Cause = $"No model is for '{key}'" };
    }
}
