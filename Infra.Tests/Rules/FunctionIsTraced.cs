namespace Lexicon.Infra.Tests.Rules;

/// <summary>Each function sends its traces to X-Ray, unless it is waived.</summary>
public sealed class FunctionIsTraced : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Function/Properties/TracingConfig"),
        Set("/Function/Properties/TracingConfig/Mode", "\"PassThrough\""),
        Remove("/Waived/Metadata"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        where function.Text("TracingConfig.Mode") != "Active" && !function.Waives("Serverless-LambdaTracing")
        select $"{function.Construct} is not traced";
}
