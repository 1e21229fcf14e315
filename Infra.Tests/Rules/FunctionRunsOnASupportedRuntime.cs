namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each function runs code that was deployed with it, on a runtime that AWS supports: see
/// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html.
/// </summary>
public sealed class FunctionRunsOnASupportedRuntime : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Function/Properties/Runtime", "\"dotnet6\""),
        Set("/Function/Properties/Code", """{"ZipFile":"exports.handler = () => {}"}"""),
        Set("/Function/Properties/Layers", """["arn:aws:lambda:us-east-1:1:layer:other:1"]"""),
        Set("/Function/Properties/Timeout", "901"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        where !Supported.Contains(function.Text("Runtime"))
            || !function.Text("Code.S3Bucket").StartsWith("cdk-", StringComparison.Ordinal)
            || !function.Texts("Layers").All(layer => template.Find(layer) is not null)
            || !int.TryParse(function.Text("Timeout"), out var seconds) || seconds is < 1 or > 900
        select $"{function.Construct} runs on {function.Text("Runtime")}";

    private static readonly string[] Supported = ["dotnet10", "nodejs24.x", "provided.al2023", "python3.13"];
}
