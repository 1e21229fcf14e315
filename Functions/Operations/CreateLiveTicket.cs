using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>A ticket to connect to the live updates without signing in: for one connection, within 30 seconds.</summary>
internal sealed class CreateLiveTicket(LiveStore tickets) : IOperation<CreateLiveTicket>
{
    public static CreateLiveTicket Create(Stores stores) => new(stores.Live);

    public async Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        Answer.Of(Views.Of(await tickets.CreateTicketAsync(null, deadline)), ContractJson.Default.LiveTicketResponse);
}
