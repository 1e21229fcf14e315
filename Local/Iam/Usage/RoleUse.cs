namespace Lexicon.Local.Iam.Usage;

/// <summary>What a role may, what it did of it, and what it was refused.</summary>
/// <param name="Role">Its ARN.</param>
/// <param name="Grants">Each action that a statement allows.</param>
/// <param name="Refused">What was asked and refused.</param>
internal sealed record RoleUse(string Role, IReadOnlyList<GrantUse> Grants, IReadOnlyList<RefusedUse> Refused)
{
    /// <summary>The same, where a reason is known why nothing of it is used.</summary>
    public RoleUse Because(string? why) =>
        why is null ? this : this with { Grants = [.. Grants.Select(grant => grant with { Explanation = grant.Explanation ?? why })] };

    /// <summary>The same role in another run, added to this one: what is granted is as here.</summary>
    public RoleUse Plus(RoleUse other) => new(
        Role,
        [
            .. Grants.Select(grant => grant with
            {
                Count = grant.Count + In(other, grant).Sum(one => one.Count),
                Ahead = grant.Ahead + In(other, grant).Sum(one => one.Ahead),
            }),
        ],
        [
            .. Refused.Concat(other.Refused).GroupBy(one => (one.Action, one.Resource))
                .Select(some => some.First() with { Count = some.Sum(one => one.Count) }),
        ]);

    private static IEnumerable<GrantUse> In(RoleUse role, GrantUse grant) =>
        role.Grants.Where(one => one.Action == grant.Action && one.Statement == grant.Statement);
}
