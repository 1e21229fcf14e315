using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>
/// What the distribution proves itself to the API with (docs/decisions/0024-the-edge-proves-itself.md): a generated secret that is the
/// value of an API key. Every method asks for one, and the distribution sends it in the place of whatever a viewer sent. See
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html.
/// </summary>
internal sealed class OriginKey : Construct
{
    /// <summary>The header that API Gateway reads a key from.</summary>
    public const string Header = "x-api-key";

    public OriginKey(Construct scope, string id, UsagePlan plan, StageSettings settings)
        : base(scope, id)
    {
        var secret = new CfnSecret(this, "Secret", new CfnSecretProps
        {
            Description = $"What the distribution of Lexicon {settings.Name} sends to its API",
            GenerateSecretString = new CfnSecret.GenerateSecretStringProperty { PasswordLength = 40, ExcludePunctuation = true },
        });
        secret.Waive(new Waiver(
            "AwsSolutions-SMG4",
            "API Gateway and the distribution have a copy each, which a function would have to change together: originKey turns it."));
        SecretArn = secret.Ref;
        plan.AddApiKey(new ApiKey(this, "Key", new ApiKeyProps
        {
            Description = $"The distribution of Lexicon {settings.Name}",
            Value = ValueOf(SecretArn),
        }));
    }

    public string SecretArn { get; }

    /// <summary>
    /// What CloudFormation puts the secret in the place of:
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html.
    /// </summary>
    public static string ValueOf(string secretArn) => $"{{{{resolve:secretsmanager:{secretArn}:SecretString}}}}";
}
