using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>What a password must have. A pool whose template says nothing gets Amazon Cognito's defaults.</summary>
internal sealed record PasswordPolicyProperties
{
    public int MinimumLength { get; init; } = 8;

    public bool RequireLowercase { get; init; } = true;

    public bool RequireUppercase { get; init; } = true;

    public bool RequireNumbers { get; init; } = true;

    public bool RequireSymbols { get; init; } = true;

    [Ignored("earlier passwords are not kept locally")]
    public int? PasswordHistorySize { get; init; }

    [Ignored("temporary passwords do not expire locally")]
    public int? TemporaryPasswordValidityDays { get; init; }
}
