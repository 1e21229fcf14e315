namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each log group is forgotten after a week in dev and half a year in prod, and goes with its stack; metrics and queries need its standard
/// class: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html.
/// </summary>
public sealed class LogGroupForgetsWithItsStage : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Logs/Properties/RetentionInDays"),
        Set("/Logs/Properties/RetentionInDays", "365"),
        Set("/Logs/Properties/LogGroupClass", "\"INFREQUENT_ACCESS\""),
        Set("/Logs/DeletionPolicy", "\"Retain\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from logs in template.OfType("AWS::Logs::LogGroup")
        where logs.Text("RetentionInDays") != Days(template) || logs["LogGroupClass"] is not null
            || (logs.DeletionPolicy, logs.UpdateReplacePolicy) != ("Delete", "Delete")
        select $"{logs.Construct} is kept for '{logs.Text("RetentionInDays")}' days";

    /// <summary>How long whatever is logged is kept.</summary>
    internal static string Days(Template template) => template.Stage == "prod" ? "180" : "7";
}
