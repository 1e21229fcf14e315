using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>An integration cannot respond.</summary>
/// <param name="failure">What the client gets instead.</param>
internal sealed class IntegrationFailedException(GatewayFailure failure) : Exception(failure.Cause ?? failure.Message)
{
    private const string ConfigurationError = "Execution failed due to configuration error: ";

    /// <summary>What the client gets.</summary>
    public GatewayFailure Failure => failure;

    /// <summary>No template takes the body, and it does not pass as it is.</summary>
    public static IntegrationFailedException UnsupportedMediaType() =>
        new(GatewayFailure.UnsupportedMediaType);

    /// <summary>A parameter comes from the body, which begins like JSON and is not JSON.</summary>
    public static IntegrationFailedException InvalidBody() => new(new(ResponseType.Default4xx, "Invalid JSON in request body"));

    /// <summary>No integration response is for this response of the backend.</summary>
    public static IntegrationFailedException NoMatch(int status) => Misconfigured(
        $"No match for output mapping and no default output mapping configured. Endpoint Response Status Code: {status}");

    /// <summary>Something is wrong with the API: 500, and the log says what.</summary>
    public static IntegrationFailedException Misconfigured(string why) =>
        new(GatewayFailure.Misconfigured with { Cause = ConfigurationError + why });
}
