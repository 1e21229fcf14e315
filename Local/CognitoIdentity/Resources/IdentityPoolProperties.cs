using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CognitoIdentity.Resources;

/// <summary>What is honored of <c>AWS::Cognito::IdentityPool</c>. A property without a member is refused by name.</summary>
internal sealed record IdentityPoolProperties
{
    public required bool AllowUnauthenticatedIdentities { get; init; }

    public string? IdentityPoolName { get; init; }

    public IReadOnlyList<UserPoolProvider> CognitoIdentityProviders { get; init; } = [];

    /// <summary>False is the enhanced flow, the only one that is here.</summary>
    public bool AllowClassicFlow { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? IdentityPoolTags { get; init; }

    /// <summary>A client of a user pool whose tokens count.</summary>
    internal sealed record UserPoolProvider
    {
        public required string ClientId { get; init; }

        public required string ProviderName { get; init; }

        /// <summary>Whether a token of a user who signed out everywhere is refused before it expires.</summary>
        public bool ServerSideTokenCheck { get; init; }
    }
}
