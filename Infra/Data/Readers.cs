using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Data;

/// <summary>
/// The accounts of the readers, who sign themselves up with their e-mail address. Who may sign in from where (the client) is
/// the site's to say, for only it knows its address.
/// </summary>
internal sealed class Readers : Construct
{
    /// <summary>The group of those who decide reports.</summary>
    public const string Moderators = "moderators";

    public Readers(Construct scope, string id, StageSettings settings)
        : base(scope, id)
    {
        Pool = new UserPool(this, "Pool", new UserPoolProps
        {
            SelfSignUpEnabled = true,
            SignInAliases = new SignInAliases { Email = true },
            SignInCaseSensitive = false,
            AutoVerify = new AutoVerifiedAttrs { Email = true },
            StandardAttributes = new StandardAttributes { Email = new StandardAttribute { Required = true, Mutable = true } },
            AccountRecovery = AccountRecovery.EMAIL_ONLY,

            // A session that was left open cannot be made to take the account along to another address.
            KeepOriginal = new KeepOriginalAttrs { Email = true },

            // An authenticator app, for who wants it. No text messages: they are paid for by the piece, and numbers get stolen.
            Mfa = Mfa.OPTIONAL,
            MfaSecondFactor = new MfaSecondFactor { Otp = true, Sms = false },
            EnableSmsRole = false,
            PasswordPolicy = new PasswordPolicy
            {
                MinLength = 10,
                RequireLowercase = true,
                RequireUppercase = true,
                RequireDigits = true,
                RequireSymbols = true,
                TempPasswordValidity = Duration.Days(3),
            },

            // Threat protection is in the plan PLUS alone:
            // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html.
            FeaturePlan = settings.Options.ProtectsFromThreats ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
            StandardThreatProtectionMode = settings.Options.ProtectsFromThreats ? StandardThreatProtectionMode.FULL_FUNCTION : null,
            DeletionProtection = settings.KeepsData,
            RemovalPolicy = settings.RemovalOfData,
        });

        Pool.Waive(
        [
            new("AwsSolutions-COG2", "A second factor is each reader's choice: what is at stake is the reader's own glossaries."),
            .. settings.Options.ProtectsFromThreats ? [] : (Waiver[])
                [new("AwsSolutions-COG8", "Threat protection is in the paid tier: -c threatProtection=true buys and enforces it.")],
        ]);

        _ = new CfnUserPoolGroup(this, "Moderators", new CfnUserPoolGroupProps
        {
            UserPoolId = Pool.UserPoolId,
            GroupName = Moderators,
            Description = "Who decides the reports of readers",
        });

        // Prefixes are shared by every account of a Region; the account number makes ours our own.
        Domain = Pool.AddDomain("Domain", new UserPoolDomainOptions
        {
            CognitoDomain = new CognitoDomainOptions { DomainPrefix = $"lexicon-{settings.Name}-{Aws.ACCOUNT_ID}" },
        });
    }

    public UserPool Pool { get; }

    public UserPoolDomain Domain { get; }
}
