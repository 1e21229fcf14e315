using Amazon.Lambda.Core;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Events;

/// <summary>Runs a reaction and logs the one line of its event. A failure is thrown on, so that Lambda tries the event again.</summary>
internal sealed class ReactionEndpoint<TEvent>(Reaction row, IReaction<TEvent> reaction, TimeProvider time, Log log)
{
    private readonly EventRun _run = new(row.Name, time, log);

    public Task HandleAsync(TEvent occurrence, ILambdaContext context) => _run.RunAsync(context, async deadline =>
    {
        await reaction.RunAsync(occurrence, deadline);
        return (true, (Exception?)null);
    });
}
