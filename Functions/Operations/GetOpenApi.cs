using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Functions.Operations;

/// <summary>The OpenAPI document of the API: generated from the route table, committed, and part of the assembly.</summary>
internal sealed class GetOpenApi : IOperation
{
    private const string Resource = "openapi.json";

    private readonly Answer _answer = Answer.OfJson(ReadDocument());

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) => Task.FromResult<Result<Answer>>(_answer);

    private static string ReadDocument()
    {
        using var stream = typeof(GetOpenApi).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
