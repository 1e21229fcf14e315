using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>What is honored of <c>AWS::Cognito::UserPool</c>. A property without a member is refused by name.</summary>
internal sealed record UserPoolProperties
{
    public string? UserPoolName { get; init; }

    public IReadOnlyList<string> UsernameAttributes { get; init; } = [];

    public IReadOnlyList<string> AutoVerifiedAttributes { get; init; } = [];

    public UserNames UsernameConfiguration { get; init; } = new();

    public AccountCreation AdminCreateUserConfig { get; init; } = new();

    public PoolPolicies Policies { get; init; } = new();

    public IReadOnlyList<SchemaAttribute> Schema { get; init; } = [];

    public string MfaConfiguration { get; init; } = "OFF";

    [Ignored("a second factor is off, or each user's own choice, which the local sign-in page does not offer")]
    public JsonNode? EnabledMfas { get; init; }

    [Ignored("no messages are sent: codes are shown on the pages that ask for them")]
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

    public AccountRecovery AccountRecoverySetting { get; init; } = new();

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

    /// <summary>
    /// Whether user names and e-mail addresses compare with case: in a pool whose template says nothing they do
    /// (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html).
    /// </summary>
    internal sealed record UserNames
    {
        public bool CaseSensitive { get; init; } = true;
    }

    /// <summary>Whether people may sign up by themselves.</summary>
    internal sealed record AccountCreation
    {
        public bool AllowAdminCreateUserOnly { get; init; }

        [Ignored("no messages are sent")]
        public JsonNode? InviteMessageTemplate { get; init; }

        [Ignored("temporary passwords do not expire locally")]
        public int? UnusedAccountValidityDays { get; init; }
    }

    /// <summary>How people come to a new password when they forgot theirs: without a word, by e-mail.</summary>
    internal sealed record AccountRecovery
    {
        public IReadOnlyList<RecoveryMechanism> RecoveryMechanisms { get; init; } = [];
    }

    /// <summary>One way to recover an account: <c>verified_email</c>, <c>verified_phone_number</c> or <c>admin_only</c>.</summary>
    internal sealed record RecoveryMechanism
    {
        public required string Name { get; init; }

        [Ignored("e-mail is the one way that codes take locally")]
        public int? Priority { get; init; }
    }

    /// <summary>The policies of a pool: the one for passwords.</summary>
    internal sealed record PoolPolicies
    {
        public PasswordRules PasswordPolicy { get; init; } = new();

        [Ignored("the local sign-in page asks for a password")]
        public JsonNode? SignInPolicy { get; init; }
    }

    /// <summary>What a password must have. A pool whose template says nothing gets Amazon Cognito's defaults.</summary>
    internal sealed record PasswordRules
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

    /// <summary>One attribute of the users: a standard one, or one of the template's own, which gets the prefix <c>custom:</c>.</summary>
    internal sealed record SchemaAttribute
    {
        public required string Name { get; init; }

        public string AttributeDataType { get; init; } = "String";

        public bool Mutable { get; init; } = true;

        [Ignored("sign-up asks for the e-mail address alone")]
        public bool? Required { get; init; }

        [Ignored("every attribute can be read and written by the client locally")]
        public bool? DeveloperOnlyAttribute { get; init; }

        [Ignored("lengths are not checked locally")]
        public JsonNode? StringAttributeConstraints { get; init; }

        [Ignored("ranges are not checked locally")]
        public JsonNode? NumberAttributeConstraints { get; init; }
    }
}
