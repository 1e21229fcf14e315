namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// The whole, running: started here with a data folder of its own, or, with <c>BASE_URL</c>, wherever it is deployed. There
/// three readers must exist: <c>USERNAME</c>/<c>PASSWORD</c>, <c>OTHER_USERNAME</c>/<c>OTHER_PASSWORD</c> and, a moderator,
/// <c>MODERATOR_USERNAME</c>/<c>MODERATOR_PASSWORD</c>.
/// </summary>
public sealed class RunningLexicon : IAsyncLifetime
{
    private const string OtherName = "other@example.com";
    private const string OtherPassword = "Other-1234!";
    private const string ModeratorName = "moderator@example.com";
    private const string ModeratorPassword = "Moderator-1234!";

    // On AWS it is an hour. What holds credentials for longer asks for new ones, as it has to there.
    private const string SessionSeconds = "15";

    private readonly string _dataFolder = Directory.CreateTempSubdirectory("lexicon-e2e-").FullName;
    private LocalRunner? _runner;

    /// <summary>The site, through CloudFront.</summary>
    public Uri Site { get; private set; } = null!;

    /// <summary>The runner's own page; null where Lexicon is deployed.</summary>
    public Uri? Console => _runner?.Console;

    /// <summary>The runner, for what only it knows; null where Lexicon is deployed.</summary>
    internal LocalRunner? Runner => _runner;

    /// <summary>The user name and password of a reader.</summary>
    public (string Name, string Password) Reader { get; private set; }

    /// <summary>The user name and password of a moderator.</summary>
    public (string Name, string Password) Moderator { get; private set; }

    /// <summary>Credentials of the moderator, as they were when it started; null where Lexicon is deployed.</summary>
    internal AwsCredentials? OldCredentials { get; private set; }

    internal LexiconClient Anonymous { get; private set; } = null!;

    internal LexiconClient SignedIn { get; private set; } = null!;

    internal LexiconClient Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("BASE_URL") is { Length: > 0 } deployed)
        {
            Site = new Uri(deployed);
            Reader = (Required("USERNAME"), Required("PASSWORD"));
            Moderator = (Required("MODERATOR_USERNAME"), Required("MODERATOR_PASSWORD"));
        }
        else
        {
            _runner = await LocalRunner.StartAsync(
                _dataFolder, "--first-start", "node docs/sample/load.mjs", "--session-seconds", SessionSeconds);
            Site = _runner.Site;
            Reader = ("demo@example.com", "Demo-1234!");
            Moderator = (ModeratorName, ModeratorPassword);
        }

        var signIn = await SignIn.AtAsync(Site);
        if (_runner is not null)
        {
            await signIn.RegisterLocallyAsync(OtherName, OtherPassword);
            await signIn.RegisterLocallyAsync(ModeratorName, ModeratorPassword);
            await signIn.AddToGroupLocallyAsync(ModeratorName, "moderators");
            OldCredentials = (await AwsCredentials.OfAsync(Site, await ModeratorTokenAsync())).Credentials;
        }

        Anonymous = new LexiconClient(Site, token: null);
        SignedIn = new LexiconClient(Site, await signIn.TokenAsync(Reader.Name, Reader.Password));
        Other = new LexiconClient(Site, _runner is null
            ? await signIn.TokenAsync(Required("OTHER_USERNAME"), Required("OTHER_PASSWORD"))
            : await signIn.TokenAsync(OtherName, OtherPassword));
    }

    /// <summary>An ID token of the moderator, with the group in it.</summary>
    internal async Task<string> ModeratorTokenAsync() =>
        await (await SignIn.AtAsync(Site)).TokenAsync(Moderator.Name, Moderator.Password);

    public async Task DisposeAsync()
    {
        Anonymous?.Dispose();
        SignedIn?.Dispose();
        Other?.Dispose();
        if (_runner is not null)
        {
            await _runner.DisposeAsync();
            RoleUses.Keep(_dataFolder);
        }

        Directory.Delete(_dataFolder, recursive: true);
    }

    private static string Required(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"with BASE_URL the environment variable {name} is needed");
}
