using Amazon.CDK.AWS.IAM;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>What a function may do with the images, and what it is told of them: nothing, where it uses none.</summary>
internal static class ImagesPolicy
{
    private const string ListBucket = "s3:ListBucket";

    public static IEnumerable<PolicyStatementProps> For(OperationProps props) =>
        props.Images.SelectMany(permission => Statements(props, permission));

    /// <summary>The resources that end with a star, as cdk-nag writes them.</summary>
    public static IEnumerable<string> WideResources(OperationProps props) =>
        from permission in props.Images
        where permission.Actions.Any(action => action != ListBucket)
        select $"Resource::arn:aws:s3:::{props.Settings.StageName}-Data-ImagesBucketName/{permission.Prefix}*";

    public static IEnumerable<KeyValuePair<string, string>> Variables(OperationProps props) =>
        props.Images is [] ? [] : [new("IMAGES_BUCKET", props.ImagesBucketName)];

    private static IEnumerable<PolicyStatementProps> Statements(OperationProps props, ImagesPermission permission)
    {
        var bucketArn = $"arn:aws:s3:::{props.ImagesBucketName}";
        yield return new()
        {
            Actions = [.. permission.Actions.Where(action => action != ListBucket)],
            Resources = [$"{bucketArn}/{permission.Prefix}*"],
        };
        if (permission.Actions.Contains(ListBucket))
        {
            yield return new()
            {
                Actions = [ListBucket],
                Resources = [bucketArn],
                Conditions = OperationPolicy.When("StringLike", "s3:prefix", $"{permission.Prefix}*"),
            };
        }
    }
}
