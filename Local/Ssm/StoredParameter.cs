namespace Lexicon.Local.Ssm;

/// <summary>A parameter with its one version.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>String</c> or <c>StringList</c>.</param>
/// <param name="Value">Its value; of a list, the items with commas between them.</param>
/// <param name="Modified">When it was provisioned.</param>
internal sealed record StoredParameter(string Name, string Type, string Value, DateTimeOffset Modified)
{
    /// <summary>The version that each parameter has.</summary>
    public const int Version = 1;

    /// <summary>Its ARN.</summary>
    public string Arn => ParameterName.Arn(Name);
}
