using System.Text;
using Acornima;
using Acornima.Ast;
using Jint;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// Reads the code of a function, and refuses what it could not run with
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions).
/// </summary>
internal static class FunctionCode
{
    private const int Longest = 10 * 1024;

    /// <summary>The code, parsed; else what is wrong with it.</summary>
    public static (Prepared<Script> Script, string? Problem) Read(string code)
    {
        if (Encoding.UTF8.GetByteCount(code) > Longest)
        {
            return (default, $"it has more than {Longest} bytes");
        }

        try
        {
            var script = Engine.PrepareScript(code);
            return (script, Problem(script.Program!));
        }
        catch (Exception mistake) when (mistake is ParseErrorException or ScriptPreparationException)
        {
            return (default, code.Contains("import ", StringComparison.Ordinal)
                ? "modules, such as 'cloudfront' with its key value store, are not supported"
                : $"it is not valid: {mistake.InnerException?.Message ?? mistake.Message}");
        }
    }

    private static string? Problem(Script script)
    {
        if (script.DescendantNodes().OfType<CallExpression>().Any(call => call.Callee is Identifier { Name: "require" }))
        {
            return "modules (require) are not supported";
        }

        return script.DescendantNodes().OfType<FunctionDeclaration>().Any(one => one.Id?.Name == "handler")
            ? null
            : "it has no function 'handler'";
    }
}
