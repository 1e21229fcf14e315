namespace Lexicon.Infra.Api;

/// <summary>
/// What makes functions start fast and stay small, by their environment (docs/performance.md has what each brings). The package is
/// unpacked into /var/task: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime.
/// </summary>
internal static class StartUp
{
    /// <summary>The variables.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        // In hexadecimal, 4 MB: how much is allocated before memory is collected.
        ["DOTNET_GCgen0size"] = "400000",

        // The roots of Amazon alone (Functions/Packaging/roots.pem): reading all 145 of the system takes 50 ms of a first call over
        // TLS. The folder does not exist, or every root in it would be read, too.
        ["SSL_CERT_DIR"] = "/var/task/none",
        ["SSL_CERT_FILE"] = "/var/task/roots.pem",
    };
}
