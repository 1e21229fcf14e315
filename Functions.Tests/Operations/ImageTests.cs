using Lexicon.Functions.Tests.Images;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>From the form to the image of a term, and away again.</summary>
public sealed class ImageTests(TestTable table) : IClassFixture<TestTable>
{
    private readonly Api _api = table.Api();

    [Fact]
    public async Task Form_IsForOneKeyAndOneType_AndForFiveMinutes()
    {
        var (glossaryId, termId) = await NewTermAsync();

        var reply = await _api.RequestImageUploadAsync(glossaryId, termId, "image/webp");

        var fields = reply.Json.GetProperty("fields").EnumerateArray()
            .ToDictionary(field => field.GetProperty("name").GetString()!, field => field.GetProperty("value").GetString()!);
        Assert.Matches($"^uploads/{glossaryId}/{termId}/[0-9A-HJKMNP-TV-Z]{{26}}$", fields["key"]);
        Assert.Equal("image/webp", fields["Content-Type"]);
    }

    [Fact]
    public async Task Form_ForATermOfSomebodyElse_IsRefused()
    {
        var (glossaryId, termId) = await NewTermAsync();

        Assert.Equal(404, (await _api.AsAnother().RequestImageUploadAsync(glossaryId, termId)).Status);
    }

    [Fact]
    public async Task Image_IsPublishedUnderTheNameOfItsContent_AndTheUploadGoes()
    {
        var (glossaryId, termId) = await NewTermAsync();

        await UploadAsync(glossaryId, termId, SampleImages.Png());

        var term = await _api.GetMyTermAsync(glossaryId, termId);
        var image = term.Json.GetProperty("image");
        var path = image.GetProperty("url").GetString()!;
        Assert.Matches($"^/images/{glossaryId}/{termId}/[0-9a-f]{{32}}\\.png$", path);
        Assert.Equal(
            (4, 3, 2),
            (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), term.Json.GetProperty("version").GetInt32()));
        Assert.Equal([path[1..]], _api.Images.All.Keys);
        Assert.Equal("image/png", _api.Images.All.Values.Single().ContentType);
    }

    [Fact]
    public async Task Event_ThatComesTwice_ChangesTheTermOnce()
    {
        var (glossaryId, termId) = await NewTermAsync();
        var key = await UploadAsync(glossaryId, termId, SampleImages.Png());

        await _api.CheckImageAsync(key);
        _api.Images.Upload(key, SampleImages.Png());
        await _api.CheckImageAsync(key);

        Assert.Equal(2, (await _api.GetMyTermAsync(glossaryId, termId)).Json.GetProperty("version").GetInt32());
        Assert.Single(_api.Images.All);
    }

    [Fact]
    public async Task AnotherImage_TakesThePlaceOfTheFirst()
    {
        var (glossaryId, termId) = await NewTermAsync();
        await UploadAsync(glossaryId, termId, SampleImages.Png());

        await UploadAsync(glossaryId, termId, SampleImages.Jpeg());

        var path = await PathAsync(glossaryId, termId);
        Assert.EndsWith(".jpg", path, StringComparison.Ordinal);
        Assert.Equal([path![1..]], _api.Images.All.Keys);
    }

    [Fact]
    public async Task WhatIsNoImage_IsDeleted_AndTheTermSaysSo_AndKeepsItsImage()
    {
        var (glossaryId, termId) = await NewTermAsync();
        await UploadAsync(glossaryId, termId, SampleImages.Png());

        await UploadAsync(glossaryId, termId, "<svg/>"u8.ToArray());

        var term = (await _api.GetMyTermAsync(glossaryId, termId)).Json;
        Assert.True(term.GetProperty("imageRefused").GetBoolean());
        Assert.Equal([term.GetProperty("image").GetProperty("url").GetString()![1..]], _api.Images.All.Keys);

        await UploadAsync(glossaryId, termId, SampleImages.Jpeg());

        Assert.False((await _api.GetMyTermAsync(glossaryId, termId)).Json.TryGetProperty("imageRefused", out _));
    }

    [Theory]
    [InlineData("uploads/none")]
    [InlineData("uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV/01ARZ3NDEKTSV4RRFFQ69G5FAW/01ARZ3NDEKTSV4RRFFQ69G5FAX")]
    public async Task UploadForNoTerm_LeavesNothingBehind(string key)
    {
        _api.Images.Upload(key, SampleImages.Png());

        await _api.CheckImageAsync(key);

        Assert.Empty(_api.Images.All);
    }

    [Fact]
    public async Task RemovedImage_IsGoneFromTermAndBucket()
    {
        var (glossaryId, termId) = await NewTermAsync();
        await UploadAsync(glossaryId, termId, SampleImages.Png());

        var stale = await _api.RemoveImageAsync(glossaryId, termId, "\"1\"");
        var removed = await _api.RemoveImageAsync(glossaryId, termId, "\"2\"");

        Assert.Equal((412, 200, 3), (stale.Status, removed.Status, removed.Json.GetProperty("version").GetInt32()));
        Assert.Null(await PathAsync(glossaryId, termId));
        Assert.Empty(_api.Images.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeletedTermOrGlossary_TakesItsImageAlong(bool isGlossary)
    {
        var (glossaryId, termId) = await NewTermAsync();
        await UploadAsync(glossaryId, termId, SampleImages.Png());

        var reply = isGlossary
            ? await _api.DeleteGlossaryAsync(glossaryId, "*")
            : await _api.DeleteTermAsync(glossaryId, termId, "*");

        Assert.Equal(204, reply.Status);
        Assert.Empty(_api.Images.All);
    }

    [Fact]
    public async Task EditedTerm_KeepsItsImage()
    {
        var (glossaryId, termId) = await NewTermAsync();
        await UploadAsync(glossaryId, termId, SampleImages.Png());
        var path = await PathAsync(glossaryId, termId);

        await _api.UpdateTermAsync(glossaryId, termId, "\"2\"", "Lambda@Edge");

        Assert.Equal(path, await PathAsync(glossaryId, termId));
    }

    private async Task<(string GlossaryId, string TermId)> NewTermAsync()
    {
        var glossary = await _api.CreateGlossaryAsync();
        return (glossary.Id, (await _api.CreateTermAsync(glossary.Id, "Lambda")).Id);
    }

    /// <summary>Uploads a file with a form of its own, and has it checked.</summary>
    private async Task<string> UploadAsync(string glossaryId, string termId, byte[] content)
    {
        var form = await _api.RequestImageUploadAsync(glossaryId, termId);
        var key = form.Json.GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "key").GetProperty("value").GetString()!;
        _api.Images.Upload(key, content);
        await _api.CheckImageAsync(key);
        return key;
    }

    private async Task<string?> PathAsync(string glossaryId, string termId) =>
        (await _api.GetMyTermAsync(glossaryId, termId)).Json.TryGetProperty("image", out var image)
            ? image.GetProperty("url").GetString()
            : null;
}
