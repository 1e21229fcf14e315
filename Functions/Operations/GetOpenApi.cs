using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>The OpenAPI document of the API: generated from the route table, committed, and part of the assembly.</summary>
internal sealed class GetOpenApi : IOperation<GetOpenApi>
{
    private const string Resource = "openapi.json";

    private readonly Answer _answer = Answer.OfJson(ReadDocument());

    public static GetOpenApi Create(Stores stores) => new();

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) => Task.FromResult<Result<Answer>>(_answer);

    private static string ReadDocument()
    {
        using var stream = typeof(GetOpenApi).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
