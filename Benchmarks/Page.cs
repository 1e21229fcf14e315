using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.Benchmarks;

/// <summary>Puts what was measured into its places on the page; the words around it are a person's.</summary>
internal static partial class Page
{
    public static void Update(Options options, Workshop workshop, IReadOnlyList<Section> sections)
    {
        if (options.Page is null)
        {
            return;
        }

        var path = Path.Combine(workshop.Root, options.Page);
        var blocks = sections.ToDictionary(section => section.Name, section => section.ToString());
        if (options.Only is null)
        {
            // One chapter alone does not tell where the others come from.
            blocks["machine"] = Machine.Describe(workshop);
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
