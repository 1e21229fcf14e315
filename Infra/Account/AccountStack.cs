using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra.Account;

/// <summary>
/// What an account has once in a Region, whichever stages live there. It stands outside the stages: it is deployed before the
/// API of the first of them, and outlives the last.
/// </summary>
internal sealed class AccountStack : Stack
{
    public AccountStack(Construct scope, StageSettings settings)
        : base(scope, "Lexicon-Account", new StackProps
        {
            Description = "Lexicon: what API Gateway needs once in an account and Region",
            Env = new Amazon.CDK.Environment { Region = settings.Region },
        })
    {
        _ = new GatewayLogging(this, "GatewayLogging", settings.Region);
        Amazon.CDK.Tags.Of(this).Add("application", "lexicon");
    }
}
