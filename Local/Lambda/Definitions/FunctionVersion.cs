using System.Text.Json;

namespace Lexicon.Local.Lambda.Definitions;

/// <summary>One version of a function, <c>$LATEST</c> or a number. Versions share code but no execution environments.</summary>
internal sealed class FunctionVersion(Function function, string version, string description)
{
    /// <summary>The version that is not published.</summary>
    public const string Latest = "$LATEST";

    public Function Function => function;

    public FunctionConfiguration Configuration => function.Configuration;

    public string Version => version;

    public string Description => description;

    /// <summary>
    /// What an execution environment is made from, code and configuration, as text: an environment of one version can work for
    /// another one of which this is the same.
    /// </summary>
    public string Identity { get; } = $"{version} {JsonSerializer.Serialize(function.Configuration)}";

    /// <summary>The ARN with its version; that of <c>$LATEST</c> has none.</summary>
    public string Arn => version == Latest ? Configuration.Arn : QualifiedArn;

    /// <summary>The ARN with its version, <c>$LATEST</c> too.</summary>
    public string QualifiedArn => $"{Configuration.Arn}:{version}";
}
