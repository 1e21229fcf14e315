namespace Lexicon.Benchmarks.Processes;

/// <summary>A program with its arguments and the whole of its environment.</summary>
internal sealed record Command(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The same with more in its environment.</summary>
    public Command With(params ReadOnlySpan<(string Name, string Value)> variables)
    {
        var environment = new Dictionary<string, string>(Environment);
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return this with { Environment = environment };
    }

    /// <summary>The same with one variable less.</summary>
    public Command Without(string name) =>
        this with { Environment = Environment.Where(variable => variable.Key != name).ToDictionary() };
}
