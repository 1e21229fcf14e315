using System.Text.Json.Nodes;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Cognito;

public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lexicon-cognito-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Restart_KeepsUsersKeyAndIds_AndFollowsTheTemplate()
    {
        string before, keys;
        await using (var first = await RunningCognito.StartAsync(_data.FullName))
        {
            first.Caller = Caller.Root;
            await first.CallAsync("AdminCreateUser", new JsonObject
            {
                ["UserPoolId"] = first.PoolId,
                ["Username"] = "second@example.com",
                ["MessageAction"] = "SUPPRESS",
            });
            await first.CallAsync("AdminSetUserPassword", new JsonObject
            {
                ["UserPoolId"] = first.PoolId,
                ["Username"] = "second@example.com",
                ["Password"] = "Second-123!",
                ["Permanent"] = true,
            });
            before = first.ClientId;
            keys = await first.Http.GetStringAsync($"{first.Issuer}/.well-known/jwks.json");
        }

        await using var again = await RunningCognito.StartAsync(
            _data.FullName, client => client["CallbackURLs"] = new JsonArray("https://elsewhere.example/back"));
        var (status, body) = await again.SignInAsync("second@example.com", "Second-123!");
        using var browser = new Browser(again);
        using var refused = await browser.AuthorizeAsync(browser.Query());

        Assert.Equal(before, again.ClientId);
        Assert.Equal(200, status);
        Assert.Equal(again.Issuer, (string)Claims.Verified((string)body["AuthenticationResult"]!["IdToken"]!, keys)["iss"]!);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Start_AfterAFileWasCutShort_KnowsWhoeverHadSignedUp()
    {
        string poolId;
        await using (var first = await RunningCognito.StartAsync(_data.FullName))
        {
            poolId = first.PoolId;
            var (created, _) = await first.CallAsync("SignUp", new JsonObject
            {
                [nameof(first.ClientId)] = first.ClientId,
                ["Username"] = "late@example.com",
                ["Password"] = "Late-12345!",
                ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = "late@example.com" }),
            });
            Assert.Equal(200, created);
            first.Processes.Last!.Kill();
        }

        await File.WriteAllTextAsync(Path.Combine(_data.FullName, "cognito", ".cognito", "db", $"{poolId}.json"), "{\"Users\":{");
        await using var again = await RunningCognito.StartAsync(_data.FullName);
        var (demo, _) = await again.SignInAsync("demo@example.com", "Demo-1234!");
        var (late, answer) = await again.SignInAsync("late@example.com", "Late-12345!");

        Assert.Equal(200, demo);
        Assert.Equal((400, "UserNotConfirmedException"), (late, (string?)answer["__type"]));
    }

    [Fact]
    public async Task Dispose_AsksTheProcessToEnd()
    {
        var pool = await RunningCognito.StartAsync(_data.FullName);
        var process = pool.Processes.Last!;

        await pool.DisposeAsync();

        Assert.True(process.HasExited);
        if (!OperatingSystem.IsWindows())
        {
            // 128 and the number of SIGTERM; 137 would be SIGKILL.
            Assert.Equal(143, process.ExitCode);
        }
    }

    [Fact]
    public async Task Death_OfTheProcess_IsAClear500UntilItIsBack()
    {
        await using var pool = await RunningCognito.StartAsync(_data.FullName);

        // That it cannot be started at once must not be the end of it either.
        pool.Processes.FailOnce(new UnauthorizedAccessException("odd"));
        var dead = pool.Processes.Last!;
        dead.Kill();
        await dead.WaitForExitAsync();

        var statuses = new List<(int Status, string? Type)>();
        do
        {
            var (status, body) = await pool.SignInAsync("demo@example.com", "Demo-1234!");
            statuses.Add((status, (string?)body["__type"]));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        while (statuses[^1].Status != 200 && statuses.Count < 1000);

        Assert.Equal((500, "InternalErrorException"), statuses[0]);
        Assert.Equal(200, statuses[^1].Status);
        Assert.All(statuses[..^1], one => Assert.Equal((500, "InternalErrorException"), one));
    }

    [Fact]
    public async Task SigningKey_IsNotTheOneThatCognitoLocalShips_AndIsTheOwnersAlone()
    {
        await using var pool = await RunningCognito.StartAsync(_data.FullName);
        var keys = await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/jwks.json");

        Assert.DoesNotContain("CognitoLocal", keys, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(_data.FullName, "cognito", "signing-key.pem")));
        }
    }

    [Fact]
    public async Task ProcessThatHangs_IsStartedAgain()
    {
        if (OperatingSystem.IsWindows())
        {
            // There no process can be stopped.
            return;
        }

        await using var pool = await RunningCognito.StartAsync(_data.FullName);
        using (var stop = System.Diagnostics.Process.Start("kill", ["-STOP", $"{pool.Processes.Last!.Id}"]))
        {
            await stop.WaitForExitAsync();
        }

        var (hanging, _) = await pool.SignInAsync("demo@example.com", "Demo-1234!");
        var status = hanging;
        for (var i = 0; status != 200 && i < 1000; i++)
        {
            (status, _) = await pool.SignInAsync("demo@example.com", "Demo-1234!");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal(500, hanging);
        Assert.Equal(200, status);
    }

    [Fact]
    public async Task FilesWithPasswords_AreTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            // The profile's own rights do that there.
            return;
        }

        await using var pool = await RunningCognito.StartAsync(_data.FullName);
        await pool.SignInAsync("demo@example.com", "Demo-1234!");

        var folder = Path.Combine(_data.FullName, "cognito");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (var file in Directory.EnumerateFiles(folder, $"{pool.PoolId}*.json", SearchOption.AllDirectories))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }
}
