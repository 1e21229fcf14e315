using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>One operation of the HTTP API: a row of <see cref="Routes"/>.</summary>
/// <param name="Operation">The name, unique, in PascalCase: <c>OPERATION</c> of its function.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path from the origin, with parameters as <c>{name}</c>: <c>/api/glossaries/{glossaryId}</c>.</param>
/// <param name="Access">Who may call it.</param>
public abstract record Route(string Operation, string Method, string Path, Audience Access)
{
    /// <summary>The query parameters that the operation reads; each may be left out.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The request headers that the operation reads, such as <c>If-Match</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The record that the request body is read into; null where there is no body.</summary>
    public Type? Request { get; init; }

    /// <summary>
    /// The record that a successful answer is written from; null where there is no body, <c>JsonElement</c> for any JSON.
    /// </summary>
    public Type? Response { get; init; }

    /// <summary>The status of a successful answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether a function handles it; else API Gateway does by itself.</summary>
    public virtual bool HasFunction => true;

    /// <summary>Creates the handler: of the one operation that a function is.</summary>
    internal abstract IOperation CreateHandler(Stores stores);
}

/// <summary>A row that names its handler, so that a row without one does not compile. The handler's name is the operation's.</summary>
/// <typeparam name="THandler">The handler.</typeparam>
internal sealed record Route<THandler>(string Method, string Path, Audience Access)
    : Route(typeof(THandler).Name, Method, Path, Access)
    where THandler : class, IOperation<THandler>
{
    internal override IOperation CreateHandler(Stores stores) => THandler.Create(stores);
}
