using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// What each role is for, done once more each time. What is denied changes nothing, or goes on where it stopped, so that the same
/// glossaries and terms are there for every grant of a role.
/// </summary>
internal sealed class GrantUses : IDisposable
{
    private const string Edge = "edge";

    private readonly ModeratedRunner _moderated;
    private readonly LexiconClient _owner;
    private readonly LexiconClient _anyone;
    private readonly string _glossary;
    private readonly string _own;
    private string _doomed = "";
    private string _tagged = "";
    private string _illustrated = "";
    private string _leaving = "";
    private string _pictured = "";
    private ImageForm _gone = null!;
    private string _report = "";

    private GrantUses(ModeratedRunner moderated)
    {
        (_moderated, _owner) = (moderated, moderated.Owner);
        _anyone = new(moderated.Runner.Site, token: null);
        _glossary = $"/api/glossaries/{moderated.GlossaryId}";
        _own = $"/api/me/glossaries/{moderated.GlossaryId}";
    }

    /// <summary>What is left of the report that was decided in vain, and of its term.</summary>
    public async Task<(int Reports, JsonNode? Hidden)> LeftAsync() => (
        (await _moderated.Moderator.ListAsync("limit=100"))["items"].AsArray().Count(report => (string?)report!["id"] == _report),
        (await _owner.GetAsync($"{_own}/terms/{_moderated.TermId}")).Body!["hidden"]);

    /// <summary>Makes what the roles are tried on.</summary>
    public static async Task<GrantUses> PrepareAsync(ModeratedRunner moderated)
    {
        var uses = new GrantUses(moderated);
        await moderated.ReportAsync();
        uses._report = (string)(await moderated.UntilFiledAsync())["items"][0]!["id"]!;
        uses._doomed = (await uses._owner.CreateGlossaryAsync("Doomed")).Id;
        uses._tagged = (await uses._owner.CreateTermAsync(moderated.GlossaryId, "Tagged", null, Edge)).Id;
        uses._pictured = uses.PathOf((await uses._owner.CreateTermAsync(moderated.GlossaryId, "Pictured")).Id);
        uses._illustrated = uses.PathOf((await uses._owner.CreateTermAsync(moderated.GlossaryId, "Illustrated")).Id);
        uses._leaving = uses.PathOf((await uses._owner.CreateTermAsync(moderated.GlossaryId, "Leaving")).Id);
        var doomed = $"/api/me/glossaries/{uses._doomed}/terms/{(await uses._owner.CreateTermAsync(uses._doomed, "Doomed")).Id}";
        await Task.WhenAll(new[] { uses._pictured, uses._illustrated, uses._leaving, doomed }
            .Select(path => ImageUpload.ShowAsync(uses._owner, path)));
        uses._gone = await ImageForm.OfAsync(uses._owner, uses._pictured);
        await uses.PrepareStudyAsync();
        return uses;
    }

    /// <summary>Does what a grant is for.</summary>
    /// <returns>What the caller is answered; null: nobody calls it.</returns>
    public async Task<Answer?> UseAsync(Grant grant) => grant.Function switch
    {
        "ListGlossaries" => await _anyone.GetAsync("/api/glossaries"),
        "GetGlossary" => await _anyone.GetAsync(_glossary),
        "ListTerms" => await ListAsync(_anyone, _glossary),
        "GetTerm" => await _anyone.GetAsync($"{_glossary}/terms/{_tagged}"),
        "ListMyGlossaries" => await _owner.GetAsync("/api/me/glossaries"),
        "GetMyGlossary" => await _owner.GetAsync(_own),
        "ListMyTerms" => await ListAsync(_owner, _own),
        "GetMyTerm" => await _owner.GetAsync(PathOf(_tagged)),
        "CreateGlossary" => await _owner.CreateGlossaryAsync("Never there"),
        "UpdateGlossary" => await _owner.PutAsync(_own, Glossary("Never so"), "*"),
        "DeleteGlossary" => await _owner.DeleteAsync($"/api/me/glossaries/{_doomed}", "*"),
        "CreateTerm" => await _owner.CreateTermAsync(_moderated.GlossaryId, "Never there"),
        "UpdateTerm" => await _owner.PutAsync(PathOf(_tagged), new() { ["term"] = "Untagged", ["definition"] = "Never so." }, "*"),
        "DeleteTerm" => await _owner.DeleteAsync(_leaving, "*"),
        "RequestImageUpload" => await UploadAsync(),
        "RemoveImage" => await _owner.DeleteAsync($"{_illustrated}/image", "*"),
        "CheckImage" => await CheckAsync(grant),
        "ListDueTerms" => await _moderated.Student.GetAsync("/api/me/study"),
        "RecordReview" => await ReviewAsync(_tagged),
        "CreateLiveTicket" => await _anyone.SendAsync(HttpMethod.Post, "/api/live/tickets"),
        "CreateMyLiveTicket" => await _owner.SendAsync(HttpMethod.Post, "/api/me/live/tickets"),
        "ReportTerm" or "FileReport" => await _moderated.ReportAsync(),
        "ListReports" => await _moderated.Moderator.ListAsync(),
        "Moderators" when grant.Resource.Contains("/GET/", StringComparison.Ordinal) => await _moderated.Moderator.ListAsync(),
        "DecideReport" or "Moderators" => await _moderated.Moderator.DecideAsync(_report, "hide", "Why."),
        _ when LiveUse.Functions.Contains(grant.Function) => null,
        _ => throw new InvalidOperationException($"Nothing here does what {grant} is for: GrantUses needs a line for it."),
    };

    public void Dispose() => _anyone.Dispose();

    private static JsonObject Glossary(string title) =>
        new() { ["title"] = title, ["description"] = "", ["visibility"] = "public" };

    // By name and by tag: the first one that fails.
    private static async Task<Answer> ListAsync(LexiconClient client, string glossary)
    {
        var byName = await client.GetAsync($"{glossary}/terms");
        return byName.Body?["items"] is null ? byName : await client.GetAsync($"{glossary}/terms?tag={Edge}");
    }

    // One review in the way whose term is gone, one whose term is hidden: what is due is cleared of both at once.
    private async Task PrepareStudyAsync()
    {
        var stored = new StoredReviews(_moderated.Runner, _moderated.Student);
        var gone = await _owner.CreateTermAsync(_moderated.GlossaryId, "Gone");
        var hidden = await _owner.CreateTermAsync(_moderated.GlossaryId, "Hidden");
        foreach (var term in new[] { gone, hidden })
        {
            await ReviewAsync(term.Id);
            await stored.MakeDueAsync(term);
        }

        await _owner.DeleteAsync(PathOf(gone.Id), "*");
        await _moderated.Moderator.HideAsync(_anyone, hidden);
    }

    private async Task<Answer> UploadAsync()
    {
        var form = await _owner.PostAsync($"{_pictured}/image-uploads", new() { ["contentType"] = "image/png" });
        return form.Body?["url"] is null
            ? form
            : form with { Status = await ImageForm.Of(form).SendAsync(ImageUpload.NewPng()), Body = null };
    }

    private async Task<Answer?> CheckAsync(Grant grant)
    {
        if (grant.Action is "s3:ListBucket")
        {
            await _moderated.Runner.InvokeAsync("Lexicon-dev-Events-CheckImage", _gone.Event());
        }
        else
        {
            await ImageUpload.SendAsync(_owner, _pictured, ImageUpload.NewPng());
        }

        return null;
    }

    private Task<Answer> ReviewAsync(string term) => _moderated.Student.PostAsync(
        "/api/me/study/reviews",
        new() { ["glossaryId"] = _moderated.GlossaryId, ["termId"] = term, ["quality"] = 4 });

    private string PathOf(string term) => $"{_own}/terms/{term}";
}
