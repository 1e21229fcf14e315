using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Lexicon.Infra.Security;
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

    private const string NoResource =
        "X-Ray's actions to send traces name no resource; all else that the role may do names its resources exactly.";

    // One for all operations: each object of the CDK's takes milliseconds.
    private static readonly ServicePrincipal Lambda = new("lambda.amazonaws.com");
    private static readonly Duration Timeout = Duration.Seconds(TimeoutSeconds);

    public Operation(Construct scope, string id, OperationProps props)
        : base(scope, id)
    {
        var settings = props.Settings;
        Name = props.Name;
        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{Name}",
            Retention = settings.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = Lambda,
            Description = $"{props.Operation} of Lexicon",
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["Operation"] = OperationPolicy.For(props, logs.LogGroupArn) },
        });
        role.Waive(
            [new("AwsSolutions-IAM5", NoResource, "Resource::*"), new("Serverless-LambdaStarPermissions", NoResource), .. props.Waivers]);

        Function = new LambdaFunction(this, "Function", new LambdaFunctionProps
        {
            FunctionName = Name,
            Description = props.Description,
            Runtime = settings.Options.IsNative ? Runtime.PROVIDED_AL2023 : Runtime.DOTNET_10,
            Architecture = settings.Options.IsArm ? Architecture.ARM_64 : Architecture.X86_64,
            Handler = Handler,
            Code = props.Code,
            MemorySize = 1024,
            Timeout = Timeout,
            Environment = new Dictionary<string, string>([.. StartUp.Environment, .. props.Variables])
            {
                ["OPERATION"] = props.Operation,
                ["TABLE_NAME"] = props.TableName,
                ["METRICS_NAMESPACE"] = settings.StageName,
            },
            LogGroup = logs,
            DeadLetterQueue = props.DeadLetters,
            Tracing = Tracing.ACTIVE,

            // It is complete as it stands: the function cannot add a policy, which could be missing when the role is first used.
            Role = role.WithoutPolicyUpdates(),
        });

        Live = Function.AddAlias(LiveAlias);
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
    public static string NameOf(string stackName, string operation) => $"{stackName}-{operation}";
}
