using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lexicon.Sources.Tests.Dialect;

/// <summary><c>inheritdoc</c> is for the documentation of a package; in an internal type it says nothing.</summary>
internal static class InheritedDocumentation
{
    public static IEnumerable<int> Breaches(SourceFile file) =>
        from token in file.Tokens
        where token.HasLeadingTrivia && !IsOfAPublicType(token.Parent)
        from trivia in token.LeadingTrivia
        where trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
            && trivia.ToString().Contains("<inheritdoc", StringComparison.Ordinal)
        select trivia.GetLocation().GetLineSpan().StartLinePosition.Line;

    private static bool IsOfAPublicType(SyntaxNode? node) =>
        node?.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)) ?? true;
}
