namespace Lexicon.Infra.Tests.Snapshots;

/// <summary>Every template as a whole, so that no change goes unseen. What matters has a rule or a decision elsewhere.</summary>
[Trait("Kind", "Generated")]
public sealed class SnapshotTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    private static IEnumerable<(string File, Template Template)> All =>
        from stage in Stages.All
        from template in stage.Templates
        select ($"{template.Stack}.{stage.Name}.verified.json", template);

    public static TheoryData<string> Files => [.. All.Select(snapshot => snapshot.File)];

    [Theory, MemberData(nameof(Files))]
    public void Template_IsAsAccepted(string file) => new GeneratedFile($"Infra.Tests/Snapshots/{file}").Is(
        Scrubbers.Scrub(All.Single(snapshot => snapshot.File == file).Template.Json.ToJsonString(Readable)).ReplaceLineEndings("\n"));

    [Fact]
    public void EverySnapshot_HasAStack() => Assert.Empty(
        Directory.EnumerateFiles(Repository.File("Infra.Tests", "Snapshots"), "*.verified.json").Select(Path.GetFileName)
            .Except(All.Select(snapshot => snapshot.File)));
}
