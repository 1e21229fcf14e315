using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Functions.Live;

/// <summary>Tells a client that sent something else what it can send.</summary>
internal sealed class RefuseMessage : ILiveOperation<RefuseMessage>
{
    private static readonly Failure Unknown = new(
        FailureKind.InvalidParameter, "A message is {\"action\":\"follow\",\"glossaryId\":\"...\"} or {\"action\":\"unfollow\"}.");

    public static RefuseMessage Create(LiveParts parts) => new();

    public Task<Result<Answer>> RunAsync(LiveRequest request, Deadline deadline) => Task.FromResult<Result<Answer>>(Unknown);
}
