namespace Lexicon.Local.Ssm.Api;

/// <summary>
/// What a request calls a parameter: a name or an ARN, behind which a colon and a version or a label may follow
/// (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html).
/// </summary>
/// <param name="Id">The name or the ARN.</param>
/// <param name="Selector">The version or the label; null where none is asked for.</param>
internal sealed record ParameterId(string Id, string? Selector)
{
    /// <summary>The ARN that a permission is asked for.</summary>
    public string Arn => Id.StartsWith("arn:", StringComparison.Ordinal) ? Id : ParameterName.Arn(Id);

    /// <summary>Whether the version that each parameter has is asked for; no version has a label.</summary>
    public bool SelectsTheOneVersion => Selector is null || Selector == $"{StoredParameter.Version}";

    /// <summary>Reads the text of a request.</summary>
    public static ParameterId Parse(string text)
    {
        // arn:aws:ssm:REGION:ACCOUNT:parameter/NAME has five colons of its own.
        var parts = text.Split(':');
        var own = parts[0] == "arn" ? 6 : 1;
        return parts.Length <= own
            ? new(text, null)
            : new(string.Join(':', parts[..own]), string.Join(':', parts[own..]));
    }
}
