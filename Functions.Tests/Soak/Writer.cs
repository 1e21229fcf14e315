using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Soak;

/// <summary>
/// One of many who write in the same glossary at once, with retries, duplicates and lost answers; it tells the model what it was
/// answered.
/// </summary>
internal sealed class Writer(Api api, string glossaryId, GlossaryModel model, Random random)
{
    private int _keys;

    public async Task WriteAsync()
    {
        switch (random.Next(10))
        {
            case < 3:
                await CreateAsync();
                break;
            case < 5:
                await UpdateAsync();
                break;
            case < 6:
                await DeleteAsync();
                break;
            case < 8:
                await ReviewAsync();
                break;
            default:
                await UpdateGlossaryAsync();
                break;
        }
    }

    /// <summary>With a key, sometimes twice at once, and again until it is answered: one term comes of it.</summary>
    private async Task CreateAsync()
    {
        var (key, name, tag) = (NextKey(), $"Term {random.Next(1000)}", $"tag {random.Next(5)}");
        List<Reply> answered = [];
        while (answered is [])
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, random.Next(4) is 0 ? 2 : 1)
                .Select(_ => api.CreateTermAsync(glossaryId, name, [tag], key)));
            answered = [.. replies.Where(reply => reply.Status is not 503)];
        }

        if (random.Next(4) is 0 && await api.CreateTermAsync(glossaryId, name, [tag], key) is { Status: not 503 } again)
        {
            answered.Add(again);
        }

        var others = await api.CreateTermAsync(glossaryId, "Another", key: key);
        Assert.Contains(others.Status, new[] { 422, 503 });
        Assert.All(answered, reply => Assert.Equal((201, answered[0].Body), (reply.Status, reply.Body)));
        model.Created(answered[0].Id, name, tag);
    }

    private async Task UpdateAsync()
    {
        if (model.AnyTerm(random) is not { } id)
        {
            return;
        }

        // Half of the writers name the version that they believe in.
        var (name, tag) = ($"Edited {random.Next(1000)}", $"tag {random.Next(5)}");
        var match = random.Next(2) is 0 ? "*" : $"\"{model.VersionOf(id)}\"";
        var reply = await api.UpdateTermAsync(glossaryId, id, match, name, [tag]);
        Assert.Contains(reply.Status, new[] { 200, 404, 412, 503 });
        if (reply.Status is 200)
        {
            model.Updated(id, reply.Number("version"), name, tag);
        }
        else if (reply.Status is 503)
        {
            model.Uncertain(id);
        }
    }

    private async Task DeleteAsync()
    {
        if (model.AnyTerm(random) is not { } id)
        {
            return;
        }

        var replies = await Task.WhenAll(Enumerable.Range(0, random.Next(3) is 0 ? 2 : 1)
            .Select(_ => api.DeleteTermAsync(glossaryId, id, "*")));
        Assert.All(replies, reply => Assert.Contains(reply.Status, new[] { 204, 404, 503 }));
        Assert.True(replies.Count(reply => reply.Status is 204) <= 1, "Deleted twice.");
        if (replies.Any(reply => reply.Status is 204))
        {
            model.Deleted(id);
        }
        else if (replies.Any(reply => reply.Status is 503))
        {
            model.Uncertain(id);
        }
    }

    private async Task ReviewAsync()
    {
        if (model.AnyTerm(random) is not { } id)
        {
            return;
        }

        var (key, quality) = (NextKey(), random.Next(6));
        Reply reply;
        do
        {
            reply = await api.ReviewAsync(glossaryId, id, quality, key);
        }
        while (reply.Status is 503);
        Assert.Contains(reply.Status, new[] { 201, 404 });
        if (reply.Status is 201)
        {
            Assert.Equal(reply.Body, (await AgainAsync(() => api.ReviewAsync(glossaryId, id, quality, key))).Body);
            model.Reviewed(id, reply.Number("version"));
        }
    }

    private async Task UpdateGlossaryAsync()
    {
        var (version, title) = (model.Version, $"Title {Guid.NewGuid()}");
        var reply = await api.UpdateGlossaryAsync(glossaryId, random.Next(2) is 0 ? "*" : $"\"{version}\"", title, "public");
        Assert.Contains(reply.Status, new[] { 200, 412, 503 });
        if (reply.Status is 200)
        {
            Assert.Equal(title, reply.Text("title"));
            model.GlossaryUpdated(reply.Number("version"), title);
        }
        else if (reply.Status is 503)
        {
            model.GlossaryUncertain();
        }
    }

    private static async Task<Reply> AgainAsync(Func<Task<Reply>> call)
    {
        Reply reply;
        do
        {
            reply = await call();
        }
        while (reply.Status is 503);
        return reply;
    }

    private string NextKey() => $"{api.Reader}-{random.Next()}-{_keys++}";
}
