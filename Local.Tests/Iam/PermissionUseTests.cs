using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Usage;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.Iam;

/// <summary>What a role does of what it may is counted, and kept for the last ten runs.</summary>
public sealed class PermissionUseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-permissions-").FullName;
    private readonly FakeTimeProvider _time = new(Requests.Now);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Grant_IsUsedOrNot_AndWhatIsMissingIsRefused()
    {
        var identities = Reader(
            """{ "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Put*", "logs:PutLogEvents"], "Resource": "*" }""");
        identities.Authorize(Requests.Ask("dynamodb:GetItem"));
        identities.Authorize(Requests.Ask("dynamodb:GetItem"));
        identities.Authorize(Requests.Ask("dynamodb:PutItem"));
        identities.Authorize(Requests.Ask("dynamodb:DeleteItem"));

        var use = Assert.Single(identities.Uses);

        Assert.Equal(
            [("dynamodb:GetItem", 2L), ("dynamodb:Put*", 1L), ("logs:PutLogEvents", 0L)],
            use.Grants.Select(grant => (grant.Action, grant.Count)));
        Assert.Equal("the runner writes the logs of functions itself", use.Grants[2].Explanation);
        Assert.Equal([("dynamodb:DeleteItem", Requests.Table, 1L)], use.Refused.Select(one => (one.Action, one.Resource, one.Count)));
        Assert.EndsWith(
            "because no identity-based policy allows the dynamodb:DeleteItem action", use.Refused[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void GrantThatNothingAskedFor_IsNeverUsed() =>
        Assert.True(Assert.Single(Reader("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""").Uses).Grants[0].IsUnused);

    // Lambda asks whether the role may when it makes a function or a mapping: nothing was done with it, and it is not in vain either.
    [Fact]
    public void GrantThatWasOnlyAskedForAhead_IsNeitherUsedNorUnused()
    {
        var identities = Reader("""{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" }""");
        identities.Authorize(Requests.Ask("sqs:SendMessage", caller: Requests.Session with { IsAhead = true }));

        var grant = Assert.Single(Assert.Single(identities.Uses).Grants);
        Assert.Equal((0L, 1L, true, false), (grant.Count, grant.Ahead, grant.IsOnlyAhead, grant.IsUnused));
        Assert.Equal(
            [
                "Reader", $"  asked in advance sqs:SendMessage ({GrantUse.AskedAhead})",
                "1 roles over 1 runs: 0 grants used, 1 asked for in advance, 0 never used, 0 kinds of refusal.",
            ],
            PermissionsCommand.Lines([identities.Uses]));

        identities.Authorize(Requests.Ask("sqs:SendMessage"));
        Assert.False(Assert.Single(Assert.Single(identities.Uses).Grants).IsOnlyAhead);
    }

    // Of two statements that allow the same, the first decides, and the other one could go.
    [Fact]
    public void StatementThatRepeatsAnother_IsNotUsed()
    {
        var identities = Reader(
            """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },"""
            + """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""");
        identities.Authorize(Requests.Ask("s3:GetObject"));

        Assert.Equal([1L, 0L], Assert.Single(identities.Uses).Grants.Select(grant => grant.Count));
    }

    [Fact]
    public void Deny_WinsOverAnAllowBeforeIt() => Assert.False(Reader(
        """{ "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }""")
        .Authorize(Requests.Ask("s3:GetObject")).Allowed);

    [Fact]
    public async Task Counts_OfTheRunsBefore_AreAdded_AndPrinted()
    {
        await RunAsync("dynamodb:GetItem");
        await RunAsync("dynamodb:GetItem");

        var runs = UsageFile.ReadAll(_folder);

        Assert.Equal(2, runs.Count);
        Assert.Equal(
            [
                "Reader", "  used 2 times  dynamodb:GetItem", "  NEVER USED       dynamodb:Query",
                "1 roles over 2 runs: 1 grants used, 1 never used, 0 kinds of refusal.",
            ],
            PermissionsCommand.Lines(runs));
    }

    [Fact]
    public void GrantsOfARoleThatNobodyTakesOn_AreExplained()
    {
        var identities = Reader("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""");
        identities.Explain(Requests.Role, "its function is replaced");

        Assert.Equal("its function is replaced", Assert.Single(identities.Uses).Grants[0].Explanation);
    }

    [Theory]
    [InlineData(new[] { "dynamodb:GetItem" }, 1)]
    [InlineData(new[] { "dynamodb:GetItem", "dynamodb:Query" }, 0)]
    public async Task Check_FailsWhereAGrantWasNeverUsed(string[] actions, int exitCode)
    {
        var data = Path.Combine(_folder, "data");
        foreach (var action in actions)
        {
            await RunAsync(action, Path.Combine(data, "iam"));
        }

        Assert.Equal(exitCode, await PermissionsCommand.Create().Parse(["--check", "--data", data]).InvokeAsync());
        Assert.Equal(0, await PermissionsCommand.Create().Parse(["--data", data]).InvokeAsync());
    }

    [Fact]
    public async Task Runs_BeyondTheLastTen_AreForgotten()
    {
        for (var run = 0; run < 12; run++)
        {
            await RunAsync("dynamodb:GetItem");
        }

        Assert.Equal(10, UsageFile.ReadAll(_folder).Count);
    }

    private async Task RunAsync(string action, string? folder = null)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        var identities = Reader("""{ "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Query"], "Resource": "*" }""");
        await using var service = new IamService(identities, new UsageFile(folder ?? _folder, _time));
        service.BeginWork();
        identities.Authorize(Requests.Ask(action));
    }

    private Identities Reader(string statements)
    {
        var identities = new Identities(_time);
        var role = new Role(Requests.Role, Requests.Read(
            """{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }""",
            Lexicon.Local.Iam.Policies.PolicyKind.Trust), TimeSpan.FromHours(1));
        role.Attach(Requests.Read(statements));
        identities.Add(role);
        return identities;
    }
}
