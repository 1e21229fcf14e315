using System.Collections.Concurrent;

namespace Lexicon.Local.Lambda;

/// <summary>The functions of the account, by name.</summary>
internal sealed class FunctionCatalog
{
    private readonly ConcurrentDictionary<string, Function> byName = [];

    /// <summary>All functions, by name.</summary>
    public IEnumerable<Function> All => byName.Values.OrderBy(function => function.Configuration.Name, StringComparer.Ordinal);

    /// <summary>Adds a function.</summary>
    /// <returns>False when there is one of that name.</returns>
    public bool Add(Function function) => byName.TryAdd(function.Configuration.Name, function);

    /// <summary>The function of that name, or null.</summary>
    public Function? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The version that a reference leads to.</summary>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>, 404.</exception>
    public FunctionVersion Get(FunctionReference reference) =>
        Find(reference.Name)?.Find(reference.Qualifier)
        ?? throw new LambdaServiceException("ResourceNotFoundException", 404, $"Function not found: {reference.Arn}");
}
