namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each function may write to its own log group and to no other, send traces if it is traced, and leave its dead letters where it is
/// told to: these permissions are as they are set up, neither more nor less.
/// </summary>
public sealed class FunctionMayDoWhatItIsSetUpFor : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Role/Properties/Policies/0/PolicyDocument/Statement/xray:"),
        Remove("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:"),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/logs:/Resource", "\"*\""),
        Add("/Role/Properties/Policies/0/PolicyDocument/Statement/logs:/Action", "\"logs:DeleteLogGroup\""),
        Remove("/Function/Properties/TracingConfig"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        let role = template.Find(function.Text("Role"))
        where role is not null
        let said = Statement.Of(role, template).Select(statement => $"{statement}").Where(IsOfTheSetup(function))
        let meant = Meant(function, template)
        where !said.Order(StringComparer.Ordinal).SequenceEqual(meant.Order(StringComparer.Ordinal))
        select $"{function.Construct} may {string.Join("; ", said.Except(meant))} and not {string.Join("; ", meant.Except(said))}";

    private static Func<string, bool> IsOfTheSetup(Resource function) => statement =>
        statement.Contains("logs:", StringComparison.Ordinal) || statement.Contains("xray:", StringComparison.Ordinal)
        || (function["DeadLetterConfig"] is not null
            && statement.Contains(function.Text("DeadLetterConfig.TargetArn"), StringComparison.Ordinal));

    private static string[] Meant(Resource function, Template template) =>
    [
        $"logs:CreateLogStream, logs:PutLogEvents on {template.Find(function.Text("LoggingConfig.LogGroup"))?.Arn ?? "${Logs.Arn}"}",
        .. function["TracingConfig"] is null ? [] : (string[])["xray:PutTelemetryRecords, xray:PutTraceSegments on *"],
        .. function["DeadLetterConfig"] is null ? [] : (string[])[$"sqs:SendMessage on {string.Join(", ", Queues(function, template))}"],
    ];

    // Where its dead letters go, and what Lambda gives up of a stream that it reads.
    private static IEnumerable<string> Queues(Resource function, Template template) =>
    [
        function.Text("DeadLetterConfig.TargetArn"),
        .. from mapping in template.OfType("AWS::Lambda::EventSourceMapping")
           let alias = template.Find(mapping.Text("FunctionName"))
           where alias is not null && template.Find(alias.Text("FunctionName"))?.LogicalId == function.LogicalId
           select mapping.Text("DestinationConfig.OnFailure.Destination"),
    ];

}
