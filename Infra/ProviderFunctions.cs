using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace Lexicon.Infra;

/// <summary>
/// Brings the functions that CDK writes for its custom resources up to date: CDK 2.160 puts them on runtimes that AWS has
/// since ended (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html), leaves their log groups to Lambda, which
/// would create them without an end and leave them behind when the stack is destroyed, and lets them write to every group.
/// </summary>
internal sealed class ProviderFunctions(StageSettings settings) : DeputyBase, IAspect
{
    private const string Node = "nodejs24.x";
    private const string Python = "python3.13";

    private const string OlderPython =
        "CDK's newest version runs this function on python3.13, too: the AWS CLI in its layer is not known to run on a later one.";

    public void Visit(IConstruct node)
    {
        // CDK writes its own Node.js providers as bare resources and the Python ones, as we write ours, with a class, which
        // takes a role and a log group where it is made.
        if (node is CfnFunction function)
        {
            if (function.Runtime is { } runtime && runtime.StartsWith("python", StringComparison.Ordinal))
            {
                function.AddPropertyOverride("Runtime", Python);
                function.Waive("AwsSolutions-L1", OlderPython);
                function.Waive("Serverless-LambdaLatestVersion", OlderPython);
                WaiveWhatAProviderNeedsNot(function);
            }
        }
        else if (node is CfnResource { CfnResourceType: "AWS::Lambda::Function" } provider)
        {
            Update(provider);
        }
    }

    private void Update(CfnResource function)
    {
        // Beside the function, not below it, or they would inherit what the function depends on.
        var beside = (Construct)function.Node.Scope!;
        var logs = new LogGroup(beside, "Logs", new LogGroupProps
        {
            Retention = settings.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var role = (CfnResource)beside.Node.FindChild("Role");
        var writing = new CfnPolicy(beside, "Writing", new CfnPolicyProps
        {
            PolicyName = "Logs",
            PolicyDocument = new PolicyDocument(new PolicyDocumentProps
            {
                Statements =
                [
                    new PolicyStatement(new PolicyStatementProps
                    {
                        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
                        Resources = [logs.LogGroupArn],
                    }),
                ],
            }),
            Roles = [role.Ref],
        });

        // In place of AWSLambdaBasicExecutionRole, and there for as long as the function may run.
        role.AddPropertyDeletionOverride("ManagedPolicyArns");
        function.AddDependency(writing);
        ((CfnLogGroup)logs.Node.DefaultChild!).AddPropertyOverride("Tags", Labels.Raw(settings));
        function.AddPropertyOverride("Runtime", Node);
        function.AddPropertyOverride("LoggingConfig.LogGroup", logs.LogGroupName);
        WaiveWhatAProviderNeedsNot(function);
    }

    private static void WaiveWhatAProviderNeedsNot(CfnResource function)
    {
        function.Waive("Serverless-LambdaDLQ", "CloudFormation waits for the answer and fails the deployment without one: no event is lost unseen.");
        function.Waive("Serverless-LambdaTracing", "It runs a few times a deployment, for CloudFormation alone, and takes part in no request.");
    }
}
