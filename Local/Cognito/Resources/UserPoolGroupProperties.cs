namespace Lexicon.Local.Cognito.Resources;

/// <summary>What is honored of <c>AWS::Cognito::UserPoolGroup</c>. A property without a member is refused by name.</summary>
internal sealed record UserPoolGroupProperties
{
    public required string UserPoolId { get; init; }

    public string? GroupName { get; init; }

    public string? Description { get; init; }

    public int? Precedence { get; init; }

    public string? RoleArn { get; init; }
}
