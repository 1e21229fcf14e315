using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SQS;
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

    // The name of the assembly; Lambda starts a managed executable by it: the handler of an operation is found by OPERATION.
    private const string Handler = "Lexicon.Functions";

    // CDK 2.160 does not name this runtime yet.
    private static readonly Runtime s_dotnet10 = new("dotnet10", RuntimeFamily.DOTNET_CORE);

    private readonly string _tableName;

    public Operation(Construct scope, string id, OperationProps props)
        : base(scope, id)
    {
        _tableName = props.TableName;

        var name = NameOf(Stack.Of(this), props.Route.Operation);
        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{name}",
            Retention = props.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = $"{props.Route.Operation} of Lexicon",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Operation"] = new(new PolicyDocumentProps
                {
                    Statements =
                    [
                        WriteLogs(logs),
                        SendTraces(),
                        LeaveDeadLetters(props.DeadLetters),
                        .. props.Permissions.Select(Allow),
                    ],
                }),
            },
        });

        Function = new LambdaFunction(this, "Function", new LambdaFunctionProps
        {
            FunctionName = name,
            Description = $"{props.Route.Method} {props.Route.Path}",
            Runtime = props.Options.IsNative ? Runtime.PROVIDED_AL2023 : s_dotnet10,
            Architecture = props.Options.IsArm ? Architecture.ARM_64 : Architecture.X86_64,
            Handler = Handler,
            Code = props.Code,
            MemorySize = 1024,
            Timeout = Duration.Seconds(TimeoutSeconds),
            Environment = new Dictionary<string, string>(StartUp.Environment)
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

        Live = new Alias(this, "Live", new AliasProps { AliasName = "live", Version = Function.CurrentVersion });
    }

    public LambdaFunction Function { get; }

    /// <summary>What callers invoke: the version of the last deployment that went well.</summary>
    public Alias Live { get; }

    /// <summary>
    /// The name of an operation's function: unique in account and Region as the stack's name is, and known before anything is
    /// deployed, so that logs, metrics and alarms can speak of it without a value that crosses stacks.
    /// </summary>
    public static string NameOf(Stack stack, string operation) => $"{stack.StackName}-{operation}";

    private static PolicyStatement WriteLogs(LogGroup logs) => new(new PolicyStatementProps
    {
        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resources = [logs.LogGroupArn],
    });

    // X-Ray has no resources to name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html.
    private static PolicyStatement SendTraces() => new(new PolicyStatementProps
    {
        Actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Resources = ["*"],
    });

    private static PolicyStatement LeaveDeadLetters(IQueue queue) => new(new PolicyStatementProps
    {
        Actions = ["sqs:SendMessage"],
        Resources = [queue.QueueArn],
    });

    private PolicyStatement Allow(Permission permission) => new(new PolicyStatementProps
    {
        Actions = [.. permission.Actions],
        Resources =
        [
            Stack.Of(this).FormatArn(new ArnComponents
            {
                Service = "dynamodb",
                Resource = "table",
                ResourceName = permission.Index is null ? _tableName : $"{_tableName}/index/{permission.Index}",
            }),
        ],
        Conditions = permission.LeadingKeys is [] ? null : new Dictionary<string, object>
        {
            // It holds for a request without any key too, but each of these actions names a key in every request (a scan, which
            // does not, is allowed to nobody):
            // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html.
            ["ForAllValues:StringLike"] = new Dictionary<string, object>
            {
                ["dynamodb:LeadingKeys"] = permission.LeadingKeys.ToArray(),
            },
        },
    });
}
