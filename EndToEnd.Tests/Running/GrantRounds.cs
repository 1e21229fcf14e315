using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// Takes the grants of the live functions and of moderation away, one by one, from the roles of a runner that goes on, and does each time
/// what they are for. In one round each role lacks one grant at most, and lacks it alone where others could not get that far without it.
/// What was denied the runner's console knows.
/// </summary>
public sealed class GrantRounds : IAsyncLifetime, IDisposable
{
    /// <summary>The grants.</summary>
    internal static readonly IReadOnlyList<Grant> All = Grant.Of(
        "LexicondevLive", "FileReportRole", "ListReportsRole", "DecideReportRole", "ReportTermRole", "ModeratorsRole");

    private static readonly string[][] BeforeOthers =
        [["TakeLiveTicketRole"], ["OpenConnectionRole"], ["FollowGlossaryRole", "ReportTermRole", "ModeratorsRole"]];

    private readonly ChangedAssembly _assembly = new();
    private readonly Dictionary<Grant, string> _denials = [];
    private readonly Dictionary<Grant, Answer> _answers = [];
    private ModeratedRunner _moderated = null!;
    private string _report = "";

    /// <summary>What was denied while nothing was taken away.</summary>
    internal string DeniedBefore { get; private set; } = "";

    /// <summary>What is left of the report that was decided in vain, and of its term.</summary>
    internal (int Reports, JsonNode? Hidden) Left { get; private set; }

    /// <summary>In what words the grant was missed; null: it was not.</summary>
    internal string? DenialOf(Grant grant) => _denials.GetValueOrDefault(grant);

    /// <summary>What the caller was answered meanwhile; null: it calls nothing.</summary>
    internal Answer? AnswerOf(Grant grant) => _answers.GetValueOrDefault(grant);

    public async Task InitializeAsync()
    {
        _moderated = await ModeratedRunner.StartAsync(_assembly, "--watch");
        await _moderated.ReportAsync();
        _report = (string)(await _moderated.UntilFiledAsync())["items"][0]!["id"]!;
        await LiveAsync();
        DeniedBefore = string.Join('\n', (await _moderated.Runner.RefusedAsync()).Select(one => $"{one.Role}: {one.Action}"));

        foreach (var grant in All.Where(grant => grant.IsCheckedAtDeployment))
        {
            _denials[grant] = await ApplyAsync([grant]) is var line && line.Contains("Not applied", StringComparison.Ordinal)
                ? line
                : throw new InvalidOperationException($"Without {grant} the assembly is applied: {line}");
        }

        foreach (var round in Rounds())
        {
            await ApplyAsync(round);
            await Task.WhenAll(LiveAsync(), ModerateAsync(round));
            await Eventually.IsSoAsync(async () => await AreDeniedAsync(round));
        }

        await ApplyAsync([]);
        Left = (
            (await _moderated.Moderator.ListAsync("limit=100"))["items"].AsArray().Count(report => (string?)report!["id"] == _report),
            (await _moderated.Owner.GetAsync(
                $"/api/me/glossaries/{_moderated.GlossaryId}/terms/{_moderated.TermId}")).Body!["hidden"]);
    }

    public async Task DisposeAsync() => await _moderated.DisposeAsync();

    public void Dispose() => _assembly.Dispose();

    private static IEnumerable<IReadOnlyList<Grant>> Rounds()
    {
        var used = All.Where(grant => !grant.IsCheckedAtDeployment)
            .OrderBy(grant => grant.IsOfDestination)
            .ToLookup(grant => grant.Role);
        var others = used.Select(role => role.Key).Except(BeforeOthers.SelectMany(roles => roles));
        return
            from roles in BeforeOthers.Append([.. others])
            from number in Enumerable.Range(0, roles.Max(role => used[role].Count()))
            select roles.SelectMany(role => used[role].Skip(number).Take(1)).ToList();
    }

    /// <summary>Applies the assembly without these grants; what the runner says to it.</summary>
    private async Task<string> ApplyAsync(IReadOnlyList<Grant> without)
    {
        _assembly.Restore();
        foreach (var grant in without)
        {
            _assembly.Revoke(grant.Role, grant.Action, grant.Resource);
        }

        if (without.Any(grant => grant.IsOfDestination))
        {
            // What is to go there has to fail for good.
            _assembly.Revoke("PublishChangesRole", "dynamodb:Query");
            _assembly.Change(
                "PublishChanges", "AWS::Lambda::EventSourceMapping", mapping => mapping["MaximumRetryAttempts"] = 0);
        }

        var said = _moderated.Runner.UntilItSaysAsync(" unchanged (", "Not applied");
        _assembly.Announce();
        return await said;
    }

    /// <summary>Readers come, follow, hear of changes and go.</summary>
    private async Task LiveAsync()
    {
        using var anyone = new LexiconClient(_moderated.Runner.Site, token: null);
        var one = (await _moderated.Owner.CreateGlossaryAsync("Followed first")).Id;
        var two = (await _moderated.Owner.CreateGlossaryAsync("Followed then")).Id;
        try
        {
            using var stays = await LiveClient.ConnectAsync(anyone);
            using var goes = await LiveClient.ConnectAsync(anyone);
            await AskAsync(stays, "follow", one);
            await AskAsync(goes, "follow", one);
            await AskAsync(goes, "follow", two);
            await AskAsync(goes, "follow", one);
            await AskAsync(goes, "unfollow");
            await AskAsync(goes, "follow", one);
            await goes.CloseAsync();
            await AskAsync(stays, "follow", two);
            await _moderated.Owner.CreateTermAsync(two, "Heard of");
            await _moderated.Owner.PutAsync(
                $"/api/me/glossaries/{two}", new() { ["title"] = "Mine alone", ["description"] = "", ["visibility"] = "private" }, "*");
        }
        catch (WebSocketException)
        {
            // Nobody may connect in this round.
        }
    }

    // An answer comes of a function that fails, too.
    private static async Task AskAsync(LiveClient client, string action, string? glossary = null)
    {
        await client.SendAsync(new() { ["action"] = action, ["glossaryId"] = glossary });
        while ((string?)(await client.ReceiveAsync())["type"] is "changes" or "readers")
        {
            // Others are told of the same glossaries.
        }
    }

    /// <summary>A report comes, and moderators who lack something look and decide.</summary>
    private async Task ModerateAsync(IReadOnlyList<Grant> without)
    {
        foreach (var grant in without)
        {
            var answer = grant.Role switch
            {
                "ReportTermRole" or "FileReportRole" => await _moderated.ReportAsync(),
                "ListReportsRole" => await _moderated.Moderator.ListAsync(),
                "ModeratorsRole" when grant.Resource.Contains("/GET/", StringComparison.Ordinal) => await _moderated.Moderator.ListAsync(),
                "DecideReportRole" or "ModeratorsRole" => await _moderated.Moderator.DecideAsync(_report, "hide", "Why."),
                _ => null,
            };
            if (answer is not null)
            {
                _answers[grant] = answer;
            }
        }
    }

    private async Task<bool> AreDeniedAsync(IReadOnlyList<Grant> grants)
    {
        var refused = await _moderated.Runner.RefusedAsync();
        foreach (var grant in grants)
        {
            // IAM makes no difference between upper and lower case, and services write their prefixes in either.
            if (refused.FirstOrDefault(one =>
                one.Role.Contains($"-{grant.Role}", StringComparison.Ordinal)
                && one.Action.Equals(grant.Action, StringComparison.OrdinalIgnoreCase)) is { Reason: { } reason })
            {
                _denials[grant] = reason;
            }
        }

        return grants.All(_denials.ContainsKey);
    }
}
