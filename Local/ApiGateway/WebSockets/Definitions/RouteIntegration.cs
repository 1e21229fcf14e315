namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>
/// What responds to the events of a route
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html).
/// </summary>
internal sealed record RouteIntegration
{
    /// <summary>The function of <c>AWS_PROXY</c>, which may name stage variables; null: <c>MOCK</c>.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>The role that API Gateway assumes to call the function; null: the function's own policy decides.</summary>
    public string? Credentials { get; init; }

    /// <summary>How long the function may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>With <c>MOCK</c>: the status that its request template gives.</summary>
    public int MockStatus { get; init; } = 200;
}
