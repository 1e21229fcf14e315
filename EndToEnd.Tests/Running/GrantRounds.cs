using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// Takes the grants of all roles away, one by one, in a runner that goes on, and does each time what they are for. What was denied the
/// runner's console knows.
/// </summary>
public sealed class GrantRounds : IAsyncLifetime, IDisposable
{
    private readonly ChangedAssembly _assembly = new();
    private readonly Dictionary<Grant, string> _denials = [];
    private readonly Dictionary<Grant, Answer> _answers = [];
    private ModeratedRunner _moderated = null!;

    /// <summary>What was denied while nothing was taken away.</summary>
    internal string DeniedBefore { get; private set; } = "";

    /// <summary>What is left of the report that was decided in vain, and of its term.</summary>
    internal (int Reports, JsonNode? Hidden) Left { get; private set; }

    /// <summary>Each grant, why no request asks for it (null: one may), and how often it was used.</summary>
    internal IReadOnlyList<(string Role, string Action, string? Reason, long Count)> Granted { get; private set; } = [];

    /// <summary>In what words the grant was missed; null: it was not.</summary>
    internal string? DenialOf(Grant grant) => _denials.GetValueOrDefault(grant);

    /// <summary>What the caller was answered meanwhile; null: it calls nothing.</summary>
    internal Answer? AnswerOf(Grant grant) => _answers.GetValueOrDefault(grant);

    public async Task InitializeAsync()
    {
        _moderated = await ModeratedRunner.StartAsync(_assembly, "--watch");
        using var uses = await GrantUses.PrepareAsync(_moderated);
        await LiveUse.RunAsync(_moderated);
        DeniedBefore = string.Join('\n', (await _moderated.Runner.RefusedAsync()).Select(one => $"{one.Role}: {one.Action}"));

        foreach (var round in GrantPlan.Refused)
        {
            NoteRefusals(round, await ApplyAsync(round));
        }

        foreach (var round in GrantPlan.Tried)
        {
            await ApplyAsync(round);
            await Task.WhenAll([
                .. round.Select(grant => UseAsync(uses, grant)),
                .. round.Any(grant => LiveUse.Functions.Contains(grant.Function)) ? (Task[])[LiveUse.RunAsync(_moderated)] : [],
            ]);
            await Eventually.IsSoAsync(async () => await AreDeniedAsync(round));
        }

        await ApplyAsync([]);
        Left = await uses.LeftAsync();
        Granted =
        [
            .. from role in await _moderated.Runner.PermissionsAsync()
               from grant in role["grants"]!.AsArray()
               select ((string)role["role"]!, (string)grant!["action"]!, (string?)grant["explanation"], (long)grant["count"]!),
        ];
    }

    public async Task DisposeAsync() => await _moderated.DisposeAsync();

    public void Dispose() => _assembly.Dispose();

    /// <summary>Applies the assembly without these grants; what the runner says to it.</summary>
    private async Task<string> ApplyAsync(IReadOnlyList<Grant> without)
    {
        _assembly.Restore();
        _assembly.Revoke(without);
        if (without.Any(grant => grant.IsOfDestination))
        {
            // What is to go there has to fail for good.
            _assembly.Revoke("PublishChangesRole", "dynamodb:Query");
            _assembly.Change(
                "PublishChanges", "AWS::Lambda::EventSourceMapping", mapping => mapping["MaximumRetryAttempts"] = 0);
        }

        return await _moderated.Runner.ApplyAsync(_assembly);
    }

    private void NoteRefusals(IReadOnlyList<Grant> without, string said)
    {
        var refusals = said.Contains("Not applied", StringComparison.Ordinal) ? said.Split("; ") : [];
        foreach (var grant in without)
        {
            if (refusals.FirstOrDefault(one => one.Contains($"/{grant.Function}", StringComparison.Ordinal)) is { } refusal)
            {
                _denials[grant] = refusal;
            }
        }
    }

    private async Task UseAsync(GrantUses uses, Grant grant)
    {
        if (await uses.UseAsync(grant) is { } answer)
        {
            _answers[grant] = answer;
        }
    }

    private async Task<bool> AreDeniedAsync(IReadOnlyList<Grant> grants)
    {
        var refused = await _moderated.Runner.RefusedAsync();
        foreach (var grant in grants)
        {
            if (refused.FirstOrDefault(grant.IsMissedIn) is { } refusal)
            {
                _denials[grant] = refusal.Reason;
            }
        }

        return grants.All(_denials.ContainsKey);
    }
}
