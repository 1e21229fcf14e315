namespace Lexicon.Local.CloudFront.Functions;

/// <summary>The functions of the templates, by ARN.</summary>
internal sealed class EdgeFunctions
{
    private readonly Dictionary<string, EdgeFunction> _all = new(StringComparer.Ordinal);

    /// <summary>Adds a function; false: there is one of this name.</summary>
    public bool Add(EdgeFunction function) => _all.TryAdd(function.Arn, function);

    /// <summary>The function with this ARN, or null.</summary>
    public EdgeFunction? Find(string arn) => _all.GetValueOrDefault(arn);
}
