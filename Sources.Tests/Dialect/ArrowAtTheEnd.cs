using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lexicon.Sources.Tests.Dialect;

/// <summary>What breaks after an arrow breaks in the same place everywhere: the arrow ends the line.</summary>
internal static class ArrowAtTheEnd
{
    public static IEnumerable<int> Breaches(SourceFile file) =>
        file.Tokens.Where(token => token.IsKind(SyntaxKind.EqualsGreaterThanToken) && file.IsFirstOnItsLine(token))
            .Select(SourceFile.LineOf);
}
