using Lexicon.Infra.Tests.Monitoring;

namespace Lexicon.Infra.Tests.Documents;

/// <summary>
/// <c>docs/operations.md</c> lists what is watched and has an entry for every alarm; <c>ACCEPT=1</c> rewrites the lists.
/// </summary>
[Trait("Kind", "Generated")]
public sealed partial class RunbookDocumentTests
{
    private static readonly GeneratedFile Document = new("docs/operations.md");

    private static string Page => File.ReadAllText(Repository.File("docs", "operations.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Alarms_AreThoseOfTheTemplates() => Document.Holds("alarms", "| alarm | goes off when | what to do |", Rows());

    [Fact]
    public void Queries_AreThoseOfTheTemplates() => Document.Holds(
        "queries",
        "| query | asks |",
        Query.All.Select(query => $"| {query.Name} | {(query.AsksTheApi ? "the API's access log" : "the logs of all functions")} |"));

    [Fact]
    public void EveryAlarm_HasAnEntry_AndEveryEntryAnAlarm()
    {
        var runbook = Page.Split("\n## Runbook\n")[1].Split("\n## Saved queries\n")[0];
        var entries = Entry().Matches(runbook).Select(match => Runbook.Anchor(match.Groups[1].Value)).ToList();

        Assert.Equal(Alarms("dev").Select(AnchorOf).Distinct(), entries);
        Assert.All(["dev", "prod"], stage => Assert.All(Alarms(stage), alarm => Assert.Contains(AnchorOf(alarm), entries)));
    }

    [Fact]
    public void Page_SaysWhatToDoWhenAVersionIsTakenBack() =>
        Assert.Contains("\n## When a new version is taken back\n", Page, StringComparison.Ordinal);

    [Fact]
    public void EveryEntry_SaysWhatItMeansWhereToLookAndWhatToDo() => Assert.All(
        Page.Split("\n### ").Skip(1).Select(entry => entry.Split("\n## ")[0]),
        entry => Assert.All(["**It means**", "**Look first**", "**Do**"], part => Assert.Contains(part, entry, StringComparison.Ordinal)));

    [Fact]
    public void EveryQueryThatThePageNames_IsSaved()
    {
        var named = Named().Matches(Page.ReplaceLineEndings(" ")).SelectMany(match => match.Groups[1].Captures);

        Assert.Empty(named.Select(capture => capture.Value).Except(Query.All.Select(query => query.Name)));
    }

    // The alarms of the functions are the same for each of them: one row says so.
    private static IEnumerable<string> Rows() =>
        from alarm in Alarms("dev")
        let name = OperationOf(alarm) is { } operation
            ? AlarmRow.NameOf(alarm).Replace(operation, "{operation}", StringComparison.Ordinal)
            : AlarmRow.NameOf(alarm)
        group alarm by name into kind
        let first = kind.First()
        select $"| {kind.Key} | {AlarmRow.Summary(first)} | [{EntryOf(first)}](#{AnchorOf(first)}) |";

    private static string? OperationOf(Resource alarm) =>
        AlarmRow.Dimension(AlarmRow.MetricsOf(alarm).First(), "FunctionName")?.Split('-')[^1];

    private static IEnumerable<Resource> Alarms(string stage) => Stages.Named(stage).Operations.OfType("AWS::CloudWatch::Alarm");

    private static string AnchorOf(Resource alarm) => alarm.Text("AlarmDescription").Split('#')[^1];

    private static string EntryOf(Resource alarm) =>
        AlarmDefinitions.For(AnyStage.Monitored("dev")).First(alarmed => Runbook.Anchor(alarmed.Entry) == AnchorOf(alarm)).Entry;

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"quer(?:y|ies) \*([^*]+)\*")]
    private static partial Regex Named();
}
