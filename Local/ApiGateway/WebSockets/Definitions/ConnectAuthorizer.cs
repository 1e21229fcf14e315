namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>
/// A Lambda authorizer as a template declares it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html).
/// </summary>
/// <param name="Id">The authorizer's id.</param>
/// <param name="FunctionArn">The function, which may name stage variables.</param>
/// <param name="IdentitySources">What a request must carry, or it is 401 before the function is asked.</param>
/// <param name="Credentials">The role that API Gateway assumes to call the function; null: the function's own policy decides.</param>
internal sealed record ConnectAuthorizer(
    string Id, string FunctionArn, IReadOnlyList<string> IdentitySources, string? Credentials);
