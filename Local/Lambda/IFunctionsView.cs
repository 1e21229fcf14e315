using Lexicon.Local.Lambda.Facts;

namespace Lexicon.Local.Lambda;

/// <summary>The functions and their environments, for whoever looks at them.</summary>
internal interface IFunctionsView
{
    /// <summary>The functions of the templates, by name.</summary>
    IReadOnlyList<FunctionFacts> Functions { get; }

    /// <summary>The execution environments that are alive.</summary>
    IReadOnlyList<EnvironmentFacts> Environments { get; }

    /// <summary>The last invocations of a function, oldest first; only some of them are kept.</summary>
    IReadOnlyList<InvocationFacts> InvocationsOf(string function);

    /// <summary>What a function has used since the runner started.</summary>
    FunctionUsage UsageOf(string function);
}
