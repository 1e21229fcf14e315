using System.Collections.Concurrent;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda;

/// <summary>The functions of the account, by name.</summary>
internal sealed class Functions
{
    private readonly ConcurrentDictionary<string, Function> _byName = [];

    /// <summary>All functions, by name.</summary>
    public IEnumerable<Function> All => _byName.Values.OrderBy(function => function.Configuration.Name, StringComparer.Ordinal);

    /// <summary>Adds a function.</summary>
    /// <returns>False when there is one of that name.</returns>
    public bool Add(Function function) => _byName.TryAdd(function.Configuration.Name, function);

    /// <summary>The function of that name, or null.</summary>
    public Function? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The function that a resource of a template refers to by name or ARN.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public (Function Function, FunctionReference Reference) Find(TemplateResource resource, string name) =>
        FunctionReference.Parse(name) is { } reference && Find(reference.Name) is { } function
            ? (function, reference)
            : throw resource.Refuse("FunctionName", $"there is no function {name}");

    /// <summary>The version that a reference leads to.</summary>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>, 404.</exception>
    public FunctionVersion Get(FunctionReference reference) =>
        Find(reference.Name)?.Find(reference.Qualifier) ?? throw NotFound(reference);

    /// <summary>The version that one invocation of a reference goes to.</summary>
    /// <param name="reference">What the caller named.</param>
    /// <param name="draw">At least 0 and less than 1: where the versions of an alias share the traffic, it decides.</param>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>, 404.</exception>
    public FunctionVersion Route(FunctionReference reference, double draw) =>
        Find(reference.Name)?.Route(reference.Qualifier, draw)
            // What is invoked without a qualifier is the version $LATEST, and the message names it.
            ?? throw NotFound(reference with { Qualifier = reference.Qualifier ?? FunctionVersion.Latest });

    private static LambdaServiceException NotFound(FunctionReference reference) =>
        new("ResourceNotFoundException", 404, $"Function not found: {reference.Arn}");
}
