using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>
/// Gives a new version of a function a tenth of its requests for five minutes, and takes it back when it fails. See
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html. The alarms notify nobody:
/// who is told of what stands in Operations.
/// </summary>
internal sealed class Rollout : Construct
{
    private readonly Metric _errors;
    private readonly Metric _faults;
    private readonly LambdaApplication _application;
    private readonly IRole _role;

    public Rollout(Construct scope, string id, StageSettings settings, string stackName, IReadOnlyList<string> operations)
        : base(scope, id)
    {
        _errors = Count("AWS/Lambda", "Errors");
        _faults = Count(settings.StageName, "Faults");
        _application = new LambdaApplication(this, "Application");
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("codedeploy.amazonaws.com"),
            Description = "CodeDeploy moves the aliases of Lexicon",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Aliases"] = PolicyDocuments.Allow(MoveAliases(operations, stackName), DescribeAlarms()),
            },
        });
        role.Waive(new Waiver(
            "AwsSolutions-IAM5",
            "CloudWatch describes alarms by name only to who may describe all of them, as AWS's own policy does.",
            "Resource::*"));
        _role = role.WithoutPolicyUpdates();
    }

    /// <summary>Lets new versions of the operation's function come gradually.</summary>
    public void Add(Operation operation, string name) => _ = new LambdaDeploymentGroup(this, name, new LambdaDeploymentGroupProps
    {
        Application = _application,
        Alias = operation.Live,
        Role = _role,
        DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        AutoRollback = new AutoRollbackConfig { FailedDeployment = true, StoppedDeployment = true, DeploymentInAlarm = true },
        Alarms =
        [
            Alarm($"{name}Errors", "the function ended without an answer", _errors, new()
            {
                ["FunctionName"] = operation.Name,
                ["Resource"] = $"{operation.Name}:{Operation.LiveAlias}",
            }),
            Alarm($"{name}Faults", "the handler answered 500", _faults, new() { ["Operation"] = name }),
        ],
    });

    private static Metric Count(string metricNamespace, string name) => new(new MetricProps
    {
        Namespace = metricNamespace,
        MetricName = name,
        Statistic = "Sum",
        Period = Duration.Minutes(1),
    });

    private Alarm Alarm(string id, string meaning, Metric metric, Dictionary<string, string> dimensions) =>
        metric.With(new MetricOptions { DimensionsMap = dimensions }).CreateAlarm(this, id, new CreateAlarmOptions
        {
            AlarmDescription = $"Takes a new version back: {meaning}.",
            Threshold = 0,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            EvaluationPeriods = 1,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });

    // What AWS's AWSCodeDeployRoleForLambdaLimited allows for every function, here for ours.
    private PolicyStatementProps MoveAliases(IReadOnlyList<string> operations, string stackName)
    {
        var functions = Stack.Of(this).FormatArn(new ArnComponents
        {
            Service = "lambda",
            Resource = "function",
            ResourceName = Operation.NameOf(stackName, ""),
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        });
        return new PolicyStatementProps
        {
            Actions = ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"],
            Resources =
            [
                .. from operation in operations
                   from resource in (string[])[operation, $"{operation}:{Operation.LiveAlias}"]
                   select functions + resource,
            ],
        };
    }

    private static PolicyStatementProps DescribeAlarms() => new() { Actions = ["cloudwatch:DescribeAlarms"], Resources = ["*"] };
}
