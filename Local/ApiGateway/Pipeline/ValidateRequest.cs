using System.Text;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Models;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Holds a request against what its method asks for, if the method has a validator
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html): required
/// parameters are there and not blank, the body follows the model of its media type. An empty body counts as <c>{}</c>.
/// </summary>
internal sealed class ValidateRequest : IRequestStep
{
    private const string Prefix = "method.request.";

    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation) =>
        ValueTask.FromResult(Check(exchange));

    /// <summary>The refusal of a request without these parameters.</summary>
    public static GatewayFailure MissingParameters(IEnumerable<string> names) =>
        new(ResponseType.BadRequestParameters, $"Missing required request parameters: [{string.Join(", ", names)}]");

    /// <summary>Holds a body against a model; null: it is valid.</summary>
    public static GatewayFailure? Against(Model model, ReadOnlyMemory<byte> body, string mediaType)
    {
        var mistakes = model.Find(body.IsEmpty ? "{}" : Encoding.UTF8.GetString(body.Span));
        if (mistakes.Count == 0)
        {
            return null;
        }

        var found = $"[{string.Join(", ", mistakes.Select(mistake => mistake.Text).Distinct())}]";
        return new(ResponseType.BadRequestBody, "Invalid request body")
        {
            ValidationError = found,
            Cause = $"Request body does not match model schema for content type {mediaType}: {found}",
            Explanation = $"The body does not match its model. {string.Join("; ", mistakes)}.",
        };
    }

    private static GatewayFailure? Check(Exchange exchange) =>
        exchange.Method!.Validator is { } validator
            ? (validator.Parameters ? Parameters(exchange) : null) ?? (validator.Body ? Body(exchange) : null)
            : null;

    private static GatewayFailure? Parameters(Exchange exchange)
    {
        var missing = exchange.Method!.RequiredParameters
            .Order(StringComparer.Ordinal)
            .Where(parameter => string.IsNullOrWhiteSpace(MappingExpression.Evaluate(parameter, exchange)))
            .Select(parameter => parameter[Prefix.Length..].Split('.', 2)[1])
            .ToList();
        return missing.Count == 0 ? null : MissingParameters(missing);
    }

    private static GatewayFailure? Body(Exchange exchange)
    {
        var models = exchange.Method!.Models;
        var mediaType = MediaTypes.Essence(exchange.Request.Header("Content-Type") ?? "application/json");
        var name = models.GetValueOrDefault(mediaType) ?? models.GetValueOrDefault("$default");
        if (name is null || exchange.Api!.Models.Find(name) is not { } model)
        {
            return null;
        }

        return Against(model, exchange.Request.Body, mediaType);
    }
}
