using System.Net;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>A runner of an assembly of its own, with a public term, its owner and a moderator.</summary>
internal sealed class ModeratedRunner : IAsyncDisposable
{
    private const string Name = "moderator@example.com";
    private const string Password = "Moderator-1234!";

    private readonly string _data = Directory.CreateTempSubdirectory("lexicon-moderated-").FullName;

    private ModeratedRunner(LocalRunner runner) => Runner = runner;

    public LocalRunner Runner { get; private set; }

    public LexiconClient Owner { get; private set; } = null!;

    public ModerationClient Moderator { get; private set; } = null!;

    /// <summary>The moderator as a reader like any other.</summary>
    public LexiconClient Student { get; private set; } = null!;

    public string GlossaryId { get; private set; } = "";

    public string TermId { get; private set; } = "";

    public static async Task<ModeratedRunner> StartAsync(ChangedAssembly assembly, params string[] more)
    {
        var moderated = new ModeratedRunner(null!);
        moderated.Runner = await LocalRunner.StartAsync(moderated._data, ["--assembly", assembly.Folder, .. more]);
        var signIn = await SignIn.AtAsync(moderated.Runner.Site);
        await signIn.RegisterLocallyAsync(Name, Password);
        await signIn.AddToGroupLocallyAsync(Name, "moderators");
        moderated.Student = new(moderated.Runner.Site, await signIn.TokenAsync(Name, Password));
        moderated.Moderator = await ModerationClient.OfAsync(moderated.Runner.Site, moderated.Student.Token!);
        moderated.Owner = new(moderated.Runner.Site, await signIn.TokenAsync("demo@example.com", "Demo-1234!"));
        moderated.GlossaryId = (await moderated.Owner.CreateGlossaryAsync("Moderated")).Id;
        moderated.TermId = (await moderated.Owner.CreateTermAsync(moderated.GlossaryId, "Reported")).Id;
        return moderated;
    }

    public async Task<Answer> ReportAsync()
    {
        using var anyone = new LexiconClient(Runner.Site, token: null);
        return await anyone.PostAsync(
            $"/api/glossaries/{GlossaryId}/terms/{TermId}/reports", new JsonObject { ["reason"] = "wrong" });
    }

    /// <summary>The open reports, when there is one or when asking for them fails.</summary>
    public async Task<Answer> UntilFiledAsync()
    {
        Answer answer = null!;
        var isThere = await Eventually.IsSoAsync(async () =>
        {
            answer = await Moderator.ListAsync();
            return answer.Status != HttpStatusCode.OK || answer["items"].AsArray().Count > 0;
        });
        Assert.True(isThere, "Nothing is filed.");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Owner?.Dispose();
        Student?.Dispose();
        await Runner.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
