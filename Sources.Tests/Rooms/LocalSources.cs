using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>The runner, bound but not built: which type each name in it means.</summary>
internal sealed class LocalSources
{
    private const string Project = "Local/";

    public LocalSources(IEnumerable<SourceFile> files)
    {
        Files = [.. files];
        Compilation = CSharpCompilation.Create(
            "Local", [.. Files.Select(file => file.Tree), WithoutProject.ImplicitUsings], WithoutProject.Framework);
    }

    public static LocalSources Now { get; } = new(SourceFile.All.Where(file => file.Path.StartsWith(Project, StringComparison.Ordinal)));

    public IReadOnlyList<SourceFile> Files { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Every type of the runner, nested ones too.</summary>
    public IEnumerable<INamedTypeSymbol> Types => TypesOf(Compilation.Assembly.GlobalNamespace);

    /// <summary>The room of a file; empty for what belongs to the runner as a whole.</summary>
    public static string RoomOf(string path) => path.Split('/') is [_, var room, _, ..] ? room : "";

    /// <summary>The room of a type; null if it is not of the runner.</summary>
    public static string? RoomOf(ISymbol type) =>
        type.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration ? RoomOf(declaration.SyntaxTree.FilePath) : null;

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? TypesOf(member).Prepend(type) : TypesOf(member));
}
