using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Lexicon.Benchmarks.MeasuredFunctions;

/// <summary>
/// A step of the SDK's pipeline that notes when a call passes, on its way out or back. The namespace says "internal": good enough
/// to measure with, not to deploy.
/// </summary>
internal sealed class MomentHandler(string? onTheWayOut, string? onTheWayBack = null) : PipelineHandler
{
    /// <summary>What the moments of this call begin with.</summary>
    public static string Call { get; set; } = "";

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        Note(onTheWayOut);
        var answer = await base.InvokeAsync<T>(executionContext);
        Note(onTheWayBack);
        return answer;
    }

    private static void Note(string? moment)
    {
        if (moment is not null)
        {
            Moments.Add($"{Call} {moment}");
        }
    }

    /// <summary>Puts them between the steps of every client that is made from now on.</summary>
    public sealed class Customizer : IRuntimePipelineCustomizer
    {
        public string UniqueName => "Moments";

        public void Customize(Type type, RuntimePipeline pipeline)
        {
            pipeline.AddHandlerBefore<Marshaller>(new MomentHandler("marshal"));
            pipeline.AddHandlerAfter<Marshaller>(new MomentHandler("marshalled"));
            pipeline.AddHandlerBefore<Signer>(new MomentHandler("sign"));
            pipeline.AddHandlerAfter<Signer>(new MomentHandler("signed"));
            pipeline.AddHandlerAfter<Unmarshaller>(new MomentHandler(null, "received"));
        }
    }
}
