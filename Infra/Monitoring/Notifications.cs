using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The topic that alarms and the budget tell, and the address it mails to, if there is one. Its key is our own: the policy of
/// the key that AWS manages for SNS lets no alarm publish, and cannot be changed. See
/// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services and
/// https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html.
/// </summary>
internal sealed class Notifications : Construct
{
    private readonly Key _key;

    public Notifications(Construct scope, string id, StageSettings settings, string stackName, CfnParameter email)
        : base(scope, id)
    {
        _key = new Key(this, "Key", new KeyProps
        {
            Description = $"{settings.StageName}: what alarms and the budget tell",
            EnableKeyRotation = true,

            // It protects messages on their way, nothing that is kept.
            RemovalPolicy = RemovalPolicy.DESTROY,
            PendingWindow = Duration.Days(7),
        });
        Topic = new Topic(this, "Topic", new TopicProps { DisplayName = settings.StageName, MasterKey = _key, EnforceSSL = true });

        var stack = Stack.Of(this);
        AllowPublishing("cloudwatch.amazonaws.com", stack.FormatArn(new ArnComponents
        {
            Service = "cloudwatch",
            Resource = "alarm",
            ResourceName = $"{stackName}-*",
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        }));
        AllowPublishing("budgets.amazonaws.com", stack.FormatArn(new ArnComponents { Service = "budgets", Region = "", Resource = "*" }));

        MailedSubscription.Add(this, "Email", Topic.TopicArn, email, "the alarm itself stays on the dashboard.");
    }

    /// <summary>The topic. Its policy is there before anything that depends on it is.</summary>
    public Topic Topic { get; }

    // Both the topic and its key ask on whose behalf: another account's alarm may not use them.
    private void AllowPublishing(string service, string sourceArn)
    {
        var principal = new ServicePrincipal(service);
        var onOurBehalf = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, string> { ["aws:SourceAccount"] = Aws.ACCOUNT_ID },
            ["ArnLike"] = new Dictionary<string, string> { ["aws:SourceArn"] = sourceArn },
        };

        Topic.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [principal],
            Actions = ["sns:Publish"],
            Resources = [Topic.TopicArn],
            Conditions = onOurBehalf,
        }));
        _key.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [principal],
            Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resources = ["*"],
            Conditions = onOurBehalf,
        }));
    }
}
