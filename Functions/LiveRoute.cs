using Lexicon.Functions.Live;

namespace Lexicon.Functions;

/// <summary>One route of the WebSocket API: a row of <see cref="LiveRoutes"/>.</summary>
/// <param name="Operation">The name, unique among all operations, in PascalCase: <c>OPERATION</c> of its function.</param>
/// <param name="Key">
/// The route key (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html).
/// </param>
public abstract record LiveRoute(string Operation, string Key)
{
    /// <summary>Whether the client gets a message in return.</summary>
    public bool Responds { get; init; }

    /// <summary>Whether the function sends messages to connections.</summary>
    public bool Sends { get; init; }

    /// <summary>Creates the handler: of the one route that a function is.</summary>
    internal abstract ILiveOperation CreateHandler(LiveParts parts);
}

/// <summary>A row that names its handler. The handler's name is the operation's.</summary>
/// <typeparam name="THandler">The handler.</typeparam>
internal sealed record LiveRoute<THandler>(string Key) : LiveRoute(typeof(THandler).Name, Key)
    where THandler : class, ILiveOperation<THandler>
{
    internal override ILiveOperation CreateHandler(LiveParts parts) => THandler.Create(parts);
}
