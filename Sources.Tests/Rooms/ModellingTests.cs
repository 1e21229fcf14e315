using Amazon.DynamoDBv2;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>The modelling library is a folder of the functions that knows nothing of them.</summary>
public sealed class ModellingTests
{
    private const string Folder = "Functions/Modelling";

    // The part of a generated regular expression that its generator, which does not run here, would write.
    private const string HasNoOtherPart = "CS8795";

    [Fact]
    public void TheLibrary_CompilesByItself() => Assert.Empty(Faults([]));

    [Fact]
    public void AFileThatNamesSomethingOfLexicon_DoesNotCompile() =>
        Assert.NotEmpty(Faults(["namespace Lexicon.Functions.Modelling; class Wrong(Lexicon.Functions.Domain.Term term);"]));

    [Fact]
    public void ItsReadme_NamesItsFiles() =>
        Assert.DoesNotContain(new Room(Folder).Readme.Faults(), fault => !fault.Contains(" lines: ", StringComparison.Ordinal));

    private static IEnumerable<string> Faults(IEnumerable<string> more) =>
        CSharpCompilation.Create(
            "Modelling",
            [.. Folders.FilesBelow(Folder, "*.cs").Select(file => File.ReadAllText(Repository.File(file)))
                .Concat(more)
                .Select(text => CSharpSyntaxTree.ParseText(text))
                .Append(WithoutProject.ImplicitUsings)],
            References(),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
        .GetDiagnostics()
        .Where(fault => fault.Severity is DiagnosticSeverity.Error && fault.Id != HasNoOtherPart)
        .Select(fault => fault.ToString());

    private static IEnumerable<MetadataReference> References() =>
        WithoutProject.Framework.Append(MetadataReference.CreateFromFile(typeof(AmazonDynamoDBClient).Assembly.Location))
            .DistinctBy(reference => reference.Display);
}
