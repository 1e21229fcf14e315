using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Lexicon.Infra.Data;

/// <summary>
/// The accounts of the readers, who sign themselves up with their e-mail address. Who may sign in from where (the client) is
/// the site's to say, for only it knows its address.
/// </summary>
internal sealed class Readers : Construct
{
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
            PasswordPolicy = new PasswordPolicy
            {
                MinLength = 10,
                RequireLowercase = true,
                RequireUppercase = true,
                RequireDigits = true,
                RequireSymbols = true,
                TempPasswordValidity = Duration.Days(3),
            },
            DeletionProtection = settings.KeepsData,
            RemovalPolicy = settings.RemovalOfData,
        });

        // This CDK is older than the feature plans of user pools.
        ((CfnUserPool)Pool.Node.DefaultChild!).AddPropertyOverride("UserPoolTier", "ESSENTIALS");

        // Prefixes are shared by every account of a Region; the account number makes ours our own.
        Domain = Pool.AddDomain("Domain", new UserPoolDomainOptions
        {
            CognitoDomain = new CognitoDomainOptions { DomainPrefix = $"lexicon-{settings.Name}-{Aws.ACCOUNT_ID}" },
        });
    }

    public UserPool Pool { get; }

    public UserPoolDomain Domain { get; }
}
