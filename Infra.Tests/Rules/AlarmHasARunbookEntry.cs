namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each alarm that tells somebody ends with the entry of docs/operations.md that says what to do; a canary says what it takes back.
/// </summary>
public sealed partial class AlarmHasARunbookEntry : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Alarm/Properties/AlarmDescription"),
        Replace("/Alarm/Properties/AlarmDescription", "The API failed. ", ""),
        Replace("/Alarm/Properties/AlarmDescription", "#api-server-errors", "#errors"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        let description = alarm.Text("AlarmDescription")
        let entry = Entry().Match(description).Groups[1].Value
        where AlarmTellsSomebody.IsACanary(alarm, template)
            ? !description.StartsWith("Takes a new version back: ", StringComparison.Ordinal)
            : !Entries.Value.Contains(entry)
        select $"{alarm.Construct}: {description}";

    private static readonly Lazy<HashSet<string>> Entries = new(() =>
    [
        .. File.ReadLines(Repository.File("docs", "operations.md"))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .Select(line => Infra.Monitoring.Runbook.Anchor(line[4..])),
    ]);

    [GeneratedRegex(@"^[A-Z].+[.] What to do: (?:https://github\.com/[\w./-]+/)?docs/operations\.md#([a-z-]+)$")]
    private static partial Regex Entry();
}
