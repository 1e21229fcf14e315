using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>A Lambda authorizer as a template declares it.</summary>
internal sealed record LambdaAuthorizerSettings
{
    /// <summary>The authorizer's id.</summary>
    public required string Id { get; init; }

    /// <summary>The function, which may name stage variables.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>Whether it gets the token alone, or else the whole request.</summary>
    public required bool IsToken { get; init; }

    /// <summary>The expressions of what identifies the caller; one for a token.</summary>
    public required IReadOnlyList<string> IdentitySources { get; init; }

    /// <summary>With a token: what it must look like; null: anything.</summary>
    public string? ValidationExpression { get; init; }

    /// <summary>How long a response is kept.</summary>
    public required TimeSpan TimeToLive { get; init; }

    /// <summary>Whether the token looks as it must.</summary>
    public bool Matches(IReadOnlyList<string> identity) =>
        string.IsNullOrEmpty(ValidationExpression) || identity.Count == 0
            || Regex.IsMatch(identity[0], $"^(?:{ValidationExpression})$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
