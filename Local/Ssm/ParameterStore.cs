namespace Lexicon.Local.Ssm;

/// <summary>The parameters of the account, as the templates declare them.</summary>
/// <param name="time">When a parameter is provisioned.</param>
internal sealed class ParameterStore(TimeProvider time)
{
    private readonly Dictionary<string, StoredParameter> _byName = [];

    /// <summary>Adds a parameter.</summary>
    public void Add(string name, string type, string value) => _byName[name] = new(name, type, value, time.GetUtcNow());

    /// <summary>The parameter with this name or ARN; null when there is none.</summary>
    public StoredParameter? Find(string id) =>
        _byName.GetValueOrDefault(id) ?? _byName.Values.FirstOrDefault(parameter => parameter.Arn == id);
}
