using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>A signed-in reader's ticket to connect to the live updates: for one connection, within 30 seconds.</summary>
internal sealed class CreateMyLiveTicket(LiveStore tickets) : IOperation<CreateMyLiveTicket>
{
    public static CreateMyLiveTicket Create(Stores stores) => new(stores.Live);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from answer in CreateAsync(reader, deadline)
        select answer;

    private async Task<Result<Answer>> CreateAsync(string reader, Deadline deadline) =>
        Answer.Of(Views.Of(await tickets.CreateTicketAsync(reader, deadline)), ContractJson.Default.LiveTicketResponse);
}
