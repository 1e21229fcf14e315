namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each alarm tells a topic of its stack when it goes off and when all is well again, or takes a new version back: then CodeDeploy watches
/// it.
/// </summary>
public sealed class AlarmTellsSomebody : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Told/Properties/AlarmActions", "[]"),
        Set("/Told/Properties/AlarmActions/0", "\"arn:aws:sns:us-east-1:1:other\""),
        Remove("/Told/Properties/OKActions"),
        Set("/Told/Properties/ActionsEnabled", "false"),
        Remove("/Group"),
        Set("/Group/Properties/AlarmConfiguration/Enabled", "false"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        let told = alarm.Texts("AlarmActions").Concat(alarm.Texts("OKActions")).ToList()
        where alarm["ActionsEnabled"] is not null
            || (IsACanary(alarm, template) ? told.Count > 0 : told.Count != 2
                || !told.All(to => template.Find(to)?.Type == "AWS::SNS::Topic"))
        select $"{alarm.Construct} tells nobody";

    /// <summary>Whether CodeDeploy takes a new version back when the alarm goes off.</summary>
    internal static bool IsACanary(Resource alarm, Template template) => template.OfType("AWS::CodeDeploy::DeploymentGroup").Any(group =>
        group.Text("AlarmConfiguration.Enabled") == "true"
        && group.Items("AlarmConfiguration.Alarms").Any(watched => Intrinsics.Render(watched["Name"]) == alarm.Ref));
}
