namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// A function is given the variables that our code reads or that .NET and OpenSSL know, and no secret: whatever else it is given
/// could load other code, or be read by whoever may describe the function.
/// </summary>
public sealed partial class FunctionIsGivenWhatItReads : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Function/Properties/Environment/Variables/API_KEY", "\"hunter2\""),
        Set("/Function/Properties/Environment/Variables/DOTNET_STARTUP_HOOKS", "\"/tmp/hook.dll\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        from name in function["Environment.Variables"]?.AsObject().Select(variable => variable.Key) ?? []
        where !Known.Contains(name) && !Read.Value.Contains(name)
        select $"{function.Construct} is given {name}, which nothing reads";

    // https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector, https://docs.openssl.org/master/man7/openssl-env/ and,
    // for the AWS CLI, https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html.
    private static readonly string[] Known = ["DOTNET_GCgen0size", "SSL_CERT_DIR", "SSL_CERT_FILE", "AWS_CA_BUNDLE"];

    private static readonly Lazy<HashSet<string>> Read = new(() =>
    [
        .. from folder in (string[])["Functions", "Lambda"]
           from file in Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories)
           from match in Name().Matches(File.ReadAllText(file))
           select match.Groups[1].Value,
    ]);

    [GeneratedRegex("""
        "([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)"
        """)]
    private static partial Regex Name();
}
