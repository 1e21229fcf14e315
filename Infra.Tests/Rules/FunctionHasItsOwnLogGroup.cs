namespace Lexicon.Infra.Tests.Rules;

/// <summary>Each function writes to a log group that the stack declares, and that no other function writes to.</summary>
public sealed class FunctionHasItsOwnLogGroup : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/One/Properties/LoggingConfig"),
        Set("/One/Properties/LoggingConfig/LogGroup", "\"/aws/lambda/one\""),
        Set("/One/Properties/LoggingConfig/ApplicationLogLevel", "\"FATAL\""),
        Set("/One/Properties/FunctionName", "\"two\""),
        Set("/Two", """{"Type":"AWS::Lambda::Function","Properties":{"LoggingConfig":{"LogGroup":{"Ref":"Logs"}}}}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        let reference = function.Text("LoggingConfig.LogGroup")
        let logs = template.Find(reference)
        let sharing = template.OfType("AWS::Lambda::Function").Count(other => other.Text("LoggingConfig.LogGroup") == reference)
        where logs?.Type != "AWS::Logs::LogGroup" || sharing > 1 || function["LoggingConfig"]!.AsObject().Count > 1
            || (function["FunctionName"] is not null && logs.Text("LogGroupName") != $"/aws/lambda/{function.Text("FunctionName")}")
        select $"{function.Construct} logs to {reference}";
}
