using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>An integration cannot respond.</summary>
/// <param name="failure">What the client gets instead.</param>
internal sealed class IntegrationFailedException(GatewayFailure failure) : Exception(failure.Cause ?? failure.Message)
{
    private const string ConfigurationError = "Execution failed due to configuration error: ";

    /// <summary>What the client gets.</summary>
    public GatewayFailure Failure => failure;

    /// <summary>Something is wrong with the API: 500, and the log says what.</summary>
    public static IntegrationFailedException Misconfigured(string why) =>
        new(GatewayFailure.Misconfigured with { Cause = ConfigurationError + why });
}
