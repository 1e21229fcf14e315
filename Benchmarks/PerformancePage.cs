using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.Benchmarks;

/// <summary>Puts what was measured into its places on the page; the words around it are a person's.</summary>
internal static partial class PerformancePage
{
    public static void Update(Options options, BuildOutput output, IReadOnlyList<ResultTable> results)
    {
        if (options.Page is null)
        {
            return;
        }

        var path = Repository.File(options.Page);
        var blocks = results.ToDictionary(result => result.Name, result => result.ToString());
        if (options.Only is null)
        {
            // One benchmark alone does not say where the others come from.
            blocks["machine"] = Machine.Describe(output, options);
        }

        var text = Block().Replace(File.ReadAllText(path), block =>
            blocks.TryGetValue(block.Groups[1].Value, out var measured)
                ? string.Create(
                    CultureInfo.InvariantCulture, $"<!-- measured: {block.Groups[1].Value} -->\n{measured.TrimEnd()}\n<!-- end -->")
                : block.Value);
        File.WriteAllText(path, text);
    }

    [GeneratedRegex("<!-- measured: ([a-z]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Block();
}
