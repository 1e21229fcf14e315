using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lexicon.Sources.Tests;

/// <summary>A file of C#, read and parsed.</summary>
internal sealed class SourceFile
{
    public SourceFile(string path, string text)
    {
        Path = path;
        Lines = text.ReplaceLineEndings("\n").Split('\n');
        Tree = CSharpSyntaxTree.ParseText(text, path: path);
    }

    /// <summary>Every file of C# that somebody wrote, in all projects.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Folders.Projects.AsParallel().AsOrdered().SelectMany(project => Folders.FilesBelow(project, "*.cs")).Select(Read),
    ];

    /// <summary>From the root of the repository, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public SyntaxTree Tree { get; }

    public IEnumerable<SyntaxToken> Tokens => Tree.GetRoot().DescendantTokens();

    /// <summary>The number of the line on which a token begins, from 0.</summary>
    public static int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line;

    /// <summary>Whether nothing but blanks is before the token on its line.</summary>
    public bool IsFirstOnItsLine(SyntaxToken token)
    {
        var start = token.GetLocation().GetLineSpan().StartLinePosition;
        return string.IsNullOrWhiteSpace(Lines[start.Line][..start.Character]);
    }

    private static SourceFile Read(string file) => new(file, File.ReadAllText(Repository.File(file)));
}
