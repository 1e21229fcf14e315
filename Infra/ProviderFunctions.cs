using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace Lexicon.Infra;

/// <summary>
/// Brings the functions that CDK writes for its custom resources up to date: CDK 2.160 puts them on runtimes that AWS has
/// since ended (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html), and leaves their log groups to Lambda,
/// which would create them without an end and leave them behind when the stack is destroyed.
/// </summary>
internal sealed class ProviderFunctions(RetentionDays retention) : DeputyBase, IAspect
{
    private const string Node = "nodejs22.x";
    private const string Python = "python3.13";

    public void Visit(IConstruct node)
    {
        // CDK writes its own Node.js providers as bare resources and the Python ones, as we write ours, with a class.
        if (node is CfnFunction function)
        {
            if (function.Runtime is { } runtime && runtime.StartsWith("python", StringComparison.Ordinal))
            {
                Update(function, Python);
            }
        }
        else if (node is CfnResource { CfnResourceType: "AWS::Lambda::Function" } provider)
        {
            Update(provider, Node);
        }
    }

    private void Update(CfnResource function, string runtime)
    {
        // Beside the function, not below it, or it would inherit what the function depends on.
        var logs = new LogGroup((Construct)function.Node.Scope!, "Logs", new LogGroupProps
        {
            Retention = retention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        function.AddPropertyOverride("Runtime", runtime);
        function.AddPropertyOverride("LoggingConfig.LogGroup", logs.LogGroupName);
    }
}
