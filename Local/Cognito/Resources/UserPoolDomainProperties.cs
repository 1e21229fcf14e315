using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>What is honored of <c>AWS::Cognito::UserPoolDomain</c>; a custom domain is refused by name.</summary>
internal sealed record UserPoolDomainProperties
{
    public required string Domain { get; init; }

    public required string UserPoolId { get; init; }

    [Ignored("the runner has one sign-in page of its own")]
    public int? ManagedLoginVersion { get; init; }
}
