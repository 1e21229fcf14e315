using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lexicon.Sources.Tests.Dialect;

/// <summary>
/// Two windows side by side show a line of 140 columns whole. A word alone, such as an address, cannot be broken, nor can a line of a
/// text that somebody else reads: JSON, HTML, AWS's own words.
/// </summary>
internal static class LineLength
{
    private const int Most = 140;

    public static IEnumerable<int> Breaches(SourceFile file)
    {
        var texts = Texts(file).ToHashSet();
        return file.Lines.Index()
            .Where(line => line.Item.Length > Most && !IsOneWord(line.Item) && !texts.Contains(line.Index))
            .Select(line => line.Index);
    }

    private static bool IsOneWord(string line) => !line.Trim().TrimStart('/').Trim().Contains(' ');

    /// <summary>The lines of raw strings, without those of their quotes.</summary>
    private static IEnumerable<int> Texts(SourceFile file) =>
        from node in file.Tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
        where node.GetFirstToken().Kind()
            is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
        where node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
        let span = node.GetLocation().GetLineSpan()
        from line in Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line - 1)
        select line;
}
