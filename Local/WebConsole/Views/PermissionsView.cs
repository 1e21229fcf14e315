using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Usage;
using Lexicon.Local.Lambda;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>What each role is granted, and what it used of it.</summary>
internal sealed class PermissionsView(IPermissionsView permissions, IFunctionsView functions) : IView
{
    public string Name => "Permissions";

    public IReadOnlyList<ConsoleRoute> Routes { get; } =
    [
        ConsoleRoute.Get(
            "/permissions",
            "For each role what it is granted and used, what Lambda asked for in advance (when it made a function or a mapping), what was "
                + "never used, and what was refused; and how often the functions that have it ran in this run.",
            call => Describe(call.Find("runs") == "all" ? permissions.OfAllRuns : permissions.OfThisRun, functions)) with
        {
            Query = new Dictionary<string, string>
            {
                ["runs"] = "all: with the runs before, of which the last ten are kept; else this one.",
            },
        },
    ];

    private static JsonArray Describe(IReadOnlyList<RoleUse> roles, IFunctionsView functions) => [.. roles.Select(role => new JsonObject
    {
        ["role"] = role.Role,
        ["functions"] = new JsonArray([.. FunctionsOf(role, functions)]),
        ["grants"] = new JsonArray([.. role.Grants.Select(grant => new JsonObject
        {
            ["action"] = grant.Action,
            ["count"] = grant.Count,
            ["unused"] = grant.IsUnused,
            ["ahead"] = grant.Ahead,
            ["explanation"] = grant.Explanation,
            ["statement"] = JsonNode.Parse(grant.Statement),
        })]),
        ["refused"] = new JsonArray([.. role.Refused.Select(refused => new JsonObject
        {
            ["action"] = refused.Action,
            ["resource"] = refused.Resource,
            ["reason"] = refused.Reason,
            ["count"] = refused.Count,
        })]),
    })];

    private static IEnumerable<JsonNode> FunctionsOf(RoleUse role, IFunctionsView functions) =>
        functions.Functions.Where(function => function.Role == role.Role).Select(function => new JsonObject
        {
            ["name"] = function.Name,
            ["invocations"] = functions.UsageOf(function.Name).Invocations,
        });
}
