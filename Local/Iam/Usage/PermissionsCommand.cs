using System.CommandLine;
using Lexicon.Local.Hosting;
using Spectre.Console;
using Progress = Lexicon.Local.Hosting.Progress;

namespace Lexicon.Local.Iam.Usage;

/// <summary>
/// <c>permissions</c>: for each role what it is granted and uses, what it never used, and what it was refused, over the runs whose counts
/// are kept in the data folder.
/// </summary>
internal static class PermissionsCommand
{
    private static readonly Option<bool> Check = new("--check")
    {
        Description = "end with 1 where a grant was never used and nothing says why",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("permissions", "Shows what each role is granted, and what it used of it in the last ten runs.")
        {
            CommandLine.Data,
            Check,
        };
        command.SetAction(parsed =>
        {
            var runs = UsageFile.ReadAll(Path.Combine(parsed.GetValue(CommandLine.Data)!, "iam"));
            if (runs.Count == 0)
            {
                Progress.Warn("no run has counted anything yet: start the runner, use the site, and ask again");
                return parsed.GetValue(Check) ? 1 : 0;
            }

            foreach (var line in Lines(runs))
            {
                Terminal.Output.WriteLine(line);
            }

            return parsed.GetValue(Check) && UsageFile.Sum(runs).Any(role => role.Grants.Any(grant => grant.IsUnused)) ? 1 : 0;
        });
        return command;
    }

    /// <summary>What is printed of the runs, newest first.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<RoleUse>> runs)
    {
        var roles = UsageFile.Sum(runs);
        foreach (var role in roles.OrderBy(role => role.Role, StringComparer.Ordinal))
        {
            yield return role.Role[(role.Role.LastIndexOf('/') + 1)..];
            foreach (var grant in role.Grants.OrderByDescending(grant => grant.Count))
            {
                yield return grant.Count > 0 ? $"  used {grant.Count} times  {grant.Action}"
                    : grant.IsOnlyAhead ? $"  asked in advance {grant.Action} ({GrantUse.AskedAhead})"
                    : grant.Explanation is { } why ? $"  not used here    {grant.Action} ({why})"
                    : $"  NEVER USED       {grant.Action}";
            }

            foreach (var refused in role.Refused)
            {
                yield return $"  REFUSED {refused.Count} times  {refused.Action} on {refused.Resource}";
            }
        }

        var grants = roles.SelectMany(role => role.Grants).ToList();
        yield return $"{roles.Count} roles over {runs.Count} runs: {grants.Count(grant => grant.Count > 0)} grants used, "
            + (grants.Count(grant => grant.IsOnlyAhead) is > 0 and var ahead ? $"{ahead} asked for in advance, " : "")
            + $"{grants.Count(grant => grant.IsUnused)} never used, {roles.Sum(role => role.Refused.Count)} kinds of refusal.";
    }
}
