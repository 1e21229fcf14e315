namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// Which grants are taken away together. In one round each role lacks one grant at most, and lacks it alone where others could not get
/// that far without it.
/// </summary>
internal static class GrantPlan
{
    // They make what all others are tried on, or let them in.
    private static readonly string[][] BeforeOthers =
    [
        ["CreateGlossary", "CreateTerm", "UpdateGlossary", "CreateLiveTicket", "RequestImageUpload"],
        ["TakeLiveTicket"],
        ["OpenConnection"],
        ["FollowGlossary", "ReportTerm", "Moderators"],
    ];

    // These need the ones above.
    private static readonly string[] OfOthers = ["FileReport", "ListReports", "DecideReport", .. LiveUse.Functions];

    /// <summary>The rounds of an assembly that is refused: what Lambda looks at when a function is deployed.</summary>
    public static IReadOnlyList<IReadOnlyList<Grant>> Refused { get; } =
        Together(Grant.All.Where(grant => grant.IsCheckedAtDeployment));

    /// <summary>The rounds in which something is tried.</summary>
    public static IReadOnlyList<IReadOnlyList<Grant>> Tried { get; } = Plan(
        [.. Grant.All.Where(grant => !grant.IsCheckedAtDeployment).OrderBy(grant => grant.IsOfDestination)]);

    private static IReadOnlyList<IReadOnlyList<Grant>> Plan(IReadOnlyList<Grant> used)
    {
        var first = BeforeOthers.SelectMany(functions => Together(used.Where(grant => functions.Contains(grant.Function)))).ToList();
        var named = BeforeOthers.SelectMany(functions => functions).ToList();
        var others = Together(used.Where(grant => OfOthers.Contains(grant.Function) && !named.Contains(grant.Function)));

        // Whoever needs nobody, and is needed by nobody, takes part in any round but those in which nothing new is made.
        var makers = Together(used.Where(grant => BeforeOthers[0].Contains(grant.Function))).Count;
        var free = Together(used.Where(grant => !OfOthers.Contains(grant.Function) && !named.Contains(grant.Function)));
        List<IReadOnlyList<Grant>> rounds = [.. first, .. others];
        for (var number = 0; number < free.Count; number++)
        {
            if (makers + number < rounds.Count)
            {
                rounds[makers + number] = [.. rounds[makers + number], .. free[number]];
            }
            else
            {
                rounds.Add(free[number]);
            }
        }

        return rounds;
    }

    // One of each role at a time.
    private static List<IReadOnlyList<Grant>> Together(IEnumerable<Grant> grants) =>
    [
        .. grants.GroupBy(grant => grant.Role)
            .SelectMany(role => role.Select((grant, number) => (grant, number)))
            .GroupBy(one => one.number, one => one.grant)
            .OrderBy(round => round.Key)
            .Select(round => round.ToList()),
    ];
}
