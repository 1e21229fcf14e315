using System.Text.Json;
using System.Text.RegularExpressions;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Sample;

/// <summary>The shipped glossary, docs/sample/glossary.json: what it must be for the loader to find it unchanged next time.</summary>
public sealed partial class SampleGlossaryTests
{
    private static readonly JsonElement Sample = JsonDocument.Parse(
        File.ReadAllText(Repository.File("docs", "sample", "glossary.json"))).RootElement;

    public static TheoryData<string> Terms() =>
        new(Sample.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("term").GetString()!));

    [Fact]
    public void Glossary_IsStoredAsItIsWritten()
    {
        var request = Read<GlossaryRequest>(Sample);

        Assert.True(GlossaryDraft.From(request).Succeeded(out var draft, out _));
        Assert.Equal((request.Title, request.Description, Visibility.Public), (draft.Title, draft.Description, draft.Visibility));
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Term_IsStoredAsItIsWritten(string name)
    {
        var request = Request(name);

        Assert.True(TermDraft.From(request).Succeeded(out var draft, out var failure), failure?.Detail);
        Assert.Equal((request.Term, request.Definition), (draft.Name, draft.Definition));
        Assert.Equal(request.Tags, draft.Tags);
        Assert.Equal(
            request.References!.Select(reference => (reference!.Title, reference.Url)),
            draft.References.Select(reference => ((string?)reference.Title, (string?)reference.Url)));
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Term_RestsOnAPageThatTheReaderCanOpenSafely(string name)
    {
        var request = Request(name);

        Assert.NotEmpty(request.Tags!);
        Assert.NotEmpty(request.References!);
        Assert.All(request.References!, reference => Assert.StartsWith("https://", reference!.Url, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Term_NamesOnlyPlacesOfThisRepositoryThatAreThere(string name)
    {
        var paths = RepositoryPath().Matches(Request(name).Definition!).Select(match => match.Value);

        Assert.All(paths, path => Assert.True(Path.Exists(Repository.File(path)), $"{path} is not there"));
    }

    [Fact]
    public void Terms_HaveNamesOfTheirOwn()
    {
        var names = Sample.GetProperty("terms").EnumerateArray().Select(
            term => SortText.Of(term.GetProperty("term").GetString()!)).ToList();

        Assert.True(names.Count >= 30);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static TermRequest Request(string name) => Read<TermRequest>(
        Sample.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("term").GetString() == name));

    private static T Read<T>(JsonElement element) => element.Deserialize<T>(JsonSerializerOptions.Web)!;

    // Infra/Site/Edge.cs, docs/data-model.md, Functions/Store/, Functions/
    [GeneratedRegex(@"\b(?:Functions|Infra|Infra\.Tests|Lambda|Local|Site|docs)/(?:[\w.-]*\w/?)*")]
    private static partial Regex RepositoryPath();
}
