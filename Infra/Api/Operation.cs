using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using LambdaFunction = Amazon.CDK.AWS.Lambda.Function;
using LambdaFunctionProps = Amazon.CDK.AWS.Lambda.FunctionProps;

namespace Lexicon.Infra.Api;

/// <summary>
/// One operation of the API: a function of its own, a role with exactly the permissions it needs, and a log group that only
/// this role writes to.
/// </summary>
internal sealed class Operation : Construct
{
    /// <summary>When Lambda cuts a request off.</summary>
    public const int TimeoutSeconds = 10;

    /// <summary>The alias that callers invoke.</summary>
    public const string LiveAlias = "live";

    // The name of the assembly; Lambda starts a managed executable by it: the handler of an operation is found by OPERATION.
    private const string Handler = "Lexicon.Functions";

    // CDK 2.160 does not name this runtime yet.
    private static readonly Runtime s_dotnet10 = new("dotnet10", RuntimeFamily.DOTNET_CORE);

    public Operation(Construct scope, string id, OperationProps props)
        : base(scope, id)
    {
        Name = NameOf(Stack.Of(this), props.Route.Operation);
        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{Name}",
            Retention = props.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = $"{props.Route.Operation} of Lexicon",
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["Operation"] = OperationPolicy.Of(Stack.Of(this), logs, props) },
        });
        WaiveTracing(role);

        Function = new LambdaFunction(this, "Function", new LambdaFunctionProps
        {
            FunctionName = Name,
            Description = $"{props.Route.Method} {props.Route.Path}",
            Runtime = props.Options.IsNative ? Runtime.PROVIDED_AL2023 : s_dotnet10,
            Architecture = props.Options.IsArm ? Architecture.ARM_64 : Architecture.X86_64,
            Handler = Handler,
            Code = props.Code,
            MemorySize = 1024,
            Timeout = Duration.Seconds(TimeoutSeconds),
            Environment = new Dictionary<string, string>([.. StartUp.Environment, .. props.Variables])
            {
                ["OPERATION"] = props.Route.Operation,
                ["TABLE_NAME"] = props.TableName,
                ["METRICS_NAMESPACE"] = props.MetricsNamespace,
            },
            LogGroup = logs,
            DeadLetterQueue = props.DeadLetters,
            Tracing = Tracing.ACTIVE,

            // Complete as it stands: CDK would add a second policy, which could be missing when the function first runs.
            Role = role.WithoutPolicyUpdates(),
        });

        Live = new Alias(this, "Live", new AliasProps { AliasName = LiveAlias, Version = Function.CurrentVersion });
    }

    /// <summary>The name of the function.</summary>
    public string Name { get; }

    public LambdaFunction Function { get; }

    /// <summary>What callers invoke: the version of the last deployment that went well.</summary>
    public Alias Live { get; }

    /// <summary>
    /// The name of an operation's function: unique in account and Region as the stack's name is, and known before anything is
    /// deployed, so that logs, metrics and alarms can speak of it without a value that crosses stacks.
    /// </summary>
    public static string NameOf(Stack stack, string operation) => $"{stack.StackName}-{operation}";

    private static void WaiveTracing(Role role)
    {
        const string Reason = "X-Ray's actions to send traces name no resource; all else that the role may do names its resources exactly.";
        role.Waive("AwsSolutions-IAM5", Reason, "Resource::*");
        role.Waive("Serverless-LambdaStarPermissions", Reason);
    }
}
