using Lexicon.Functions.Operations;

namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>One ticket.</summary>
internal sealed class CreateMyLiveTicketScenario : IScenario
{
    public Task RunAsync(MeasuredWorld world) =>
        world.MeasureAsync(api => api.CallAsync(nameof(CreateMyLiveTicket), new() { Reader = api.Reader }));
}
