using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.Lambda.SystemLogs;

/// <summary>
/// The runtime version that Lambda names in a log (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html). What
/// runs here is this machine's own, so the version number is 0.
/// </summary>
internal sealed record RuntimeVersion(string Name, string Arn)
{
    /// <summary>The version of a runtime, such as <c>dotnet:10.v0</c>.</summary>
    public static RuntimeVersion For(string runtime)
    {
        var name = runtime.StartsWith("provided.", StringComparison.Ordinal)
            ? $"provided:{runtime["provided.".Length..]}.v0"
            : $"dotnet:{runtime["dotnet".Length..]}.v0";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return new(name, $"arn:aws:lambda:{Account.Region}::runtime:{hash}");
    }
}
