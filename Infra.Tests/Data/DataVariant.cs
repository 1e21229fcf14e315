using Constructs;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Tests.Data;

/// <summary>The stack of the data alone, with options that do not go together with those of <see cref="Stages.Full"/>.</summary>
internal static class DataVariant
{
    public static Template Of(params (string Name, object Value)[] context) => Stages.WithApp(context, (app, folder) =>
    {
        var settings = StageSettings.Read(app.Node);
        _ = new DataStack(new Construct(app, settings.StageName), settings);
        app.Synth();
        return SynthesizedStage.Load(settings.Name, folder).Data;
    });
}
