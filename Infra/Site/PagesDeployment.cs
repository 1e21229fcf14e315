using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3.Deployment;
using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Site;

/// <summary>
/// Fills the bucket with the pages and with <c>config.json</c>, the one thing that they must be told. First comes what has a
/// hash in its path, then the pages that refer to it, so that no reader gets a page whose scripts are not there yet; the
/// scripts of earlier pages stay, for the readers who still have those open.
/// </summary>
internal sealed class PagesDeployment : Construct
{
    private const string Assets = $"{HashedPages.Folder}/*";

    public PagesDeployment(Construct scope, string id, PagesDeploymentProps props)
        : base(scope, id)
    {
        var pages = Path.Combine(Amazon.CDK.Stage.Of(this)!.AssetOutdir, "pages");
        HashedPages.Write(props.Pages, pages);

        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            Retention = props.Settings.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        // CDK would widen the role by wildcards of its own; it is complete as it stands.
        var role = CopyingRole(props, logs.LogGroupArn).WithoutPolicyUpdates();

        var assets = new BucketDeployment(this, "Assets", new BucketDeploymentProps
        {
            Sources = [Source.Asset(pages)],
            Exclude = ["*"],
            Include = [Assets],
            Prune = false,
            CacheControl = [CacheControl.FromString("public, max-age=31536000, immutable")],
            DestinationBucket = props.Bucket,
            Role = role,
            LogGroup = logs,
            MemoryLimit = 256,
        });

        var config = new Dictionary<string, string>
        {
            // A deployment takes a Ref, GetAtt or Select into a file, but not a bare import of another stack's value.
            ["issuer"] = Fn.Select(0, Fn.Split(" ", props.Issuer)),
            ["clientId"] = props.ClientId,
            ["live"] = Fn.Select(0, Fn.Split(" ", props.LiveAddress)),
            ["api"] = Fn.Select(0, Fn.Split(" ", props.ApiAddress)),
            ["region"] = props.Settings.Region,
            ["identity"] = Fn.Select(0, Fn.Split(" ", props.IdentityAddress)),
            ["identityPool"] = props.IdentityPoolId,
            ["identityProvider"] = props.IdentityProvider,
        };
        var content = new BucketDeployment(this, "Content", new BucketDeploymentProps
        {
            Sources = [Source.Asset(pages), Source.JsonData("config.json", config)],
            Exclude = [Assets],
            Prune = true,

            // A browser asks each time and mostly hears 304; the edge, which a deployment invalidates, keeps them for a day.
            CacheControl = [CacheControl.FromString("public, max-age=0, s-maxage=86400, must-revalidate")],
            DestinationBucket = props.Bucket,
            Distribution = props.Distribution,
            DistributionPaths = ["/*"],
            Role = role,
            LogGroup = logs,
            MemoryLimit = 256,
        });
        content.Node.AddDependency(assets);

        // The function of both has the layer of the first one.
        content.Node.TryRemoveChild("AwsCliLayer");
    }

    // What the copying function calls, and no more: https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html lists, puts and
    // deletes. The bucket of CDK's assets is the bootstrap's, and a key in it is the hash of what is copied: to name it would
    // change the policy with each deployment, which then would run before IAM has spread the change.
    private Role CopyingRole(PagesDeploymentProps props, string logGroupArn)
    {
        var bucket = props.Bucket.BucketArn;
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = "Lexicon: copies the pages into their bucket and tells the edge",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Deployment"] = PolicyDocuments.Allow(
                [
                    Statement($"{props.Settings.Bootstrap.AssetsArn}/*.zip", "s3:GetObject"),
                    Statement(bucket, "s3:ListBucket"),
                    Statement($"{bucket}/*", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"),
                    Statement(props.Distribution.DistributionArn, "cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"),
                    Statement(logGroupArn, "logs:CreateLogStream", "logs:PutLogEvents"),
                    .. props.Settings.Bootstrap.Decrypt(),
                ]),
            },
        });
        role.Waive(
            new Waiver(
                "AwsSolutions-IAM5",
                "Which files there are is known to each deployment alone: every object of the one bucket.",
                $"Resource::<{Stack.Of(this).GetLogicalId((CfnElement)props.Bucket.Node.DefaultChild!)}.Arn>/*"),
            new Waiver(
                "AwsSolutions-IAM5",
                "An asset's key is its hash: naming it would change the role, slower than the deployment uses it.",
                $"Resource::arn:aws:s3:::{props.Settings.Bootstrap.AssetsOf("<AWS::AccountId>")}/*.zip"));
        return role;
    }

    private static PolicyStatementProps Statement(string resource, params string[] actions) =>
        new() { Actions = actions, Resources = [resource] };
}
