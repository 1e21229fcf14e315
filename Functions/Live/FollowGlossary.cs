using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>
/// From now on the connection is told of a glossary that its reader may read, in place of the one that it followed before. It gets the
/// glossary's version and how many read along, and the others hear that one more does, or, of the one before, one less.
/// </summary>
internal sealed class FollowGlossary(LiveStore connections, GlossaryStore glossaries, ReadersOfGlossary readers)
    : ILiveOperation<FollowGlossary>
{
    public static FollowGlossary Create(LiveParts parts) => new(parts.Connections, parts.Glossaries, parts.Readers);

    public Task<Result<Answer>> RunAsync(LiveRequest request, Deadline deadline) =>
        from id in request.GlossaryId
        from answer in FollowAsync(request, id, deadline)
        select answer;

    // Whoever is signed in follows what is theirs, and what anyone sees.
    private async Task<Result<Glossary>> FindAsync(string? reader, Ulid id, Deadline deadline)
    {
        var anyones = await glossaries.GetAsync(Viewer.Anyone, id, deadline);
        return reader is null || anyones.Succeeded(out _, out _) ? anyones : await glossaries.GetAsync(new(reader), id, deadline);
    }

    private async Task<Result<Answer>> FollowAsync(LiveRequest request, Ulid id, Deadline deadline)
    {
        var found = await FindAsync(request.Reader, id, deadline);
        if (!found.Succeeded(out var glossary, out var failure))
        {
            return failure;
        }

        var (isThere, left) = await connections.FollowAsync(request.ConnectionId, glossary.Id, deadline);
        if (!isThere)
        {
            return Failure.GlossaryNotFound;
        }

        if (left is { } before)
        {
            await readers.TellAsync(before, request.ConnectionId, deadline);
        }

        var count = await readers.TellAsync(glossary.Id, request.ConnectionId, deadline);
        return Answer.Of(
            new LiveEvent
            {
                Type = "following",
                GlossaryId = glossary.Id.ToString(),
                Version = glossary.Version,
                TermCount = glossary.TermCount,
                Readers = count,
            },
            ContractJson.Default.LiveEvent);
    }
}
