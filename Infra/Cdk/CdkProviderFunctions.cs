using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Cdk;

/// <summary>
/// Completes the functions that CDK writes for its custom resources: it leaves the log group of the one that empties buckets to
/// Lambda, which would create it without an end and leave it behind when the stack is destroyed, and lets it write to every group.
/// They are found by the ids that CDK gives them, once a stack: an aspect would be called for each of a thousand constructs,
/// which takes seconds. A test pins that there are no others.
/// </summary>
internal static class CdkProviderFunctions
{
    private const string Emptying = "Custom::S3AutoDeleteObjectsCustomResourceProvider";
    private const string Copying = "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB";

    private const string OlderPython =
        "CDK runs this function on python3.13: the AWS CLI in its layer is not known to run on a later one.";

    private static readonly Waiver[] NeedlessForProviders =
    [
        new("Serverless-LambdaDLQ", "CloudFormation waits for the answer and fails the deployment without one: no event is lost unseen."),
        new("Serverless-LambdaTracing", "It runs a few times a deployment, for CloudFormation alone, and takes part in no request."),
    ];

    /// <summary>Completes those of one stack, which is complete.</summary>
    public static void Complete(Stack stack, StageSettings settings)
    {
        if (stack.Node.TryFindChild(Emptying) is { } emptying)
        {
            Complete((Construct)emptying, settings);
        }

        // It was given its role and its log group where it is made.
        if (stack.Node.TryFindChild(Copying) is { } copying)
        {
            var function = (CfnFunction)copying.Node.DefaultChild!;
            function.Waive(
                [new("AwsSolutions-L1", OlderPython), new("Serverless-LambdaLatestVersion", OlderPython), .. NeedlessForProviders]);
        }
    }

    private static void Complete(Construct provider, StageSettings settings)
    {
        var function = (CfnResource)provider.Node.FindChild("Handler");
        var role = (CfnResource)provider.Node.FindChild("Role");

        // Beside the function, not below it, or they would inherit what the function depends on.
        var logs = new LogGroup(provider, "Logs", new LogGroupProps
        {
            Retention = settings.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var write = new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [logs.LogGroupArn],
        };
        var writing = new CfnPolicy(provider, "Writing", new CfnPolicyProps
        {
            PolicyName = "Logs",
            PolicyDocument = PolicyDocuments.Allow(write),
            Roles = [role.Ref],
        });

        // In place of AWSLambdaBasicExecutionRole, and there for as long as the function may run.
        role.AddPropertyDeletionOverride("ManagedPolicyArns");
        function.AddResourceDependency(writing);
        function.AddPropertyOverride("LoggingConfig.LogGroup", logs.LogGroupName);
        function.Waive(NeedlessForProviders);
    }
}
