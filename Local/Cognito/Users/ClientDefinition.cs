using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito.Resources;

namespace Lexicon.Local.Cognito.Users;

/// <summary>A client of a user pool of the templates, its URLs as this machine reaches them.</summary>
internal sealed record ClientDefinition(string Id, UserPoolClientProperties Properties)
{
    /// <summary>The pool it belongs to.</summary>
    public string PoolId => Properties.UserPoolId;

    /// <summary>How long its access tokens live; an hour where the template says nothing, as on AWS.</summary>
    public TimeSpan AccessTokenLife => Life(Properties.AccessTokenValidity ?? 1, Properties.TokenValidityUnits.AccessToken);

    /// <summary>How long its ID tokens live; an hour where the template says nothing.</summary>
    public TimeSpan IdTokenLife => Life(Properties.IdTokenValidity ?? 1, Properties.TokenValidityUnits.IdToken);

    /// <summary>How long its refresh tokens live; thirty days where the template says nothing.</summary>
    public TimeSpan RefreshTokenLife => Life(Properties.RefreshTokenValidity ?? 30, Properties.TokenValidityUnits.RefreshToken);

    /// <summary>Whether an authentication flow of the API is switched on for the client.</summary>
    public bool Allows(string flow) => Properties.ExplicitAuthFlows.Contains($"ALLOW_{flow}");

    private static TimeSpan Life(int amount, string unit) => unit switch
    {
        "seconds" => TimeSpan.FromSeconds(amount),
        "minutes" => TimeSpan.FromMinutes(amount),
        "hours" => TimeSpan.FromHours(amount),
        "days" => TimeSpan.FromDays(amount),
        _ => throw new StartupException($"TokenValidityUnits: '{unit}' is not valid; it must be seconds, minutes, hours or days"),
    };
}
