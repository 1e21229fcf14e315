using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>What the operations are made of, each made when it is first asked for.</summary>
internal sealed class LiveParts(Stores stores, Func<IConnectionSender> sender)
{
    public LiveStore Connections => stores.Live;

    public GlossaryStore Glossaries => stores.Glossaries;

    public Delivery Delivery => field ??= new(stores.Live, sender());

    public GlossaryChanges Changes => new(stores.Live, stores.Glossaries, Delivery);

    public ReadersOfGlossary Readers => field ??= new(stores.Live, Delivery);
}
