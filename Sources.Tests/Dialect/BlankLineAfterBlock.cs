using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lexicon.Sources.Tests.Dialect;

/// <summary>
/// A block ends with a blank line, or with another brace, or goes on (<c>else</c>, <c>catch</c>, <c>finally</c>, <c>while</c>), or is
/// part of an expression that does.
/// </summary>
internal static class BlankLineAfterBlock
{
    private static readonly SyntaxKind[] GoingOn =
    [
        SyntaxKind.CloseBraceToken, SyntaxKind.ElseKeyword, SyntaxKind.CatchKeyword, SyntaxKind.FinallyKeyword, SyntaxKind.CloseParenToken,
        SyntaxKind.CloseBracketToken, SyntaxKind.CommaToken, SyntaxKind.SemicolonToken, SyntaxKind.DotToken, SyntaxKind.EndOfFileToken,
    ];

    public static IEnumerable<int> Breaches(SourceFile file) =>
        from brace in file.Tokens
        where brace.IsKind(SyntaxKind.CloseBraceToken) && EndsABlock(brace) && file.IsFirstOnItsLine(brace) && !GoesOn(brace)
        let line = SourceFile.LineOf(brace)
        where SourceFile.LineOf(brace.GetNextToken()) > line && IsWritten(file.Lines[line + 1])
        select line;

    private static bool EndsABlock(SyntaxToken brace) =>
        brace.Parent is BlockSyntax or BaseTypeDeclarationSyntax or AccessorListSyntax or SwitchStatementSyntax;

    private static bool GoesOn(SyntaxToken brace)
    {
        var next = brace.GetNextToken(includeZeroWidth: true);
        return GoingOn.Contains(next.Kind()) || (next.IsKind(SyntaxKind.WhileKeyword) && brace.Parent?.Parent is DoStatementSyntax);
    }

    private static bool IsWritten(string line) => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#');
}
