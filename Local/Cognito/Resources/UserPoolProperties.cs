using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>What is honored of <c>AWS::Cognito::UserPool</c>. A property without a member is refused by name.</summary>
internal sealed record UserPoolProperties
{
    public string? UserPoolName { get; init; }

    public IReadOnlyList<string> UsernameAttributes { get; init; } = [];

    public IReadOnlyList<string> AutoVerifiedAttributes { get; init; } = [];

    public UsernameConfigurationProperties UsernameConfiguration { get; init; } = new();

    public AdminCreateUserConfigProperties AdminCreateUserConfig { get; init; } = new();

    public PoliciesProperties Policies { get; init; } = new();

    public IReadOnlyList<SchemaAttributeProperties> Schema { get; init; } = [];

    public string MfaConfiguration { get; init; } = "OFF";

    [Ignored("a second factor is off, or each user's own choice, which the local sign-in page does not offer")]
    public JsonNode? EnabledMfas { get; init; }

    [Ignored("no messages are sent: confirmation codes are shown on the sign-up page")]
    public string? EmailVerificationMessage { get; init; }

    [Ignored("no messages are sent")]
    public string? EmailVerificationSubject { get; init; }

    [Ignored("no messages are sent")]
    public string? SmsVerificationMessage { get; init; }

    [Ignored("no messages are sent")]
    public string? SmsAuthenticationMessage { get; init; }

    [Ignored("no messages are sent")]
    public JsonNode? VerificationMessageTemplate { get; init; }

    [Ignored("no messages are sent")]
    public JsonNode? EmailConfiguration { get; init; }

    [Ignored("no messages are sent")]
    public JsonNode? UserAttributeUpdateSettings { get; init; }

    [Ignored("the local pool has one way to recover an account: a code")]
    public JsonNode? AccountRecoverySetting { get; init; }

    [Ignored("devices are not tracked locally")]
    public JsonNode? DeviceConfiguration { get; init; }

    [Ignored("threat protection needs AWS's traffic")]
    public JsonNode? UserPoolAddOns { get; init; }

    [Ignored("it is a price")]
    public string? UserPoolTier { get; init; }

    [Ignored("make clean is the only way to remove local data")]
    public string? DeletionProtection { get; init; }

    [Ignored("tags change nothing on one machine")]
    public JsonNode? UserPoolTags { get; init; }
}
