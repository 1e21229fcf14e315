using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;

namespace Lexicon.Functions.Live;

/// <summary>
/// An event of a connection as the operations read it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-integrations.html).
/// </summary>
internal sealed class LiveRequest(APIGatewayProxyRequest source)
{
    /// <summary>The name that the authorizer gives to the reader whose ticket it took.</summary>
    public const string ReaderName = "reader";

    /// <summary>API Gateway's id of the request.</summary>
    public string? Id => source.RequestContext?.RequestId;

    /// <summary>The connection.</summary>
    public string ConnectionId => source.RequestContext?.ConnectionId
        ?? throw new InvalidOperationException("An event of a WebSocket API names its connection.");

    /// <summary>The reader whose ticket the connection came with; null: somebody who is not signed in.</summary>
    public string? Reader =>
        source.RequestContext?.Authorizer?.TryGetValue(ReaderName, out var reader) is true ? reader?.ToString() : null;

    /// <summary>The glossary that the message names.</summary>
    public Result<Ulid> GlossaryId
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize(source.Body ?? "", ContractJson.Default.LiveMessage) is { GlossaryId: { } text }
                    && Ulid.TryParse(text, out var id)
                        ? id
                        : Failure.GlossaryNotFound;
            }
            catch (JsonException)
            {
                return Failure.GlossaryNotFound;
            }
        }
    }
}
