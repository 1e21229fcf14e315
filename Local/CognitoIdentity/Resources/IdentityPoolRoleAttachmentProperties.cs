namespace Lexicon.Local.CognitoIdentity.Resources;

/// <summary>What is honored of <c>AWS::Cognito::IdentityPoolRoleAttachment</c>. A property without a member is refused by name.</summary>
internal sealed record IdentityPoolRoleAttachmentProperties
{
    public required string IdentityPoolId { get; init; }

    /// <summary>By <c>authenticated</c> and <c>unauthenticated</c>.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>By <c>PROVIDER:CLIENT</c>, or by any name where the mapping has an <c>IdentityProvider</c>.</summary>
    public IReadOnlyDictionary<string, RoleMapping> RoleMappings { get; init; } = new Dictionary<string, RoleMapping>();

    /// <summary>How the identities of one provider get their roles.</summary>
    internal sealed record RoleMapping
    {
        public required string Type { get; init; }

        public string? AmbiguousRoleResolution { get; init; }

        public string? IdentityProvider { get; init; }

        public RuleList RulesConfiguration { get; init; } = new();
    }

    internal sealed record RuleList
    {
        public IReadOnlyList<MappingRule> Rules { get; init; } = [];
    }

    /// <summary>A role for those whose claim has a value.</summary>
    internal sealed record MappingRule
    {
        public required string Claim { get; init; }

        public required string MatchType { get; init; }

        public required string Value { get; init; }

        public required string RoleARN { get; init; }
    }
}
