using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Facts;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>A cloud without functions.</summary>
internal sealed class NoFunctions : IFunctionsView
{
    public IReadOnlyList<FunctionFacts> Functions => [];

    public IReadOnlyList<EnvironmentFacts> Environments => [];

    public IReadOnlyList<InvocationFacts> InvocationsOf(string function) => [];

    public FunctionUsage UsageOf(string function) => new(0, 0);
}
