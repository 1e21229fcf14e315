using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

/// <summary>An image from the browser's form by S3, EventBridge and the function that checks it to the term, and away again.</summary>
[Collection(SharedLexicon.Name)]
public sealed class ImageTests(RunningLexicon lexicon)
{
    private const string Text = "This is no picture.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Upload_IsCheckedAndShown_AndGoesWithItsTerm()
    {
        var path = await NewTermAsync("Shown");

        var uploaded = await UploadAsync(path, ImageUpload.Png);
        var term = await UntilAsync(path, term => term["image"] is not null);
        var image = (string)term["image"]!["url"]!;
        using var http = new HttpClient { BaseAddress = lexicon.Site };
        using var shown = await http.GetAsync(new Uri(image, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NoContent, uploaded);
        Assert.Equal((1, 1, 2), ((int)term["image"]!["width"]!, (int)term["image"]!["height"]!, (int)term["version"]!));
        Assert.Equal((HttpStatusCode.OK, "image/png"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.Equal(["public, max-age=31536000, immutable"], shown.Headers.GetValues("Cache-Control"));
        Assert.Equal(ImageUpload.Png, await shown.Content.ReadAsByteArrayAsync());

        var removed = await lexicon.SignedIn.DeleteAsync($"{path}/image", "\"2\"");

        Assert.Equal((HttpStatusCode.OK, null), (removed.Status, removed.Body!["image"]));
    }

    [Fact]
    public async Task Upload_ThatIsNoImage_IsRefusedByItsContent_AndTheTermSaysSo()
    {
        var path = await NewTermAsync("Refused");

        var uploaded = await UploadAsync(path, System.Text.Encoding.UTF8.GetBytes(Text));
        var term = await UntilAsync(path, term => term["imageRefused"] is not null);

        Assert.Equal((HttpStatusCode.NoContent, null), (uploaded, term["image"]));
    }

    [Theory]
    [InlineData("key", "images/somewhere.png", HttpStatusCode.Forbidden)]
    [InlineData("Content-Type", "text/html", HttpStatusCode.Forbidden)]
    public async Task Form_ThatIsChanged_IsRefusedByS3(string field, string value, HttpStatusCode expected)
    {
        var path = await NewTermAsync("Changed");

        Assert.Equal(expected, await UploadAsync(path, ImageUpload.Png, (field, value)));
    }

    [Fact]
    public async Task File_ThatIsTooLarge_IsRefusedByS3()
    {
        var path = await NewTermAsync("Too large");

        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(path, new byte[(5 * 1024 * 1024) + 1]));
    }

    [Fact]
    public async Task Form_ForSomebodyElsesTerm_IsNotGiven()
    {
        var path = await NewTermAsync("Mine");

        Assert.Equal(HttpStatusCode.NotFound, (await lexicon.Other.PostAsync($"{path}/image-uploads", Wanted())).Status);
    }

    [Fact]
    public async Task TwentyUploadsAtOnce_AreEachShown()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Images: twenty");
        var paths = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
            $"/api/me/glossaries/{glossary.Id}/terms/{(await lexicon.SignedIn.CreateTermAsync(glossary.Id, $"Image {number}")).Id}"));

        var uploaded = await Task.WhenAll(paths.Select(path => UploadAsync(path, ImageUpload.Png)));
        var terms = new List<JsonObject>();
        foreach (var path in paths)
        {
            terms.Add(await UntilAsync(path, term => term["image"] is not null));
        }

        Assert.All(uploaded, status => Assert.Equal(HttpStatusCode.NoContent, status));
        Assert.Equal(20, terms.Select(term => (string)term["image"]!["url"]!).Distinct().Count());
        Assert.All(terms, term => Assert.Equal(2, (int)term["version"]!));
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task Upload_ThatIsCutHalfWay_LeavesNothingBehind_AndTheNextOneIsTaken()
    {
        var path = await NewTermAsync("Cut half-way");
        var large = new byte[1024 * 1024];
        ImageUpload.Png.CopyTo(large, 0);

        var form = await ImageForm.OfAsync(lexicon.SignedIn, path);
        await form.BreakOffAsync(large);
        await UploadAsync(path, ImageUpload.Png);
        var term = await UntilAsync(path, term => term["image"] is not null);

        var uploads = form.Key[..(form.Key.LastIndexOf('/') + 1)];
        Assert.True(
            await Eventually.IsSoAsync(async () => (await lexicon.Runner!.KeysAsync(form.Bucket, uploads)).Count == 0),
            "Uploads are left.");
        Assert.Equal((2, null), ((int)term["version"]!, term["imageRefused"]));
        Assert.Equal([((string)term["image"]!["url"]!)[1..]], await PublishedAsync(path));
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task AnotherImage_TakesThePlaceOfTheFirst_WhoseFileGoes()
    {
        var path = await NewTermAsync("Replaced");
        var first = await ImageUpload.ShowAsync(lexicon.SignedIn, path);
        Assert.Equal([first[1..]], await PublishedAsync(path));

        var second = await ImageUpload.ShowAsync(lexicon.SignedIn, path);

        Assert.True(
            await Eventually.IsSoAsync(async () => (await PublishedAsync(path)).SequenceEqual([second[1..]])),
            "Both files are there.");
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task DeletedTerm_AndThenItsGlossary_TakeTheFilesOfTheirImagesAlong()
    {
        var glossary = (await lexicon.SignedIn.CreateGlossaryAsync("Images: deleted")).Id;
        var terms = await Task.WhenAll(Enumerable.Range(0, 2).Select(async number =>
            $"/api/me/glossaries/{glossary}/terms/{(await lexicon.SignedIn.CreateTermAsync(glossary, $"Image {number}")).Id}"));
        var images = await Task.WhenAll(terms.Select(path => ImageUpload.ShowAsync(lexicon.SignedIn, path)));
        var bucket = (await ImageForm.OfAsync(lexicon.SignedIn, terms[0])).Bucket;

        var before = await FilesAsync();
        await lexicon.SignedIn.DeleteAsync(terms[0], "*");
        var between = await FilesAsync();
        await lexicon.SignedIn.DeleteAsync($"/api/me/glossaries/{glossary}", "*");
        var after = await FilesAsync();

        Assert.Equal(images.Select(image => image[1..]).Order(StringComparer.Ordinal), before);
        Assert.Equal([images[1][1..]], between);
        Assert.Empty(after);

        Task<IReadOnlyList<string>> FilesAsync() => lexicon.Runner!.KeysAsync(bucket, $"images/{glossary}/");
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task EventOfAnUploadThatIsGone_ChangesNothing_SinceItMayComeTwice()
    {
        var path = await NewTermAsync("Told of twice");
        var form = await ImageForm.OfAsync(lexicon.SignedIn, path);
        await form.SendAsync(ImageUpload.Png);
        await UntilAsync(path, term => term["image"] is not null);
        Assert.True(
            await Eventually.IsSoAsync(async () => (await lexicon.Runner!.KeysAsync(form.Bucket, form.Key)).Count == 0),
            "The upload is left.");
        var shown = await PublishedAsync(path);

        var failure = await lexicon.Runner!.InvokeAsync("Lexicon-dev-Events-CheckImage", form.Event());

        Assert.Null(failure);
        Assert.Equal(shown, await PublishedAsync(path));
        Assert.Equal(2, (int)(await lexicon.SignedIn.GetAsync(path))["version"]!);
    }

    /// <summary>The files that the term shows.</summary>
    private async Task<IReadOnlyList<string>> PublishedAsync(string path)
    {
        var form = await ImageForm.OfAsync(lexicon.SignedIn, path);
        return await lexicon.Runner!.KeysAsync(form.Bucket, form.Published);
    }

    private static JsonObject Wanted() => new() { ["contentType"] = "image/png" };

    private async Task<string> NewTermAsync(string title)
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Images: {title}");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, title);
        return $"/api/me/glossaries/{glossary.Id}/terms/{term.Id}";
    }

    private Task<HttpStatusCode> UploadAsync(string path, byte[] file, (string Name, string Value) changed = default) =>
        ImageUpload.SendAsync(lexicon.SignedIn, path, file, changed);

    // Each look is a request, so it takes its time by itself.
    private async Task<JsonObject> UntilAsync(string path, Func<JsonObject, bool> isSo)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Patience)
        {
            var term = (await lexicon.SignedIn.GetAsync(path)).Body!.AsObject();
            if (isSo(term))
            {
                return term;
            }
        }

        throw new TimeoutException($"{path} is not as expected after {Patience.TotalSeconds} seconds.");
    }
}
