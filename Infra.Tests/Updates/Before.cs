using System.Collections.Concurrent;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Updates;

/// <summary>The stages as they were before an operation was added, each synthesized once for the whole run.</summary>
internal static class Before
{
    private static readonly ConcurrentDictionary<(string Variant, string Operation), Lazy<SynthesizedStage>> s_stages = new();

    public static SynthesizedStage Of(string variant, string operation) => s_stages.GetOrAdd(
        (variant, operation),
        key => new(() => Stages.Synthesize(key.Variant, [.. Routes.All.Where(route => route.Operation != key.Operation)]))).Value;
}
