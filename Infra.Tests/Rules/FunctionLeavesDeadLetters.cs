namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each function has a queue of its stack for the events that it could not deal with, unless it is waived: see
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html.
/// </summary>
public sealed class FunctionLeavesDeadLetters : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Function/Properties/DeadLetterConfig"),
        Set("/Function/Properties/DeadLetterConfig/TargetArn", "\"arn:aws:sqs:us-east-1:0:other\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        where !function.Waives("Serverless-LambdaDLQ")
        where template.Find(function.Text("DeadLetterConfig.TargetArn"))?.Type != "AWS::SQS::Queue"
        select $"{function.Construct} loses what it could not deal with";
}
