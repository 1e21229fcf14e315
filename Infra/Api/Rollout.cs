using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Functions;

namespace Lexicon.Infra.Api;

/// <summary>
/// Gives a new version of a function a tenth of its requests for five minutes, and takes it back when it fails. See
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html. The alarms notify nobody:
/// who is told of what stands in Operations.
/// </summary>
internal sealed class Rollout : Construct
{
    private readonly string _metricsNamespace;
    private readonly LambdaApplication _application;
    private readonly IRole _role;

    public Rollout(Construct scope, string id, string metricsNamespace, IReadOnlyList<Route> routes)
        : base(scope, id)
    {
        _metricsNamespace = metricsNamespace;
        _application = new LambdaApplication(this, "Application");
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("codedeploy.amazonaws.com"),
            Description = "CodeDeploy moves the aliases of Lexicon",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Aliases"] = new(new PolicyDocumentProps { Statements = [MoveAliases(routes), ReadAlarms()] }),
            },
        });
        role.Waive(
            "AwsSolutions-IAM5", "CloudWatch describes alarms by name only to who may describe all of them, as AWS's own policy does.", "Resource::*");

        // Complete as it stands: CDK would attach the policy that AWS manages, which is for every function of the account.
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
            Alarm($"{name}Errors", "the function ended without an answer", "AWS/Lambda", "Errors", new()
            {
                ["FunctionName"] = operation.Name,
                ["Resource"] = $"{operation.Name}:{Operation.LiveAlias}",
            }),
            Alarm($"{name}Faults", "the handler answered 500", _metricsNamespace, "Faults", new() { ["Operation"] = name }),
        ],
    });

    private Alarm Alarm(string id, string meaning, string metricNamespace, string metric, Dictionary<string, string> dimensions) =>
        new(this, id, new AlarmProps
        {
            AlarmDescription = $"Takes a new version back: {meaning}.",
            Metric = new Metric(new MetricProps
            {
                Namespace = metricNamespace,
                MetricName = metric,
                DimensionsMap = dimensions,
                Statistic = "Sum",
                Period = Duration.Minutes(1),
            }),
            Threshold = 0,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            EvaluationPeriods = 1,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });

    // What AWS's AWSCodeDeployRoleForLambdaLimited allows for every function, here for ours.
    private PolicyStatement MoveAliases(IReadOnlyList<Route> routes) => new(new PolicyStatementProps
    {
        Actions = ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"],
        Resources = [.. routes.SelectMany(route => Arns(Operation.NameOf(Stack.Of(this), route.Operation)))],
    });

    private static PolicyStatement ReadAlarms() => new(new PolicyStatementProps
    {
        Actions = ["cloudwatch:DescribeAlarms"],
        Resources = ["*"],
    });

    private IEnumerable<string> Arns(string function) => new[] { function, $"{function}:{Operation.LiveAlias}" }.Select(name =>
        Stack.Of(this).FormatArn(new ArnComponents
        {
            Service = "lambda",
            Resource = "function",
            ResourceName = name,
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        }));
}
