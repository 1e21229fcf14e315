namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each custom resource is answered by a function of its stack that has a quarter of an hour, and goes with the stack; CloudFormation
/// would wait an hour for nothing: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html.
/// </summary>
public sealed class CustomResourceIsAnswered : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Function/Properties/Timeout", "3"),
        Set("/Custom/Properties/ServiceToken", "\"arn:aws:lambda:us-east-1:1:function:other\""),
        Set("/Custom/DeletionPolicy", "\"Retain\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from custom in template.Resources
        where custom.Type.StartsWith("Custom::", StringComparison.Ordinal)
        where template.Find(custom.Text("ServiceToken"))?.Text("Timeout") != "900"
            || (custom.DeletionPolicy, custom.UpdateReplacePolicy) != ("Delete", "Delete")
        select $"{custom.Construct} waits for {custom.Text("ServiceToken")}";
}
