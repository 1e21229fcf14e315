using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Lexicon.Infra.Context;

/// <summary>
/// What <c>cdk bootstrap</c> made in a Region, by the names that its template gives:
/// https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html#bootstrapping-contract.
/// </summary>
/// <param name="Qualifier">What the names have in them, so that an account can be bootstrapped several times.</param>
/// <param name="Region">The Region.</param>
/// <param name="KeyArn">The KMS key that it was given for the bucket of the assets; null if it was given none.</param>
internal sealed record Bootstrap(string Qualifier, string Region, string? KeyArn = null)
{
    /// <summary>The parameter that has the bootstrap's version.</summary>
    public string VersionParameterArn => $"arn:aws:ssm:{Region}:{Aws.ACCOUNT_ID}:parameter/cdk-bootstrap/{Qualifier}/version";

    /// <summary>The bucket of the assets.</summary>
    public string AssetsArn => $"arn:aws:s3:::{AssetsOf(Aws.ACCOUNT_ID)}";

    /// <summary>The bootstrap of the Region that the context names; CDK takes the qualifier from the same place.</summary>
    public static Bootstrap Read(Node node, Options options) => new(
        node.TryGetContext("@aws-cdk/core:bootstrapQualifier") as string ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER,
        options.Region,
        options.BootstrapKey);

    /// <summary>What reading the assets takes besides the bucket: its key, if it has one of its own, and by S3 alone.</summary>
    public PolicyStatementProps[] Decrypt() => KeyArn is null ? [] :
    [
        new PolicyStatementProps
        {
            Actions = ["kms:Decrypt"],
            Resources = [KeyArn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, string> { ["kms:ViaService"] = $"s3.{Region}.amazonaws.com" },
            },
        },
    ];

    /// <summary>The name of the bucket of the assets in an account.</summary>
    public string AssetsOf(string account) => $"cdk-{Qualifier}-assets-{account}-{Region}";

    /// <summary>The ARN of a role: <c>Role("lookup-role")</c>.</summary>
    public string Role(string name) => $"arn:aws:iam::{Aws.ACCOUNT_ID}:role/cdk-{Qualifier}-{name}-{Aws.ACCOUNT_ID}-{Region}";
}
